/** One promise of a contract: a sentence, and what shows whether it holds. For any test runner: loop over them. */
export interface ContractPromise {
  readonly title: string
  /** Resolves when it holds. @throws {Error} saying what was expected and what came. */
  run(): Promise<void>
}

/** Fails with what was expected and what came. */
export function expectSame(what: string, came: unknown, expected: unknown): void {
  const [a, b] = [JSON.stringify(came), JSON.stringify(expected)]
  if (a !== b) throw new Error(`${what}: expected ${b}, got ${a}`)
}
