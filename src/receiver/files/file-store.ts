import type { Bytes } from '../bytes.ts'

/**
 * Where the bytes of files lie when not in the database. Write your own in twenty lines: three methods, no listing.
 * A key is minted for each file of each attempt: 64 of 0-9 and a-f, nothing of it from the customer.
 */
export interface FileStore {
  /** Resolves once the bytes would survive a crash: the receipt that follows says so. @param type safe to be served under, never the sender's claim. */
  put(key: string, bytes: Bytes, type: string): Promise<void>
  /** Undefined for what is not there; rejects where that cannot be told. */
  get(key: string): Promise<Bytes | undefined>
  /** Resolves for what is not there, too: several processes tidy up the same. */
  remove(key: string): Promise<void>
}
