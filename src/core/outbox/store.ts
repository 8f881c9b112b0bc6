/** No call to a store may take longer, in milliseconds: some of IndexedDB's never settle. */
export const storeLimit = 2_500

/**
 * Where things are kept on the device: plain keys, plain values, nothing else.
 * Every method rejects with `store/…` codes and never hangs (the IndexedDB store carries a 2.5 s limit).
 */
export interface Store {
  /** False for the memory store: what it keeps is gone with the page. */
  readonly durable: boolean
  get<T>(key: string): Promise<T | undefined>
  /** All entries whose key starts with `prefix`, in key order. */
  entries<T>(prefix: string): Promise<[key: string, value: T][]>
  /** Their keys alone, in order: cheap, however much lies under them. */
  keys(prefix: string): Promise<string[]>
  /** The values under these keys, in this order; undefined for what is not there, or cannot be read just now. */
  several<T>(keys: readonly string[]): Promise<(T | undefined)[]>
  /** All or nothing, on disk when it resolves. */
  write(changes: StoreChanges): Promise<void>
  /** Erases everything, the database included. */
  clear(): Promise<void>
  close(): void
}

export interface StoreChanges { put?: readonly (readonly [key: string, value: unknown])[]; delete?: readonly string[] }
