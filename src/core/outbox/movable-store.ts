import type { Store } from './store.ts'

export interface MovableStore extends Store {
  /** Carries everything to the other store, and erases what was here. What is asked meanwhile waits for it. @throws what a store throws: then all of it is where it was. */
  move(next: Store): Promise<void>
}

/** A store whose things may move to another one while it is in use, so that nobody who has it notices. */
export function movableStore(first: Store): MovableStore {
  let current = first
  let moving: Promise<unknown> = Promise.resolve()
  const busy = new Set<Promise<unknown>>()

  const at = async <T>(ask: (store: Store) => Promise<T>): Promise<T> => {
    await moving
    const answer = ask(current)
    busy.add(answer)
    try {
      return await answer
    } finally {
      busy.delete(answer)
    }
  }
  const carry = async (next: Store) => {
    await Promise.allSettled(busy)
    const before = current
    await next.write({ put: await before.entries('') })
    current = next
    await before.clear()
    before.close()
  }

  return {
    get durable() {
      return current.durable
    },
    get: <T>(key: string) => at(store => store.get<T>(key)),
    entries: <T>(prefix: string) => at(store => store.entries<T>(prefix)),
    keys: prefix => at(store => store.keys(prefix)),
    several: <T>(keys: readonly string[]) => at(store => store.several<T>(keys)),
    write: changes => at(store => store.write(changes)),
    clear: () => at(store => store.clear()),
    close: () => void moving.then(() => current.close()),
    move(next) {
      const moved = moving.then(() => carry(next))
      moving = moved.catch(() => {})
      return moved
    },
  }
}
