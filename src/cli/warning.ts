/** Something in the folder that was left out, or not as its author meant it. The rest is indexed. */
export interface Warning {
  /** Stable: `empty`, `encoding`, `too-large`, `front-matter`, `duplicate-id`, `picture`, `link`, `skipped`, `unreadable`. */
  kind: 'empty' | 'encoding' | 'too-large' | 'front-matter' | 'duplicate-id' | 'picture' | 'link' | 'skipped' | 'unreadable'
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
