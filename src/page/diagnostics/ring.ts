/** The latest entries, a fixed number of them; one that repeats the last is counted with it. */
export class Ring<T extends object> {
  readonly #size: number
  readonly #entries: { at: string; entry: T; key: string; count: number }[] = []

  constructor(size: number) {
    this.#size = size
  }

  /** @param at ISO 8601, of the entry; kept from its first time. */
  add(at: string, entry: T): void {
    const last = this.#entries.at(-1)
    const key = JSON.stringify(entry)
    if (last?.key === key) return void last.count++
    this.#entries.push({ at, entry, key, count: 1 })
    if (this.#entries.length > this.#size) this.#entries.shift()
  }

  /** A copy, oldest first; `count` only of what happened more than once. */
  read(): (T & { at: string; count?: number })[] {
    return this.#entries.map(({ at, entry, count }) => ({ at, ...entry, ...(count > 1 && { count }) }))
  }
}
