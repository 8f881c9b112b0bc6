import type { UseStore } from 'idb-keyval'

const entries = 'entries'

/** Runs a transaction on a database that may be closed under our feet. */
export interface Connection { use: UseStore; close(): void }

/**
 * Opens the database when it is first needed and again whenever it was closed: by a newer tab that upgrades it,
 * by another one that erases it, or by WebKit, which drops connections of background tabs.
 * Version 1 is the only one we can write; opening a later one fails with `VersionError` and leaves it alone.
 * @param erased called when another tab erases it; from then on nothing is put there any more, also not what is being written just now.
 */
export function connect(name: string, factory: IDBFactory, erased?: () => void): Connection {
  let opening: Promise<IDBDatabase> | undefined
  let isOver = false

  const open = () =>
    (opening ??= new Promise<IDBDatabase>((resolve, reject) => {
      if (isOver) return reject(new DOMException('Another tab has erased it', 'NotFoundError'))
      const request = factory.open(name, 1)
      request.onupgradeneeded = () => request.result.createObjectStore(entries)
      request.onerror = () => reject(request.error)
      request.onsuccess = () => {
        const database = request.result
        database.onversionchange = database.onclose = event => {
          const isInUse = opening !== undefined
          database.close()
          opening = undefined
          if (!isInUse || (event as IDBVersionChangeEvent).newVersion !== null || !erased) return
          isOver = true
          erased()
        }
        resolve(database)
      }
    }))

  const close = () => {
    // One that opens only after we gave it up must not stay open: it would block an upgrade.
    opening?.then(database => database.close(), () => {})
    opening = undefined
  }

  return {
    close,
    async use(mode, run) {
      for (let again = false; ; again = true) {
        try {
          // Chromium's default tells "complete" before the disk has it: https://developer.chrome.com/blog/indexeddb-durability-mode-now-defaults-to-relaxed
          const store = (await open()).transaction(entries, mode, { durability: 'strict' }).objectStore(entries)
          const result = run(store)
          // WebKit keeps a page that was left, with what it was reading, and whoever writes next waits for that for ever:
          // what is committed here and now ends without the page.
          store.transaction.commit()
          return await result
        } catch (error) {
          // Only a failed open or a lost connection is worth a second one; every write here may be repeated.
          close()
          if (again || !/^(InvalidState|Unknown|Abort)Error/.test(String((error as Error | null)?.name))) throw error
        }
      }
    },
  }
}
