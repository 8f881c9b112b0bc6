import type { Query } from './query.ts'

const flying = new WeakMap<Query, Map<string, Promise<unknown>>>()

/**
 * Asks once for all who want to know the same while it is being asked, so that a costly question is asked one at a time under load.
 * Nothing is kept beyond its answer: whoever comes later asks anew, and sees what any process has changed meanwhile.
 */
export function inFlight<T>(query: Query, name: string, ask: () => Promise<T>): Promise<T> {
  const asked = flying.get(query) ?? new Map<string, Promise<unknown>>()
  flying.set(query, asked)
  const known = asked.get(name) as Promise<T> | undefined
  if (known) return known
  const answer = ask().finally(() => asked.delete(name))
  asked.set(name, answer)
  return answer
}
