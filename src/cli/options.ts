import { parseArgs } from 'node:util'
import { messageOf } from '../core/support/errors.ts'

/** What the command was asked for. */
export interface Asked {
  dir: string
  out: string
  locale?: string
  baseUrl?: string
  watch: boolean
  strict: boolean
  verbose: boolean
  quiet: boolean
  json: boolean
}

const text = { type: 'string' } as const
const flag = { type: 'boolean', default: false } as const

/** What was asked for, or a sentence about why that is not clear. */
export function readOptions(args: readonly string[]): Asked | { help: true } | string {
  try {
    const { values, positionals: [command, dir, ...more] } = parseArgs({
      args: [...args], allowPositionals: true, options: {
        out: text, locale: text, 'base-url': text, watch: flag, strict: flag, verbose: flag, quiet: flag, json: flag, help: { ...flag, short: 'h' },
      },
    })
    if (values.help || !args.length) return { help: true }
    if (command !== 'index') return `there is no command "${command ?? ''}"; there are "index", "doctor", "snippet" and "copy"`
    if (!dir) return 'index what? Name a folder of Markdown or HTML'
    if (more.length) return `index takes one folder, but got "${[dir, ...more].join('" and "')}"`
    if (!values.out) return 'where to? Name a folder with --out'
    const { out, locale, 'base-url': baseUrl, watch, strict, verbose, quiet, json } = values
    return { dir, out, watch, strict, verbose, quiet, json, ...(locale && { locale }), ...(baseUrl && { baseUrl }) }
  } catch (error) {
    return messageOf(error)
  }
}
