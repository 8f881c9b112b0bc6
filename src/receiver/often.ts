import { hash } from '../core/support/hash.ts'

const names = new Map<string, string>()

/**
 * Marks a statement that is asked all the time and that has one plan, whatever its values: a connection reads and plans it once, and
 * from then on knows it by name. Not for those that leave conditions out by `is null`: their plan depends on the values.
 */
export function often(text: string): string {
  // By its words: under one name no two processes mean two things, not even of two versions.
  names.set(text, `earshot_${hash(text)}`)
  return text
}

/** The name of a statement that was marked. */
export const nameOf = (text: string): string | undefined => names.get(text)
