/**
 * What is the matter, for programs: `draft` and `skipped` were left out as they were meant to be; `code` is what an MDX file has
 * beside its text.
 */
export type WarningKind =
  | 'empty' | 'encoding' | 'too-large' | 'front-matter' | 'duplicate-id' | 'picture' | 'link' | 'related' | 'unreadable' | 'code'
  | 'draft' | 'skipped'

/** Something in the folder that was left out, or not as its author meant it. The rest is indexed. */
export interface Warning {
  kind: WarningKind
  /** Relative to the folder, with `/`. */
  file: string
  /** From 1; absent when it is about the whole file. */
  line?: number
  message: string
}

/** The line an offset is on, from 1. */
export function lineAt(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}

/** Whether somebody should do something about it. */
export const isMistake = ({ kind }: Warning) => kind !== 'draft' && kind !== 'skipped'
