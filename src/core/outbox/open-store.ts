import type { Clock } from '../support/clock.ts'
import { openIndexedDbStore } from './indexeddb-store.ts'
import { createMemoryStore } from './memory-store.ts'
import type { Store } from './store.ts'

// Whoever may not touch the disk yet takes this one; the same lazy chunk brings both.
export { createMemoryStore }

export interface OpenStoreOptions {
  /** Default: the platform's `indexedDB`. */
  factory?: IDBFactory
  clock?: Clock
  /** Called when another tab erases everything in it, also when it has been closed for that. */
  onErased?: () => void
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
