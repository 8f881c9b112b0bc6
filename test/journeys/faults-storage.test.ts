import assert from 'node:assert/strict'
import { answer } from '../chaos/behaviours.ts'
import { gate } from '../chaos/gate.ts'
import type { Lane, Told } from '../chaos/lane.ts'
import type { Page } from './driver/page.ts'
import { faultRows, inChaos, type FaultRow } from './fault-rows.ts'
import { ready } from './fault-world.ts'
import { faults } from './faults.ts'

/** Breaks what keeps things in a browser, each lane's in its own way. */
function breakStorage() {
  const { open } = IDBFactory.prototype
  const { put } = IDBObjectStore.prototype
  IDBFactory.prototype.open = function (name, version) {
    if (name === 'earshot-throws') throw new DOMException('The operation is insecure.', 'SecurityError')
    if (name === 'earshot-hangs') return new EventTarget() as IDBOpenDBRequest
    return open.call(this, name, version)
  }
  IDBObjectStore.prototype.put = function (value, key) {
    const { transaction } = this
    if (transaction.db.name === 'earshot-quota-put') throw new DOMException('Full', 'QuotaExceededError')
    const request = put.call(this, value, key)
    if (transaction.db.name === 'earshot-quota-commit') {
      // As a browser does it: found out when the transaction is to be committed.
      Object.defineProperty(transaction, 'error', { value: new DOMException('Full', 'QuotaExceededError') })
      transaction.commit = () => transaction.abort()
    }
    return request
  }
  // A later version of ourselves was here.
  indexedDB.open('earshot-newer', 7).onupgradeneeded = ({ target }) => (target as IDBOpenDBRequest).result.createObjectStore('of-the-future')
}

const broken = (name: string, fault: string): FaultRow => ({ name, fault, does: answer(503), bytes: 5_000, reads: 'memory' })

faultRows('Where the browser does not keep things', [
  broken('throws', 'storage that throws'),
  broken('hangs', 'storage that hangs, for 2.5 s'),
  broken('quota-put', 'no room, found out when it is put'),
  broken('quota-commit', 'no room, found out when it is committed'),
  broken('newer', 'a database of a later version'),
], world => world.beforeScripts(breakStorage))

faultRows('Where there is no storage at all', [broken('missing', 'no IndexedDB')], world =>
  world.beforeScripts(() => Object.defineProperty(window, 'indexedDB', { value: undefined })))

/** Reads what lies under each key of a lane's database, after putting `more` there. */
const lay = (page: Page, name: string, more: Record<string, object> = {}, like?: string) =>
  page.evaluate(async (name: string, more: Record<string, object>, like?: string) => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => ((request.onsuccess = () => resolve(request.result)), (request.onerror = () => reject(request.error))))
    const database = await settled(indexedDB.open(`earshot-${name}`))
    const entries = database.transaction('entries', 'readwrite').objectStore('entries')
    const base = like ? await settled<object>(entries.get(like)) : {}
    for (const [key, value] of Object.entries(more)) await settled(entries.put({ ...base, ...value }, key))
    const keys = (await settled(entries.getAllKeys())).map(String)
    database.close()
    return keys
  }, name, more, like)

faults('What lies on the device', walk => {
  const lane: Lane = { name: 'records', bytes: 5_000 }

  walk('a damaged record is set aside, readable and told, and the others go on; one of a later version is left as it is', async world => {
    const { server, newPage } = world
    server.behave(lane.name, answer(503))
    const page = await newPage()
    const told = await inChaos<Told>(page, 'submit', lane)
    await inChaos(page, 'failed', lane.name)
    await ready(page, server.url)
    // Before anything of ours looks at it.
    await lay(page, lane.name, { 'issue:bad': { id: 'bad', sequence: 0 } }, `issue:${told.id}`)
    await lay(page, lane.name, { 'issue:future': { version: 99, id: 'future', words: 'in another shape' } })
    await inChaos(page, 'find', lane, told.id)
    server.heal(lane.name)
    await inChaos(page, 'flush', lane.name)
    await inChaos(page, 'accepted', lane.name)
    await world.assertOnce(lane, told)
    const keys = await lay(page, lane.name)
    assert.ok(keys.includes('aside:bad') && keys.includes('issue:future') && !keys.includes('issue:bad'), keys.join())
    assert.ok((await inChaos<string[]>(page, 'problems', lane.name)).includes('outbox/corrupt'))
  })

  walk('a database of a later version is left as it is, and the issue goes from memory', async world => {
    const { newPage } = world
    const page = await newPage()
    await page.evaluate(name => new Promise(resolve => {
      const request = indexedDB.open(`earshot-${name}`, 7)
      request.onupgradeneeded = () => request.result.createObjectStore('of-the-future')
      request.onsuccess = () => resolve(request.result.close())
    }), lane.name)
    const told = await inChaos<Told>(page, 'submit', lane)
    assert.equal(told.durable, false)
    await inChaos(page, 'accepted', lane.name)
    await world.assertOnce(lane, told)
    const there = await page.evaluate(async name => (await indexedDB.databases()).find(database => database.name === `earshot-${name}`)?.version, lane.name)
    assert.equal(there, 7)
  })

  walk('a newer tab changes it under an open page, which makes way: what waits is left to the newer one, and the next goes from memory', async world => {
    const { server, newPage } = world
    server.behave(lane.name, answer(503))
    const page = await newPage()
    const waiting = await inChaos<Told>(page, 'submit', lane)
    await inChaos(page, 'failed', lane.name)
    const newer = await newPage()
    // Resolves only if nobody is in the way of the upgrade.
    await newer.evaluate(name => new Promise((resolve, reject) => {
      const request = indexedDB.open(`earshot-${name}`, 7)
      request.onupgradeneeded = () => request.result.createObjectStore('of-the-future')
      request.onerror = reject
      request.onsuccess = () => resolve(request.result.close())
    }).then(() => null), lane.name)
    server.heal(lane.name)
    const next = await inChaos<Told>(page, 'submit', lane)
    assert.equal(next.durable, false)
    await inChaos(page, 'accepted', lane.name)
    assert.deepEqual(server.store.effects.map(({ key }) => key), [next.id])
    assert.ok((await lay(newer, lane.name)).includes(`issue:${waiting.id}`))
  })

  walk('all of it wiped while the issue is on its way: forgotten here, there once at most, and the next one works', async world => {
    const { server, newPage } = world
    const held = gate()
    server.behave(lane.name, held.behaviour)
    const page = await newPage()
    const told = await inChaos<Told>(page, 'submit', lane)
    await page.until('it is being sent', () => server.attempts.length === 1)
    await page.evaluate(name => new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(`earshot-${name}`)
      request.onsuccess = resolve
      request.onerror = reject
    }).then(() => null), lane.name)
    held.open()
    server.heal(lane.name)
    const next = await inChaos<Told>(page, 'submit', lane)
    assert.equal(next.durable, true)
    await inChaos(page, 'accepted', lane.name)
    const effects = server.store.effects.map(({ key }) => key)
    assert.deepEqual([effects.filter(key => key === next.id).length, new Set(effects).size === effects.length], [1, true])
    assert.deepEqual(effects.filter(key => key !== told.id && key !== next.id), [])
  })
})
