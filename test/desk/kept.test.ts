import { expect } from '@open-wc/testing'
import { kept } from '../../src/core/outbox/kept.ts'
import type { Thread } from '../../src/core/issue/thread.ts'
import type { Transport } from '../../src/core/transports/transport.ts'
import { createDesk } from '../../src/desk/create-desk.ts'
import type { Page, Trouble } from '../../src/desk/page.ts'
import { articles, backend, stillPage, until } from './desk-fixtures.ts'
import { kiln } from './asking-page.ts'

const name = 'all-that-is-kept'

const settled = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => ((request.onsuccess = () => resolve(request.result)), (request.onerror = () => reject(request.error))))

/** Looks into the database as anybody can, and closes it again. */
async function inStore<T>(work: (entries: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await settled(indexedDB.open(`earshot-${name}`))
  try {
    return await settled(work(database.transaction('entries', 'readwrite').objectStore('entries')))
  } finally {
    database.close()
  }
}

const kinds = async () => new Set((await inStore(entries => entries.getAllKeys())).map(key => String(key).split(':')[0]!))

describe('What a device holds', () => {
  it('after a customer has done all there is to do, is what the table lists, all of it and nothing else, and no other storage is touched', async () => {
    const locks = Object.getOwnPropertyDescriptor(navigator, 'locks')
    // As on plain http.
    Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true })
    const [cookies, local, session] = [document.cookie, localStorage.length, sessionStorage.length]
    const world = backend()
    const still = stillPage()
    let report: (trouble: Trouble) => void = () => {}
    let ask: (id: string) => boolean = () => false
    const page: Page = {
      ...still.page,
      watch: async (_, given) => ((report = given), { optedOut: false, stop() {} }),
      awaitMoments: async (_, ready) => ((ask = ready), () => {}),
    }
    let hold = false
    const thread = async ({ id, reference }: { id: string; reference: string }): Promise<Thread> => ({ id, reference, status: 'open', messages: [] })
    const transport: Transport = { ...world.transport, send: (...given) => (hold ? new Promise(() => {}) : world.transport.send(...given)), thread }
    const signed = { ...articles[0]!, id: 'signed', author: { name: 'Ada' }, pages: ['/products/*'], signals: ['rage-click' as const] }
    const desk = createDesk({ desk: name, transport, articles: [...articles, signed], gaps: true, asks: [kiln] }, { page, base: 'https://shop.example/' })
    const found = new Set<string>()
    const look = async (...wanted: (keyof typeof kept)[]) => {
      while (!wanted.every(kind => found.has(kind))) for (const kind of await kinds()) found.add(kind)
    }
    try {
      await desk.search('lamp')
      await desk.read('signed')
      await desk.thank('signed')
      await desk.prefer({ email: 'ada@example.org', channel: 'email' })
      await desk.shareGaps(true)
      await (await desk.submit({ kind: 'problem', story: 'Torn' })).receipt
      await desk.requests()
      desk.edit('problem', { story: 'Torn again', attachments: [{ id: 'file', name: 'a.png', type: 'image/png', size: 3, bytes: new Uint8Array(3).buffer }] })
      await look('draft', 'bytes', 'journey', 'thanked', 'contact', 'gaps', 'request', 'threads')

      desk.subscribe(() => {})
      still.wake()
      const asked = until(desk, state => state.ask !== undefined)
      const waits = setInterval(() => ask('kiln'), 20)
      await asked
      clearInterval(waits)
      await desk.answerAsk('dismissed')
      await look('asks')

      const offered = until(desk, state => state.offer !== undefined)
      const clicks = setInterval(() => report({ type: 'rage-click', name: '', around: '', matches: () => false }), 20)
      await offered
      clearInterval(clicks)
      await desk.answerOffer('declined')
      await look('offers')

      await inStore(entries => entries.put({ version: 1, id: 'bad', sequence: 0 }, 'issue:bad'))
      hold = true
      await desk.submit({ kind: 'idea', story: 'Blue' })
      await look('aside', 'issue', 'lease')

      expect([...found].sort()).to.deep.equal(Object.keys(kept).sort())
      expect([document.cookie, localStorage.length, sessionStorage.length, (await caches.keys()).length]).to.deep.equal([cookies, local, session, 0])
    } finally {
      await desk.forget()
      desk.dispose()
      if (locks) Object.defineProperty(navigator, 'locks', locks)
      else Reflect.deleteProperty(navigator, 'locks')
    }
    expect((await indexedDB.databases()).filter(database => database.name === `earshot-${name}`)).to.deep.equal([])
  })
})
