import type { Page } from './driver/page.ts'

/** Everything of this site that the browser keeps, as text. */
export const stored = (page: Page) =>
  page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => ((request.onsuccess = () => resolve(request.result)), (request.onerror = () => reject(request.error))))
    const found: string[] = []
    if (document.cookie) found.push(document.cookie)
    for (const storage of [localStorage, sessionStorage]) for (const key of Object.keys(storage)) found.push(`${key}: ${storage.getItem(key)}`)
    for (const { name = '' } of await indexedDB.databases()) {
      found.push(`database ${name}`)
      const database = await settled(indexedDB.open(name))
      for (const store of database.objectStoreNames) found.push(JSON.stringify(await settled(database.transaction(store).objectStore(store).getAll())))
      database.close()
    }
    for (const name of await caches.keys()) found.push(`cache ${name}`)
    return found
  })
