import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readRepository, root } from '../house/laws/sources.ts'

/** A fenced block of a text: ```` ```ts tickets.ts ```` has the language `ts` and the name `tickets.ts`. */
export interface Block {
  /** The file it stands in, and the line its fence is on. */
  place: string
  language: string
  name: string
  text: string
}

/** The texts that people read: all Markdown of the repository but the demonstration's and the tests' own. */
export const papers = (): string[] => [...readRepository().keys()].filter(path => path.endsWith('.md') && !/^(demo|test)\//.test(path)).sort()

export const read = (path: string): string => readFileSync(join(root, path), 'utf8')

/** Every fenced block of a Markdown text. @throws when a fence is never closed. */
export function blocksOf(path: string, text: string): Block[] {
  const blocks: Block[] = []
  let open: Block | undefined
  for (const [index, line] of text.split('\n').entries()) {
    const fence = /^```(\S*)[ \t]*(\S*)/.exec(line)
    if (open && fence) {
      blocks.push(open)
      open = undefined
    } else if (open) open.text += `${line}\n`
    else if (fence) open = { place: `${path}:${index + 1}`, language: fence[1]!, name: fence[2]!, text: '' }
  }
  if (open) throw new Error(`${open.place}: this block is never closed`)
  return blocks
}

/** The cells of the table under a header line that begins with these words; the header itself is left out. */
export function tableUnder(text: string, header: string): string[][] {
  const lines = text.split('\n')
  const at = lines.findIndex(line => line.startsWith(`| ${header} |`))
  const end = lines.findIndex((line, index) => index > at && !line.startsWith('|'))
  if (at < 0) throw new Error(`No table begins with "${header}"`)
  return lines.slice(at + 2, end).map(line => line.split(/(?<!\\)\|/).slice(1, -1).map(cell => cell.trim()))
}

/** What stands between backticks. */
export const codes = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(match => match[1]!)
