import { parseArgs } from 'node:util'
import { EarshotError, messageOf } from '../core/support/errors.ts'
import { buildIndex } from './build-index.ts'
import { reportOf } from './report.ts'
import type { Warning } from './warning.ts'

/** Where a command writes: what it did, and what went wrong. */
export interface Console { out(text: string): void; err(text: string): void }

const help = `earshot index DIR --out DIR [--locale en] [--base-url URL] [--quiet]

Makes a help index out of a folder of Markdown: a small index.json, one index for each
language, one file for each article, and the pictures they show. Put the folder where your
site is served from, and point the widget at it: data-articles="/help/index.json".

  --out DIR        where to write; made when it is missing, nothing in it is deleted
  --locale TAG     the language of files that are not in a language's folder (default: en)
  --base-url URL   where the folder stands on the web, so that articles know their address
  --quiet          print only what went wrong
  --help           this text

Languages: when every folder at the top is named after one (en, de, pt-BR), each holds
that language's articles, and the same path means the same article.

Front matter (all of it optional): id, title, summary, topics, pages, related, signals,
updatedAt, author, url, community. Without an id it is the file's path, without a title
the first heading.

Exits with 0 when there is an index, with 1 when there is none, with 2 when it was asked
for something it does not know.
`

/** The `earshot` command. @returns the exit code. */
export async function run(args: readonly string[], { out, err }: Console): Promise<number> {
  const asked = read(args)
  if (typeof asked === 'string') {
    err(`earshot: ${asked}\nTry "earshot --help".\n`)
    return 2
  }
  if ('help' in asked) {
    out(help)
    return 0
  }
  const warnings: Warning[] = []
  try {
    const report = await buildIndex({ ...asked, onWarning: warning => void warnings.push(warning) })
    for (const { file, line, message } of warnings) err(`${file}${line ? `:${line}` : ''} ${message}\n`)
    if (!report.articles.size) {
      err(`earshot: ${asked.dir} holds no Markdown that could be indexed\n`)
      return 1
    }
    if (!asked.quiet) out(reportOf(report, warnings, asked.out))
    return 0
  } catch (error) {
    err(`earshot: ${error instanceof EarshotError ? error.message : `the index could not be made: ${messageOf(error)}`}\n`)
    return 1
  }
}

interface Asked { dir: string; out: string; locale?: string; baseUrl?: string; quiet: boolean }

/** What was asked for, or a sentence about why that is not clear. */
function read(args: readonly string[]): Asked | { help: true } | string {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean', default: false } as const
  try {
    const { values, positionals: [command, dir, ...more] } = parseArgs({
      args: [...args], allowPositionals: true, options: { out: text, locale: text, 'base-url': text, quiet: flag, help: { ...flag, short: 'h' } },
    })
    if (values.help || !args.length) return { help: true }
    if (command !== 'index') return `there is no command "${command ?? ''}"; there is "index"`
    if (!dir) return 'index what? Name a folder of Markdown'
    if (more.length) return `index takes one folder, but got "${[dir, ...more].join('" and "')}"`
    if (!values.out) return 'where to? Name a folder with --out'
    const { locale, 'base-url': baseUrl } = values
    return { dir, out: values.out, quiet: values.quiet, ...(locale && { locale }), ...(baseUrl && { baseUrl }) }
  } catch (error) {
    return messageOf(error)
  }
}
