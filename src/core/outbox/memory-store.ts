import type { Store } from './store.ts'

/** The store for where there is no disk: same manners (copies in, copies out, keys in order), gone with the page. */
export function createMemoryStore(): Store {
  const all = new Map<string, unknown>()
  const copy = <T>(key: string) => structuredClone(all.get(key)) as T
  const keys = (prefix: string) => [...all.keys()].filter(key => key.startsWith(prefix)).sort()
  return {
    durable: false,
    get: async key => copy(key),
    entries: async prefix => keys(prefix).map(key => [key, copy(key)]),
    keys: async prefix => keys(prefix),
    several: async keys => keys.map(key => copy(key)),
    async write({ put = [], delete: gone = [] }) {
      // All copies first: one that cannot be copied must not leave half a write behind.
      for (const [key, value] of put.map(([key, value]) => [key, structuredClone(value)] as const)) all.set(key, value)
      for (const key of gone) all.delete(key)
    },
    clear: async () => all.clear(),
    close: () => {},
  }
}
