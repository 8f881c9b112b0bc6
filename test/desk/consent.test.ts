import { expect } from '@open-wc/testing'
import { openStore } from '../../src/core/outbox/open-store.ts'
import type { Store } from '../../src/core/outbox/store.ts'
import { createDesk } from '../../src/desk/create-desk.ts'
import type { Config } from '../../src/desk/config.ts'
import type { Seams } from '../../src/desk/context.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { articles, backend, stillPage, until } from './desk-fixtures.ts'

let number = 0

/** One site with the browser's own storage; each desk of it stands for a tab. */
function site(config: Config = {}) {
  const name = `consent-${number++}`
  const world = backend()
  const desks: Desk[] = []
  return {
    world,
    /** The databases of this site. */
    databases: async () => (await indexedDB.databases()).flatMap(({ name: found = '' }) => (found.startsWith(`earshot-${name}`) ? [found] : [])),
    tab(seams: Seams = {}) {
      const desk = createDesk({ desk: name, transport: world.transport, articles, ...config }, { page: stillPage().page, base: 'https://shop.example/', ...seams })
      desks.push(desk)
      return desk
    },
    async leave() {
      for (const desk of desks) await desk.forget()
      for (const desk of desks) desk.dispose()
    },
  }
}

const story = 'The shade is torn.'
const typed = (desk: Desk) => desk.state.drafts.get('problem')?.story
const stored = (desk: Desk, storage: string) => until(desk, state => state.storage === storage)

/** A tab that comes after one in which consent was given, and something kept. */
async function nextVisit(tab: () => Desk): Promise<Desk> {
  const first = tab()
  await first.consent(true)
  await first.prefer({ email: 'ada@example.org', channel: 'email' })
  first.dispose()
  return tab()
}

describe('where consent is required', () => {
  // The first here: what it takes to keep something is fetched once.
  it('and is given while what it takes to keep something is still on its way, what was typed meanwhile is there on the next visit', async () => {
    const { tab, leave } = site({ consent: 'required' })
    const desk = tab()
    await desk.search('lamp')
    await desk.flush()
    desk.edit('problem', { story })
    await desk.consent(true)
    desk.dispose()
    const next = tab()
    await next.consent(true)
    await next.restore('problem')
    expect(typed(next)).to.equal(story)
    await leave()
  })

  it('nothing is on the device and nothing is sent before it is given; then what was sent goes, once, and its receipt comes', async () => {
    const { tab, world, databases, leave } = site({ consent: 'required' })
    const desk = tab()
    await desk.search('lamp')
    desk.edit('problem', { story: 'Another thing' })
    const { durable, receipt, id } = await desk.submit({ kind: 'problem', story })
    await desk.flush()
    await until(desk, ({ queue }) => queue?.reason === 'consent')
    expect([durable, world.taken.length, await databases()]).to.deep.equal([false, 0, []])

    await desk.consent(true)
    expect((await receipt).id).to.equal(id)
    expect(world.taken.map(issue => issue.story)).to.deep.equal([story])
    expect((await databases()).length).to.equal(1)
    expect(typed(desk)).to.equal('Another thing')
    await leave()
  })

  it('and is taken back, the device is empty at once and nothing is sent any more; what was typed stays on the page', async () => {
    const { tab, world, databases, leave } = site({ consent: 'required' })
    const desk = tab()
    await desk.consent(true)
    desk.edit('problem', { story })
    await stored(desk, 'durable')
    await desk.submit({ kind: 'problem', story: 'Before' }).then(({ receipt }) => receipt)
    await desk.consent(false)
    expect(await databases()).to.deep.equal([])
    const { durable } = await desk.submit({ kind: 'problem', story: 'After' })
    await desk.flush()
    expect([durable, world.taken.map(issue => issue.story), typed(desk)]).to.deep.equal([false, ['Before'], story])
    expect(await databases()).to.deep.equal([])
    await leave()
  })

  it('what an earlier page was allowed to keep is not read, and a no erases it', async () => {
    const { tab, databases, leave } = site({ consent: 'required' })
    const second = await nextVisit(tab)
    expect(await second.requests()).to.deep.equal([])
    expect((await databases()).length).to.equal(1)
    await second.consent(false)
    expect(await databases()).to.deep.equal([])
    await leave()
  })
})

describe('a page that says no and yes without waiting', () => {
  const required: Config = { consent: 'required' }

  it('in one breath, keeps what was typed and what an earlier page kept where the yes came last', async () => {
    const { tab, databases, leave, world } = site(required)
    const desk = await nextVisit(tab)
    desk.edit('problem', { story })
    void desk.consent(false)
    await desk.consent(true)
    const { durable, receipt } = await desk.submit({ kind: 'problem', story: 'After' })
    await receipt
    expect([typed(desk), desk.state.storage, durable, world.taken.length, (await databases()).length]).to.deep.equal([story, 'durable', true, 1, 1])
    desk.dispose()
    const next = tab()
    await next.consent(true)
    await next.restore('problem')
    expect([typed(next), (await next.requests()).length]).to.deep.equal([story, 1])
    await leave()
  })

  it('while the no is still erasing, keeps what was typed where the yes came last', async () => {
    const { tab, databases, leave } = site(required)
    ;(await nextVisit(tab)).dispose()
    let agreed: Promise<void> | undefined
    const desk: Desk = tab({
      openStore: async (name, options) => {
        agreed ??= desk.consent(true)
        return openStore(name, options)
      },
    })
    desk.edit('problem', { story })
    await desk.consent(false)
    await agreed
    const { durable } = await desk.submit({ kind: 'problem', story: 'After' })
    expect([typed(desk), desk.state.storage, durable, (await databases()).length]).to.deep.equal([story, 'durable', true, 1])
    await leave()
  })

  it('in one breath, has nothing on the device and nothing sent where the no came last', async () => {
    const { tab, databases, leave, world } = site(required)
    const desk = tab()
    desk.edit('problem', { story })
    await desk.submit({ kind: 'problem', story: 'Before' })
    void desk.consent(true)
    await desk.consent(false)
    const { durable } = await desk.submit({ kind: 'problem', story: 'After' })
    await desk.flush()
    expect([typed(desk), durable, world.taken.length, await databases()]).to.deep.equal([story, false, 0, []])
    await leave()
  })

  it('while the yes is still opening the device, has nothing there and nothing sent where the no came last', async () => {
    const { tab, databases, leave, world } = site(required)
    let refused: Promise<void> | undefined
    const desk: Desk = tab({
      openStore: async (name, options) => {
        refused ??= desk.consent(false)
        return openStore(name, options)
      },
    })
    desk.edit('problem', { story })
    await desk.submit({ kind: 'problem', story: 'Before' })
    await desk.consent(true)
    await refused
    const { durable } = await desk.submit({ kind: 'problem', story: 'After' })
    await desk.flush()
    expect([typed(desk), durable, world.taken.length, await databases()]).to.deep.equal([story, false, 0, []])
    await leave()
  })

  it('and whose yes found the device full, may say it again', async () => {
    const { tab, leave, world } = site(required)
    let isFull = true
    const write = (store: Store): Store['write'] => async changes => (isFull ? Promise.reject(new Error('full')) : store.write(changes))
    const desk = tab({ openStore: async (name, options) => openStore(name, options).then(store => ({ ...store, write: write(store) })) })
    await desk.submit({ kind: 'problem', story })
    const refused = await desk.consent(true).then(() => undefined, (error: Error) => error.message)
    await desk.flush()
    expect([refused, desk.state.storage, world.taken.length]).to.deep.equal(['full', 'memory', 0])
    isFull = false
    await desk.consent(true)
    expect(desk.state.storage).to.equal('durable')
    await desk.flush()
    expect(world.taken.map(issue => issue.story)).to.deep.equal([story])
    await leave()
  })
})

describe('forgetting', () => {
  it('erases what another tab has, too, and that tab puts nothing back', async () => {
    const { tab, databases, leave, world } = site()
    const [here, there] = [tab(), tab()]
    world.answer = () => Promise.reject(new TypeError('offline'))
    there.edit('problem', { story })
    const { durable } = await there.submit({ kind: 'problem', story: 'Waits' })
    expect([durable, there.state.submissions.size, (await databases()).length]).to.deep.equal([true, 1, 1])
    there.edit('idea', { story: 'Typed this very moment' })
    const forgotten = until(there, ({ submissions }) => submissions.size === 0)
    await here.forget()
    await forgotten
    expect([there.state.drafts.size, await there.requests(), await databases()]).to.deep.equal([0, [], []])
    await leave()
  })

  it('without consent erases what an earlier page kept', async () => {
    const { tab, databases, leave } = site({ consent: 'required' })
    const second = await nextVisit(tab)
    await second.forget()
    expect(await databases()).to.deep.equal([])
    await leave()
  })

  it('while a yes is still opening the device, leaves nothing there, and what is sent after it goes', async () => {
    const { tab, databases, leave, world } = site({ consent: 'required' })
    let forgotten: Promise<void> | undefined
    const desk: Desk = tab({
      openStore: async (name, options) => {
        forgotten ??= desk.forget()
        return openStore(name, options)
      },
    })
    desk.edit('problem', { story })
    await desk.submit({ kind: 'problem', story: 'Before' }).then(({ receipt }) => void receipt.catch(() => {}))
    await desk.consent(true)
    await forgotten
    expect([typed(desk), await databases()]).to.deep.equal([undefined, []])
    const { durable, receipt } = await desk.submit({ kind: 'problem', story: 'After' })
    await receipt
    expect([durable, world.taken.map(issue => issue.story)]).to.deep.equal([true, ['After']])
    await leave()
  })

  it('while an issue is being kept, leaves nothing of that either', async () => {
    const { tab, databases, leave, world } = site({
      identity: () => {
        asks()
        return new Promise(resolve => (answers = () => resolve('')))
      },
    })
    let [asks, answers] = [() => {}, () => {}]
    const isAsked = new Promise<void>(resolve => (asks = resolve))
    const desk = tab()
    const sent = desk.submit({ kind: 'problem', story })
    const outcome = sent.then(() => 'kept', () => 'not kept')
    await isAsked
    await desk.forget()
    answers()
    expect([await outcome, await databases(), world.taken.length]).to.deep.equal(['not kept', [], 0])
    await leave()
  })

  it('leaves a desk that works, on a device that is empty until then', async () => {
    const { tab, databases, leave, world } = site()
    const desk = tab()
    desk.edit('problem', { story })
    await stored(desk, 'durable')
    await desk.forget()
    expect([typed(desk), await databases()]).to.deep.equal([undefined, []])
    await (await desk.submit({ kind: 'problem', story: 'Again' })).receipt
    expect(world.taken.map(issue => issue.story)).to.deep.equal(['Again'])
    await leave()
  })
})

describe('a customer whose browser says that nothing is to be passed on', () => {
  it('sends words, and neither what they looked for nor what they look with', async () => {
    const { tab, world, leave } = site()
    const { page } = stillPage()
    const reading = { ...(await page.reading()), optedOut: () => true }
    const desk = createDesk({ desk: 'opted-out', transport: world.transport, articles }, { page: { ...page, reading: async () => reading } })
    await desk.search('lamp')
    await desk.read('returns')
    await (await desk.submit({ kind: 'problem', story })).receipt
    const [issue] = world.taken
    expect(issue).not.to.have.any.keys('journey')
    expect(issue!.environment).to.deep.equal({ locale: 'en' })
    expect(issue!.subject?.url).to.equal('https://shop.example/products/lamp')
    await desk.forget()
    desk.dispose()
    void tab
    await leave()
  })
})
