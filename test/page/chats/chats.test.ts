import { expect } from '@open-wc/testing'
import type { Draft } from '../../../src/core/issue/draft.ts'
import type { Handover } from '../../../src/desk/handover.ts'
import { openChat } from '../../../src/page/chats/open-chat.ts'
import { openChatwoot } from '../../../src/page/chats/chatwoot.ts'
import { openRocketChat } from '../../../src/page/chats/rocket-chat.ts'
import { openZammad } from '../../../src/page/chats/zammad.ts'

const handover = (draft: Partial<Draft> = {}): Handover => ({
  rung: { id: 'chat', name: 'The team', kind: 'chat', open: true },
  draft: { kind: 'question', ...draft },
  text: 'The lamp hums.',
})
const ada = handover({ contact: { name: 'Ada', email: 'ada@example.org' } })

/** A page with such globals on it. */
const page = (globals: object): Window => Object.assign(new EventTarget(), { document: document.implementation.createHTMLDocument() }, globals) as unknown as Window

/** Something that notes what it is told. */
function noting<Name extends string>(...names: Name[]) {
  const told: [string, ...unknown[]][] = []
  const verbs = Object.fromEntries(names.map(name => [name, (...said: unknown[]) => void told.push([name, ...said])])) as Record<Name, () => void>
  return { told, verbs }
}

const codeOf = (work: Promise<unknown>) => work.then(() => 'opened', (error: { code?: string }) => error.code)

describe('Chatwoot', () => {
  const chatwoot = () => noting('setCustomAttributes', 'setConversationCustomAttributes', 'toggle', 'setUser')

  it('is opened with the words as attributes, and with name and address only where the customer gave them', async () => {
    for (const [given, more] of [[handover(), {}], [ada, { earshot_name: 'Ada', earshot_email: 'ada@example.org' }]] as const) {
      const { told, verbs } = chatwoot()
      await openChatwoot(given, page({ $chatwoot: { hasLoaded: true, ...verbs } }))
      const attributes = { earshot_for: 'The team', earshot_text: 'The lamp hums.', ...more }
      expect(told).to.deep.equal([['setCustomAttributes', attributes], ['setConversationCustomAttributes', attributes], ['toggle', 'open']])
    }
  })

  it('is waited for while it loads', async () => {
    const { told, verbs } = chatwoot()
    const view = page({ $chatwoot: { hasLoaded: false, ...verbs } })
    const opening = openChatwoot(handover(), view)
    expect(told).to.have.length(0)
    view.dispatchEvent(new Event('chatwoot:ready'))
    await opening
    expect(told.at(-1)).to.deep.equal(['toggle', 'open'])
  })

  it('says so when it is not on the page, or never gets ready', async () => {
    expect(await codeOf(openChatwoot(handover(), page({})))).to.equal('chat/not-there')
    expect(await codeOf(openChatwoot(handover(), page({ $chatwoot: { hasLoaded: false } }), 0))).to.equal('chat/not-there')
  })
})

describe('Rocket.Chat', () => {
  const rocket = () => noting('setCustomField', 'setGuestName', 'setGuestEmail', 'maximizeWidget')

  it('is opened with the words in a field, and with name and address only where the customer gave them', async () => {
    const { told, verbs } = rocket()
    const view = page({ RocketChat: (run: () => void) => run.call(verbs as never) })
    await openRocketChat(handover(), view)
    expect(told).to.deep.equal([['setCustomField', 'earshotFor', 'The team'], ['setCustomField', 'earshotText', 'The lamp hums.'], ['maximizeWidget']])
    await openRocketChat(ada, view)
    expect(told.slice(3, 5)).to.deep.equal([['setGuestName', 'Ada'], ['setGuestEmail', 'ada@example.org']])
  })

  it('says so where only its line of installation is there, and does not open by itself later', async () => {
    const { told, verbs } = rocket()
    const queued: (() => void)[] = []
    expect(await codeOf(openRocketChat(handover(), page({ RocketChat: (run: () => void) => queued.push(run) }), 0))).to.equal('chat/not-there')
    for (const run of queued) run.call(verbs as never)
    expect(told).to.have.length(0)
    expect(await codeOf(openRocketChat(handover(), page({})))).to.equal('chat/not-there')
  })
})

describe('Zammad', () => {
  const button = (view: Window, names: string) => view.document.body.appendChild(Object.assign(view.document.createElement('button'), { className: names }))

  it('is opened by the button that it listens to', async () => {
    const view = page({ ZammadChat: class {} })
    let pressed = 0
    button(view, 'open-zammad-chat').onclick = () => pressed++
    await openZammad(handover(), view)
    expect(pressed).to.equal(1)
  })

  it('says so without its script, without a button, and while nobody is there', async () => {
    const inactive = page({ ZammadChat: class {} })
    button(inactive, 'open-zammad-chat is-inactive')
    const blocked = page({})
    button(blocked, 'open-zammad-chat')
    for (const view of [inactive, blocked, page({ ZammadChat: class {} })]) expect(await codeOf(openZammad(handover(), view))).to.equal('chat/not-there')
  })
})

describe('The owner’s own chat', () => {
  it('is opened by the function in the settings, with the case as it is', async () => {
    let given: unknown
    await openChat({ chat: said => void (given = said) }, ada)
    expect(given).to.equal(ada)
  })

  it('is fetched by its name, and says so where it is not on the page', async () => {
    for (const chat of ['chatwoot', 'rocket.chat', 'zammad'] as const) expect(await codeOf(openChat({ chat }, ada))).to.equal('chat/not-there')
  })
})
