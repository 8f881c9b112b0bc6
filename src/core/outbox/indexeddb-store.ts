import { promisifyRequest } from 'idb-keyval'
import { systemClock, type Clock } from '../support/clock.ts'
import { deadline } from '../support/deadline.ts'
import { EarshotError, messageOf } from '../support/errors.ts'
import { connect } from './indexeddb-connection.ts'
import { storeLimit, type Store } from './store.ts'

const codes: Record<string, string | undefined> = { QuotaExceededError: 'store/quota', VersionError: 'store/newer-version' }

// Not promisifyRequest: at the `error` event the transaction's own error is still null, and a full disk would go unnamed.
const finished = (transaction: IDBTransaction) =>
  new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new DOMException('Aborted', 'AbortError'))
  })

/**
 * The store on disk. Resolves once it has been read from, so that what hangs or throws does so here.
 * @throws {EarshotError} `store/newer-version` (left as it is), `store/quota`, `store/timeout`, `store/failed`.
 */
export async function openIndexedDbStore(
  name: string,
  { factory = indexedDB, clock = systemClock, onErased }: { factory?: IDBFactory; clock?: Clock; onErased?: () => void } = {},
): Promise<Store> {
  const { use, close } = connect(name, factory, onErased)

  const limited = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await deadline(work(), storeLimit, 'store/timeout', clock)
    } catch (error) {
      if (error instanceof EarshotError) {
        close()
        throw error
      }
      throw new EarshotError(codes[(error as Error).name] ?? 'store/failed', `The database "${name}" failed: ${messageOf(error)}`)
    }
  }

  const get = <T>(key: string) => use('readonly', entries => promisifyRequest<T>(entries.get(key)))
  const under = (prefix: string) => IDBKeyRange.bound(prefix, prefix + '\uffff')
  const keysIn = (range: IDBKeyRange) => use('readonly', entries => promisifyRequest(entries.getAllKeys(range))) as Promise<string[]>
  // Where one value cannot be read back, all that are read together fail: alone, only that one is missing.
  const apart = (keys: readonly string[]) => Promise.all(keys.map(key => get<never>(key).catch(() => undefined)))

  const store: Store = {
    durable: true,
    get: key => limited(() => get(key)),
    entries: prefix =>
      limited(async () => {
        const range = under(prefix)
        try {
          const [keys, values] = await use('readonly', entries =>
            Promise.all([promisifyRequest(entries.getAllKeys(range)), promisifyRequest(entries.getAll(range))]),
          )
          return keys.map((key, i) => [key as string, values[i]])
        } catch {
          const keys = await keysIn(range)
          const values = await apart(keys)
          return keys.map((key, i) => [key, values[i]!])
        }
      }),
    keys: prefix => limited(() => keysIn(under(prefix))),
    several: <T>(keys: readonly string[]) =>
      limited(async (): Promise<(T | undefined)[]> => {
        try {
          return await use('readonly', entries => Promise.all(keys.map(key => promisifyRequest<T | undefined>(entries.get(key)))))
        } catch {
          // Rejects where it is the store itself that fails.
          await use('readonly', entries => promisifyRequest(entries.count()))
          return apart(keys)
        }
      }),
    write: ({ put = [], delete: gone = [] }) =>
      limited(() =>
        use('readwrite', entries => {
          try {
            for (const [key, value] of put) entries.put(value, key)
            for (const key of gone) entries.delete(key)
          } catch (error) {
            // A value that cannot be cloned: without this the ones before it would be committed.
            entries.transaction.abort()
            throw error
          }
          return finished(entries.transaction)
        }),
      ),
    clear: () =>
      limited(async () => {
        await use('readonly', () => {}).catch((error: Error) => {
          if (error.name === 'VersionError') throw error
        })
        close()
        await promisifyRequest(factory.deleteDatabase(name))
      }),
    close,
  }
  await store.get('')
  return store
}
