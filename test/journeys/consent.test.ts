import assert from 'node:assert/strict'
import type { Desk } from '../../src/desk/desk.ts'
import { kept } from '../../src/core/outbox/kept.ts'
import { heading, openPanel, searchFor } from './customer.ts'
import type { Page } from './driver/page.ts'
import { hostPath, serves, type HostPage } from './host-page.ts'
import { stored } from './stored.ts'
import { journeys, type World } from './world.ts'

/** Notes in the page, before our script, whatever would leave a trace on the device, speak to other tabs or send something behind the page's back. */
function note() {
  const noted: string[] = []
  let looked = false
  const tell = <T extends object>(on: T, name: keyof T & string) => {
    const before = on[name] as (...given: unknown[]) => unknown
    on[name] = function (this: unknown, ...given: unknown[]) {
      noted.push(`${name} ${String(given[0])}`)
      return before.apply(this, given)
    } as never
  }
  tell(IDBFactory.prototype, 'open')
  tell(Storage.prototype, 'setItem')
  tell(navigator, 'sendBeacon')
  tell(BroadcastChannel.prototype, 'postMessage')
  if (window.caches) tell(CacheStorage.prototype, 'open')
  if (navigator.locks) tell(LockManager.prototype, 'request')
  const { databases } = IDBFactory.prototype
  IDBFactory.prototype.databases = function () {
    looked = true
    return databases.call(this)
  }
  window.BroadcastChannel = class extends BroadcastChannel {
    constructor(name: string) {
      super(name)
      noted.push(`channel ${name}`)
    }
  }
  Object.assign(window, { noted, hasLooked: () => looked })
}

const noted = (page: Page) => page.evaluate(() => (window as unknown as { noted: string[] }).noted)
const locks = (page: Page) =>
  page.evaluate(async () => {
    const { held = [], pending = [] } = (await navigator.locks?.query()) ?? {}
    return [...held, ...pending].map(({ name }) => name)
  })

type Earshot = { earshot: { push(callback: (desk: Desk) => void): void } }
const asks = (page: Page, verb: 'agree' | 'forget') =>
  page.evaluate(async (verb: string) => {
    const desk = await new Promise<Desk>(resolve => (window as unknown as Earshot).earshot.push(resolve))
    await (verb === 'agree' ? desk.consent(true) : desk.forget())
    return null
  }, verb)

/** Puts something under each key into the database that is there, as if a long life had gone by. */
const fill = (page: Page, keys: string[]) =>
  page.evaluate(async (keys: string[]) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('earshot')
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(opening.error)
    })
    const [store] = database.objectStoreNames
    await new Promise(resolve => {
      const change = database.transaction(store!, 'readwrite')
      for (const key of keys) change.objectStore(store!).put({ planted: key }, `${key}:planted`)
      change.oncomplete = resolve
    })
    database.close()
    return null
  }, keys)

const story = 'The perch has come loose.'
const tag = (more = '') => `<script async src="/earshot.js" data-endpoint="/issues" data-articles="/help/index.json"${more}></script>`

/** A page with the script tag, watched from before our script; `asked` is what the server was asked for. */
function host({ intercept, beforeScripts }: World, page: HostPage) {
  const asked: string[] = []
  beforeScripts(note)
  intercept(serves(page, request => {
    asked.push(`${request.method} ${new URL(request.url).pathname}`)
    return undefined
  }))
  return asked
}

const looked = (page: Page) => page.until('all has arrived, and looked for what an earlier visit left', () => page.evaluate(() => (window as unknown as { hasLooked(): boolean }).hasLooked()))

/** What is done at the very end of a visit has happened when the next page is there. */
const leave = (page: Page, url: string) => page.goto(`${url}${hostPath}?next`)

async function tells(page: Page) {
  const panel = await openPanel(page)
  await searchFor(page, panel, 'return')
  await panel.getByRole('searchbox', { name: 'Search for help' }).fill('')
  await panel.getByRole('button', { name: 'Something is wrong' }).click()
  await panel.getByRole('textbox', { name: 'What happened?' }).fill(story)
  await panel.getByRole('button', { name: 'Send' }).click()
}

const ours = /^GET (\/host\/|\/earshot\.js|\/earshot\/[\w.-]+\.js)$/

journeys('Before anything is agreed to', walk => {
  walk('nothing is kept, locked, told to other tabs or sent until the customer does something: only our own files are fetched', async world => {
    const { page, url } = world
    const asked = host(world, { tag: tag() })
    await page.goto(url + hostPath)
    await looked(page)
    const left = async () => [...await noted(page), ...await locks(page), ...await stored(page), ...asked.filter(request => !ours.test(request))]
    assert.deepEqual(await left(), [])
    await leave(page, url)
    await looked(page)
    assert.deepEqual(await left(), [])
  })

  walk('and consent is required, what was typed and sent stays in the page; with it all goes, and forgetting takes all from the device', async world => {
    const { page, url, deliveries } = world
    const asked = host(world, { tag: tag(' data-consent="required"') })
    await page.goto(url + hostPath)
    // What is asked for by the way are files of ours, and articles.
    const isUnasked = (request: string) => !ours.test(request) && !request.startsWith('GET /help/')
    // Whether another tab erases everything is listened for; nothing is said there.
    const isTrace = (trace: string) => !trace.startsWith('channel ')
    const left = async () => [...(await noted(page)).filter(isTrace), ...await locks(page), ...await stored(page), ...asked.filter(isUnasked)]
    await tells(page)
    await page.getByText('It waits until you have agreed to it on this site.', { exact: false }).waitFor()
    assert.deepEqual(await left(), [])
    await leave(page, url)
    await looked(page)
    assert.deepEqual([await left(), deliveries.length], [[], 0])

    await tells(page)
    await page.getByText('It waits until you have agreed to it on this site.', { exact: false }).waitFor()
    assert.deepEqual([await left(), deliveries.length], [[], 0])
    await asks(page, 'agree')
    await heading(page, 'We have it').waitFor()
    assert.deepEqual(deliveries.map(({ body }) => body.includes(story)), [true])
    await page.until('it is kept', async () => (await stored(page)).some(text => text.includes(story)))

    await fill(page, Object.keys(kept))
    await asks(page, 'forget')
    assert.deepEqual(await stored(page), [])
    await leave(page, url)
    await looked(page)
    assert.deepEqual(await stored(page), [])
  })
})
