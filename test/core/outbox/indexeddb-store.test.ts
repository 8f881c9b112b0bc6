import { expect } from '@open-wc/testing'
import { openIndexedDbStore } from '../../../src/core/outbox/indexeddb-store.ts'
import { createMemoryStore } from '../../../src/core/outbox/memory-store.ts'
import { openStore } from '../../../src/core/outbox/open-store.ts'
import { storeExists } from '../../../src/core/outbox/store-exists.ts'
import type { Store } from '../../../src/core/outbox/store.ts'
import { createId } from '../../../src/core/support/ids.ts'
import { bench, fakeClock, issueOf } from './fixtures.ts'

const names: string[] = []
const fresh = () => {
  const name = 'store-test-' + createId()
  names.push(name)
  return name
}
after(() => names.forEach(name => indexedDB.deleteDatabase(name)))

const raw = (name: string, version?: number) =>
  new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name, version)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

const codeOf = (work: Promise<unknown>): Promise<string> => work.then(() => 'no error', error => error.code)

for (const [what, make] of [
  ['on disk', () => openIndexedDbStore(fresh())],
  ['in memory', async () => createMemoryStore()],
] as [string, () => Promise<Store>][])
  describe(`the store ${what}`, () => {
    it('gives back a copy of what was put, bytes included', async () => {
      const store = await make()
      const value = { bytes: new Uint8Array([1, 2, 3]).buffer, list: [1] }
      await store.write({ put: [['issue:a', value]] })
      value.list.push(2)
      const back = (await store.get<typeof value>('issue:a'))!
      expect([...new Uint8Array(back.bytes)]).to.deep.equal([1, 2, 3])
      expect(back.list).to.deep.equal([1])
    })

    it('lists by prefix, in key order, and nothing else', async () => {
      const store = await make()
      await store.write({ put: [['issue:b', 2], ['issue:a', 1], ['issues', 0], ['issu', 0], ['request:a', 3]] })
      expect(await store.entries('issue:')).to.deep.equal([['issue:a', 1], ['issue:b', 2]])
    })

    it('writes all or nothing', async () => {
      const store = await make()
      await store.write({ put: [['old', 1]] })
      const code = await codeOf(store.write({ put: [['new', 2], ['bad', () => {}]], delete: ['old'] }))
      expect(code).not.to.equal('no error')
      expect(await store.entries('')).to.deep.equal([['old', 1]])
    })

    it('is empty after clear, and takes new things', async () => {
      const store = await make()
      await store.write({ put: [['a', 1]] })
      await store.clear()
      expect(await store.get('a')).to.equal(undefined)
      await store.write({ put: [['b', 2]] })
      expect(await store.entries('')).to.deep.equal([['b', 2]])
    })
  })

describe('the store on disk', () => {
  it('asks for strict durability with every transaction', async () => {
    const asked: (string | undefined)[] = []
    const { transaction } = IDBDatabase.prototype
    IDBDatabase.prototype.transaction = function (...given) {
      asked.push(given[2]?.durability)
      return transaction.apply(this, given)
    }
    try {
      await (await openIndexedDbStore(fresh())).write({ put: [['a', 1]] })
    } finally {
      IDBDatabase.prototype.transaction = transaction
    }
    expect(new Set(asked)).to.deep.equal(new Set(['strict']))
  })

  it('tells "written" only when the transaction is complete', async () => {
    const steps: string[] = []
    const store = await openIndexedDbStore(fresh())
    const { put } = IDBObjectStore.prototype
    IDBObjectStore.prototype.put = function (...given) {
      this.transaction.addEventListener('complete', () => steps.push('complete'))
      return put.apply(this, given)
    }
    try {
      await store.write({ put: [['a', 1]] })
      steps.push('told')
    } finally {
      IDBObjectStore.prototype.put = put
    }
    expect(steps).to.deep.equal(['complete', 'told'])
  })

  it('survives a reload', async () => {
    const name = fresh()
    const before = await openIndexedDbStore(name)
    await before.write({ put: [['a', 1]] })
    before.close()
    expect(await (await openIndexedDbStore(name)).get('a')).to.equal(1)
  })

  it('makes way for a newer tab’s upgrade, then leaves the newer database alone', async () => {
    const name = fresh()
    const store = await openIndexedDbStore(name)
    await store.write({ put: [['a', 1]] })
    const newer = await raw(name, 2)
    newer.close()
    expect(await codeOf(store.write({ put: [['a', 2]] }))).to.equal('store/newer-version')
    expect(await codeOf(store.clear())).to.equal('store/newer-version')
    expect(await codeOf(openIndexedDbStore(name))).to.equal('store/newer-version')
    const after = await raw(name)
    expect(after.version).to.equal(2)
    expect([...after.objectStoreNames]).to.deep.equal(['entries'])
    after.close()
  })

  it('comes back when another tab has erased the database', async () => {
    const name = fresh()
    const [a, b] = [await openIndexedDbStore(name), await openIndexedDbStore(name)]
    await a.write({ put: [['a', 1]] })
    await b.clear()
    await a.write({ put: [['b', 2]] })
    expect(await b.entries('')).to.deep.equal([['b', 2]])
  })

  it('puts nothing there any more once it was told that another tab has erased it, not even what is on its way', async () => {
    const name = fresh()
    let told = 0
    const [a, b] = [await openIndexedDbStore(name, { onErased: () => void told++ }), await openIndexedDbStore(name)]
    await a.write({ put: [['a', 1]] })
    const [underway] = await Promise.all([codeOf(a.write({ put: [['b', 2]] })), b.clear()])
    expect(['no error', 'store/failed']).to.include(underway)
    expect(await codeOf(a.write({ put: [['c', 3]] }))).to.equal('store/failed')
    expect([told, (await indexedDB.databases()).some(found => found.name === name)]).to.deep.equal([1, false])
  })

  for (const name of ['InvalidStateError', 'UnknownError'])
    it(`opens again and repeats the call once when the connection is lost (${name})`, async () => {
      const store = await openIndexedDbStore(fresh())
      const { transaction } = IDBDatabase.prototype
      const lose = async (times: number) => {
        IDBDatabase.prototype.transaction = function (...given) {
          if (times-- > 0) throw new DOMException('Connection to Indexed Database server lost', name)
          return transaction.apply(this, given)
        }
        try {
          return await codeOf(store.write({ put: [['a', 1]] }))
        } finally {
          IDBDatabase.prototype.transaction = transaction
        }
      }
      expect(await lose(1)).to.equal('no error')
      expect(await lose(2)).to.equal('store/failed')
    })

  it('names a full disk', async () => {
    const store = await openIndexedDbStore(fresh())
    const { put } = IDBObjectStore.prototype
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('Full', 'QuotaExceededError')
    }
    try {
      expect(await codeOf(store.write({ put: [['a', 1]] }))).to.equal('store/quota')
    } finally {
      IDBObjectStore.prototype.put = put
    }
  })

  it('lists the others when the engine cannot read one value back', async () => {
    const store = await openIndexedDbStore(fresh())
    await store.write({ put: [['a', 1], ['b', 2], ['c', 3]] })
    const { get, getAll } = IDBObjectStore.prototype
    const unreadable = () => {
      throw new DOMException('Failed to read large IndexedDB value', 'DataError')
    }
    IDBObjectStore.prototype.getAll = unreadable
    IDBObjectStore.prototype.get = function (key) {
      return key === 'b' ? unreadable() : get.call(this, key)
    }
    try {
      expect(await store.entries('')).to.deep.equal([['a', 1], ['b', undefined], ['c', 3]])
    } finally {
      Object.assign(IDBObjectStore.prototype, { get, getAll })
    }
  })

  it('gives a call that hangs 2.5 s', async () => {
    const clock = fakeClock()
    const hanging = { open: () => ({}) } as unknown as IDBFactory
    const code = codeOf(openIndexedDbStore('hangs', { factory: hanging, clock }))
    await clock.advance(2_499)
    expect(await Promise.race([code, Promise.resolve('waiting')])).to.equal('waiting')
    await clock.advance(1)
    expect(await code).to.equal('store/timeout')
  })

  it('keeps an issue with a file across a reload, and it is sent then', async () => {
    const name = fresh()
    const first = await openIndexedDbStore(name)
    const offline = bench({ store: first, locks: navigator.locks, answer: () => Promise.reject(new Error('Offline')) })
    const issue = issueOf()
    const bytes = new Uint8Array(70_000).fill(7).buffer
    const { durable } = await offline.outbox.keep(issue, [{ id: 'f', name: 'a.png', type: 'image/png', size: 70_000, bytes }])
    expect(durable).to.equal(true)
    await offline.heard('waiting')
    offline.outbox.dispose()
    first.close()
    const { outbox, heard, transport } = bench({ store: await openIndexedDbStore(name), locks: navigator.locks })
    void outbox.drain({ force: true })
    expect((await heard('accepted')).durable).to.equal(true)
    expect(transport.calls[0]!.body).to.equal(offline.transport.calls[0]!.body)
    expect(new Uint8Array(transport.calls[0]!.attachments[0]!.bytes).every(byte => byte === 7)).to.equal(true)
  })
})

describe('opening a store', () => {
  const broken: [string, IDBFactory | undefined][] = [
    ['throws', { open: () => { throw new DOMException('No', 'SecurityError') } } as unknown as IDBFactory],
    ['is no database at all', {} as IDBFactory],
  ]
  for (const [what, factory] of broken)
    it(`gives one in memory where IndexedDB ${what}, and says why`, async () => {
      let why: unknown
      const store = await openStore('any', { factory: factory!, onFailure: error => (why = error) })
      expect(store.durable).to.equal(false)
      expect((why as { code: string }).code).to.equal('store/failed')
      await store.write({ put: [['a', 1]] })
      expect(await store.get('a')).to.equal(1)
    })

  it('gives one in memory where IndexedDB hangs', async () => {
    const clock = fakeClock()
    const opening = openStore('any', { factory: { open: () => ({}) } as unknown as IDBFactory, clock })
    await clock.advance(2_500)
    expect((await opening).durable).to.equal(false)
  })

  it('gives the one on disk where there is one', async () => {
    expect((await openStore(fresh())).durable).to.equal(true)
  })
})

describe('asking whether a store exists', () => {
  it('creates nothing', async () => {
    const name = fresh()
    expect(await storeExists(name)).to.equal(false)
    expect((await indexedDB.databases()).some(database => database.name === name)).to.equal(false)
    await openIndexedDbStore(name)
    expect(await storeExists(name)).to.equal(true)
  })

  it('answers no where the browser cannot tell', async () => {
    expect(await storeExists('any', { factory: {} as IDBFactory })).to.equal(false)
  })
})
