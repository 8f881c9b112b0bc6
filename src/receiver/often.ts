import { hash } from '../core/support/hash.ts'

const names = new Map<string, string>()

/**
 * Marks a statement that is asked all the time: a connection reads and plans it once, and from then on knows it by name. Only for one
 * that inserts and reads no table: any other plan is right for as full as the tables were when it was made, and a process lives long.
 */
export function often(text: string): string {
  // By its words: under one name no two processes mean two things, not even of two versions.
  names.set(text, `earshot_${hash(text)}`)
  return text
}

/** The name of a statement that was marked. */
export const nameOf = (text: string): string | undefined => names.get(text)
