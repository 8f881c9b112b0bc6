import { systemClock, type Clock } from '../support/clock.ts'
import { deadline } from '../support/deadline.ts'
import { openIndexedDbStore, storeLimit } from './indexeddb-store.ts'
import { createMemoryStore } from './memory-store.ts'
import type { Store } from './store.ts'

// Whoever may not touch the disk yet takes this one; the same lazy chunk brings both.
export { createMemoryStore }

export interface OpenStoreOptions {
  /** Default: the platform's `indexedDB`. */
  factory?: IDBFactory
  clock?: Clock
  /** Told why it is only memory. */
  onFailure?: (error: unknown) => void
}

/** The store on disk, or, where IndexedDB is missing, throws, hangs or belongs to a newer version of us, one in memory. Never rejects. */
export async function openStore(name: string, { onFailure, ...options }: OpenStoreOptions = {}): Promise<Store> {
  try {
    return await openIndexedDbStore(name, options)
  } catch (error) {
    onFailure?.(error)
    return createMemoryStore()
  }
}

/**
 * Whether something was ever kept under this name; unlike opening, asking creates nothing.
 * False where the browser cannot tell: what waits there is found with the customer's first interaction.
 */
export async function storeExists(name: string, { factory, clock = systemClock }: OpenStoreOptions = {}): Promise<boolean> {
  try {
    const all = await deadline((factory ?? indexedDB).databases(), storeLimit, 'store/timeout', clock)
    return all.some(database => database.name === name)
  } catch {
    return false
  }
}
