import { expect, nextFrame } from '@open-wc/testing'
import type { Attachment } from '../../src/core/issue/issue.ts'
import { createMemoryStore } from '../../src/core/outbox/memory-store.ts'
import type { Store } from '../../src/core/outbox/store.ts'
import { EarshotError } from '../../src/core/support/errors.ts'
import type { Config } from '../../src/desk/config.ts'
import { browserPage } from '../../src/page/browser-page.ts'
import { deskFor } from './desk-fixtures.ts'

const shop = (path: string) => `https://shop.example${path}`
const day = 86_400_000
let number = 0
const attachment = (size: number, field = 'files'): Attachment => ({
  id: `file-${number++}`, name: 'a.txt', type: 'text/plain', size, bytes: new Uint8Array(size).fill(7).buffer, field,
})

/** A desk on a page that may go elsewhere, and others on other pages over the same store. */
function visit(path = '/lamp', config: Config = {}, store: Store = createMemoryStore()) {
  const world = deskFor(config, store)
  let at = path
  world.page.reading = async () => ({ subject: () => ({ url: shop(at), title: `Page ${at}` }), environment: () => ({}) })
  const go = (to: string) => void (at = to)
  return {
    ...world,
    go,
    /** The page is left, and another one, or the same, loaded. */
    async load(to = at) {
      go(to)
      const desk = world.make()
      await desk.restore('problem')
      return desk
    },
  }
}

/** As soon as what lies in the store is so. */
async function kept(store: Store, is: (entries: [string, { value: never }][]) => boolean) {
  for (let frame = 0; frame < 300; frame++) {
    const entries = await store.entries<{ value: never }>('')
    if (is(entries)) return entries
    await nextFrame()
  }
  throw new Error(`The store has ${JSON.stringify(await store.entries(''))}`)
}
const keys = (entries: [string, unknown][], start: string) => entries.map(([key]) => key).filter(key => key.startsWith(start))
const says = (text: string) => (entries: unknown) => JSON.stringify(entries).includes(text)

describe('A draft', () => {
  it('is there again where it was begun, and elsewhere it is only said that there is one', async () => {
    const { desk, load, store } = visit('/lamp')
    desk.edit('problem', { story: 'The shade' })
    await kept(store, says('The shade'))
    const chair = await load('/chair')
    expect(chair.state.drafts.has('problem')).to.equal(false)
    const elsewhere = chair.state.elsewhere!.get('problem')!
    expect(elsewhere).to.include({ url: shop('/lamp'), title: 'Page /lamp' })
    expect(elsewhere.at).to.be.closeTo(Date.now(), 60_000)
    expect((await load('/lamp')).state.drafts.get('problem')).to.include({ kind: 'problem', story: 'The shade' })
  })

  it('is brought here when asked for, and is then nowhere else', async () => {
    const { desk, load, store } = visit('/lamp')
    const file = attachment(9)
    desk.edit('problem', { story: 'The shade', attachments: [file], subject: { element: { selector: '#shade' } } })
    await kept(store, says('The shade'))
    const chair = await load('/chair')
    await chair.adopt('problem')
    const moved = chair.state.drafts.get('problem')!
    expect(moved.story).to.equal('The shade')
    expect(moved.attachments![0]!.bytes.byteLength).to.equal(9)
    expect(moved.subject, 'what was pointed at is on the page it was pointed at on').to.deep.equal({ url: shop('/lamp'), title: 'Page /lamp', element: { selector: '#shade' } })
    expect(chair.state.elsewhere!.has('problem')).to.equal(false)
    expect((await load('/lamp')).state.drafts.has('problem')).to.equal(false)
    expect((await load('/chair')).state.drafts.get('problem')).to.include({ story: 'The shade' })
  })

  it('of this page is not given up for one of another', async () => {
    const { desk, load, store } = visit('/lamp')
    desk.edit('problem', { story: 'The shade' })
    await kept(store, says('The shade'))
    const chair = await load('/chair')
    chair.edit('problem', { story: 'The leg' })
    await chair.adopt('problem')
    expect(chair.state.drafts.get('problem')).to.include({ story: 'The leg' })
    await kept(store, says('The leg'))
    expect(chair.state.elsewhere!.has('problem'), 'nothing is offered any more').to.equal(false)
    expect((await load('/lamp')).state.drafts.get('problem')).to.include({ story: 'The shade' })
  })

  it('of several other pages is the latest one', async () => {
    const { desk, load, store } = visit('/none')
    desk.edit('idea', { story: 'Anything, so that there is a store' })
    await kept(store, says('Anything'))
    const put = [['/a', 'First', 3], ['/b', 'Last', 1], ['/c', 'Second', 2]].map(([path, story, hours]) => [
      `draft:problem ${shop(path as string)}`,
      { at: Date.now() - (hours as number) * 3_600_000, value: { form: 'problem', url: shop(path as string), draft: { kind: 'problem', story } } },
    ] as const)
    await store.write({ put })
    const here = await load('/d')
    expect(here.state.elsewhere!.get('problem')!.url).to.equal(shop('/b'))
    await here.adopt('problem')
    expect(here.state.drafts.get('problem')).to.include({ story: 'Last' })
  })

  it('goes along through a page that changes its address, and comes back at the last one', async () => {
    const { desk, go, load, store } = visit('/lamp')
    desk.edit('problem', { story: 'The shade' })
    await kept(store, says('The shade'))
    go('/cart')
    desk.edit('problem', { story: 'The shade is torn' })
    const entries = await kept(store, says('is torn'))
    expect(keys(entries, 'draft:')).to.deep.equal([`draft:problem ${shop('/cart')}`])
    expect((await load('/cart')).state.drafts.get('problem')).to.include({ story: 'The shade is torn' })
  })

  it('takes no place where another one lies', async () => {
    const { desk, go, load, store } = visit('/cart')
    desk.edit('problem', { story: 'The till' })
    await kept(store, says('The till'))
    const lamp = await load('/lamp')
    lamp.edit('problem', { story: 'The shade' })
    await kept(store, says('The shade'))
    go('/cart')
    lamp.edit('problem', { story: 'The shade is torn' })
    await kept(store, says('is torn'))
    expect((await load('/cart')).state.drafts.get('problem')).to.include({ story: 'The till' })
    expect((await load('/lamp')).state.drafts.get('problem')).to.include({ story: 'The shade is torn' })
  })

  it('of the time before there were pages is still read', async () => {
    const { desk, load, store } = visit('/lamp')
    desk.edit('idea', { story: 'Bulbs' })
    await kept(store, says('Bulbs'))
    await store.write({ put: [['draft:problem', { at: Date.now(), value: { kind: 'problem', form: 'problem', story: 'Long ago' } }]] })
    const again = await load()
    expect(again.state.drafts.get('problem')).to.include({ story: 'Long ago' })
    again.edit('problem', { story: 'Long ago, and now' })
    const entries = await kept(store, says('and now'))
    expect(keys(entries, 'draft:problem')).to.deep.equal([`draft:problem ${shop('/lamp')}`])
  })

  it('is one for the form where the page may not be read', async () => {
    const { desk, load, store } = visit('/lamp', { capture: { subject: false } })
    desk.edit('problem', { story: 'The shade' })
    const entries = await kept(store, says('The shade'))
    expect(JSON.stringify(entries)).not.to.contain('shop.example')
    expect((await load('/chair')).state.drafts.get('problem')).to.include({ story: 'The shade' })
  })

  it('that is damaged is not there, and does no harm', async () => {
    const { desk, load, store } = visit('/lamp')
    desk.edit('idea', { story: 'Bulbs' })
    await kept(store, says('Bulbs'))
    for (const value of [null, 'x', 7, [], {}, { draft: 'x', form: 'problem' }, { form: 'other', draft: { kind: 'problem' } }, { form: 'problem', draft: { kind: 'problem', attachments: [null, { id: 4 }, 'x'], story: 'Whole' } }]) {
      await store.write({ put: [[`draft:problem ${shop('/lamp')}`, { at: Date.now(), value }]] })
      const { drafts } = (await load()).state
      expect(drafts.get('problem')?.attachments).to.equal(undefined)
      expect(drafts.has('problem')).to.equal(says('Whole')(value))
    }
  })
})

describe('The files of a draft', () => {
  it('are there again after a reload, byte for byte, and are written once', async () => {
    const store = createMemoryStore()
    const written: string[] = []
    const watched: Store = { ...store, write: changes => (written.push(...(changes.put ?? []).map(([key]) => key)), store.write(changes)) }
    const { desk, load } = visit('/lamp', {}, watched)
    const file = attachment(300_000, 'proof')
    desk.edit('problem', { story: 'The shade', attachments: [file] })
    await kept(store, says('The shade'))
    desk.edit('problem', { story: 'The shade is torn' })
    await kept(store, says('is torn'))
    expect(written.filter(key => key.startsWith('bytes:'))).to.deep.equal([`bytes:${file.id}`])
    const again = (await load()).state.drafts.get('problem')!.attachments!
    expect(again).to.have.length(1)
    expect({ ...again[0], bytes: [...new Uint8Array(again[0]!.bytes)].every(byte => byte === 7) }).to.deep.equal({ ...file, bytes: true })
  })

  it('are gone from the device when they are removed, and when the draft is sent', async () => {
    const { desk, load, store } = visit()
    const [one, other] = [attachment(5), attachment(6)]
    desk.edit('problem', { story: 'The shade', attachments: [one!, other!] })
    await kept(store, entries => keys(entries, 'bytes:').length === 2)
    desk.edit('problem', { attachments: [other!] })
    await kept(store, entries => keys(entries, 'bytes:').join() === `bytes:${other!.id}`)
    const again = await load()
    await again.submit(again.state.drafts.get('problem')!)
    await kept(store, entries => !keys(entries, 'bytes:').length && !keys(entries, 'draft:').length)
  })

  it('that belong to nothing any more are swept away, with drafts nobody came back for', async () => {
    const { desk, load, store } = visit()
    const file = attachment(5)
    desk.edit('problem', { story: 'The shade', attachments: [file] })
    await kept(store, says('The shade'))
    const old = { form: 'idea', url: shop('/x'), draft: { kind: 'idea', attachments: [{ id: 'old', name: 'a', type: 'a', size: 1 }] } }
    await store.write({ put: [
      [`draft:idea ${shop('/x')}`, { at: Date.now() - 31 * day, value: old }],
      ['bytes:old', { at: Date.now() - 31 * day, value: new ArrayBuffer(1) }],
      ['bytes:lost', { at: Date.now(), value: new ArrayBuffer(1) }],
    ] })
    await load()
    const entries = await kept(store, entries => keys(entries, 'bytes:').join() === `bytes:${file.id}`)
    expect(keys(entries, 'draft:')).to.deep.equal([`draft:problem ${shop('/lamp')}`])
  })

  it('leave at least the words, and are told of once, where the device has no room for them', async () => {
    const store = createMemoryStore()
    const full: Store = {
      ...store,
      write: changes =>
        changes.put?.some(([key]) => key.startsWith('bytes:')) ? Promise.reject(new EarshotError('store/quota', 'The disk is full')) : store.write(changes),
    }
    const { desk, load } = visit('/lamp', {}, full)
    desk.edit('problem', { story: 'The shade', attachments: [attachment(5)] })
    await kept(store, says('The shade'))
    desk.edit('problem', { story: 'The shade is torn', attachments: [...desk.state.drafts.get('problem')!.attachments!, attachment(6)] })
    await kept(store, says('is torn'))
    expect(desk.state.problems.filter(({ code }) => code === 'desk/draft-not-kept')).to.have.length(1)
    expect(desk.state.drafts.get('problem')!.attachments, 'the form still has them').to.have.length(2)
    expect((await load()).state.drafts.get('problem')).to.include({ story: 'The shade is torn' }).and.not.to.have.property('attachments')
  })

  it('are erased with everything else', async () => {
    const { desk, store } = visit()
    desk.edit('problem', { story: 'The shade', attachments: [attachment(5)] })
    await kept(store, entries => keys(entries, 'bytes:').length === 1)
    await desk.forget()
    expect(await store.entries('')).to.deep.equal([])
  })

  it('stay in memory until consent is given, and then go where the draft goes', async () => {
    const { desk, store, opened } = visit('/lamp', { consent: 'required' })
    desk.edit('problem', { story: 'The shade', attachments: [attachment(5)] })
    await desk.restore('idea')
    expect(opened()).to.equal(0)
    expect(await store.entries('')).to.deep.equal([])
    await desk.consent(true)
    await kept(store, entries => keys(entries, 'bytes:').length === 1 && keys(entries, 'draft:').length === 1)
  })
})

describe('What a draft never holds', () => {
  it('is what a field the owner calls sensitive says', async () => {
    const forms = [{ id: 'problem', fields: ['story', { type: 'text', name: 'pin', sensitive: true }, { type: 'file', name: 'passport', sensitive: true }, 'contact'] }]
    const { desk, load, store } = visit('/lamp', { forms })
    desk.edit('problem', { story: 'The shade', answers: { pin: 'S3CRET' }, attachments: [attachment(5, 'passport')] })
    const entries = await kept(store, says('The shade'))
    expect(JSON.stringify(entries)).not.to.contain('S3CRET').and.not.to.contain('passport')
    expect(keys(entries, 'bytes:')).to.deep.equal([])
    expect(desk.state.drafts.get('problem')!.answers).to.deep.equal({ pin: 'S3CRET' })
    expect((await load()).state.drafts.get('problem')!.attachments).to.equal(undefined)
  })

  it('is what a password or a card field of the page says', async () => {
    const host = document.createElement('div')
    host.innerHTML = '<form><input type="password" value="hunter2 TELLTALE"><input autocomplete="cc-number" value="4111111111111111 TELLTALE"></form>'
    document.body.append(host)
    const { page, desk, store } = deskFor()
    Object.assign(page, { reading: browserPage().reading })
    desk.edit('problem', { story: 'The shade' })
    await desk.enclosures()
    await desk.search('shade')
    const entries = await kept(store, says('The shade'))
    host.remove()
    expect(JSON.stringify(entries)).not.to.contain('TELLTALE')
  })
})
