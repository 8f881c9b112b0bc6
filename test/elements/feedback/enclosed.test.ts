import { expect } from '@open-wc/testing'
import type { Draft } from '../../../src/core/issue/draft.ts'
import type { Diagnostics } from '../../../src/core/issue/issue.ts'
import type { Config } from '../../../src/desk/config.ts'
import type { Page } from '../../../src/desk/page.ts'
import type { EarshotFeedback } from '../../../src/elements/feedback/feedback.ts'
import type { EarshotSubmitEvent } from '../../../src/elements/shared/events.ts'
import { stillPage } from '../../desk/desk-fixtures.ts'
import { byRole, find, gone } from '../find.ts'
import { diskStore, focused, seen, soon, stage, type } from '../element-fixtures.ts'

const story = 'The lamp came with a dent in its shade.'
const details = [{ name: 'order', label: { en: 'Order', de: 'Bestellung' }, selector: '#order' }]
const recorded: Diagnostics = {
  errors: [{ type: 'error', message: 'x is undefined', where: 'https://shop.example/app.js:3:14', count: 2 }],
  requests: [{ url: 'https://shop.example/cart', status: 500 }],
  versions: { earshot: '1.0.0' },
}

/** A problem with its story told, "What we send" open. */
async function opened(config: Config = {}) {
  const still = stillPage()
  const page: Page = {
    ...still.page,
    reading: async () => ({ ...(await still.page.reading()), details: () => ({ order: '4711' }) }),
    recordDiagnostics: async () => ({ read: () => recorded, stop() {} }),
  }
  const world = await stage<EarshotFeedback>('earshot-feedback', {}, { details, ...config }, diskStore(), { page })
  type(await find(world.element, 'textbox', 'What happened?'), story)
  world.element.shadowRoot!.querySelector('summary')!.click()
  await soon(() => seen(world.element).includes('Whose name it carries'), 'the list')
  return world
}

const press = async (element: Element, name: string) => (await find(element, 'button', name)).click()

/** What the page does with the issue before it is sealed. */
const page = (element: Element, act: (issue: Draft) => void) => element.addEventListener('earshot-submit', event => act((event as EarshotSubmitEvent).issue))

async function sent({ element, taken }: Awaited<ReturnType<typeof opened>>) {
  await press(element, 'Send')
  await find(element, 'heading', 'We have it')
  return taken[0]!
}

describe('What we send', () => {
  it('shows each detail the page knows in a field of its own, to be corrected', async () => {
    const world = await opened()
    const field = (await find(world.element, 'textbox', 'Order')) as HTMLInputElement
    expect(field.value).to.equal('4711')
    await expect(world.element).to.be.accessible()
    type(field, '4712')
    expect((await sent(world)).answers).to.deep.equal({ order: '4712' })
  })

  it('shows the page all that goes, before it does', async () => {
    const world = await opened({ capture: { diagnostics: true } })
    await world.desk.search('dent')
    const box = byRole(world.element, 'checkbox', 'Also send what went wrong technically on this page')[0] as HTMLInputElement
    box.click()
    let shown: unknown
    page(world.element, issue => (shown = structuredClone({ ...issue, withheld: undefined, filling: undefined })))
    const { subject, journey, environment, diagnostics, answers, consent } = await sent(world)
    expect(shown).to.deep.include({ subject, journey, environment, diagnostics, answers, consent })
    expect(answers).to.deep.equal({ order: '4711' })
    expect(diagnostics).to.deep.equal(recorded)
  })

  it('puts nothing back that the page takes out', async () => {
    const world = await opened({ capture: { diagnostics: true } })
    await world.desk.search('dent')
    ;(byRole(world.element, 'checkbox', 'Also send what went wrong technically on this page')[0] as HTMLInputElement).click()
    page(world.element, issue => {
      for (const part of ['journey', 'environment', 'diagnostics'] as const) delete issue[part]
      delete issue.subject!.url
      delete issue.answers!['order']
    })
    const issue = await sent(world)
    expect(issue).not.to.have.any.keys('journey', 'environment', 'diagnostics', 'answers', 'consent')
    expect(issue.subject).to.deep.equal({ title: 'Lamp', product: { id: 'L1', name: 'Lamp' } })
    expect(issue.story).to.equal(story)
  })

  it('sends nothing technical where the page takes the tick back', async () => {
    const world = await opened({ capture: { diagnostics: true } })
    ;(byRole(world.element, 'checkbox', 'Also send what went wrong technically on this page')[0] as HTMLInputElement).click()
    page(world.element, issue => void delete issue.consent!.diagnostics)
    expect(await sent(world)).not.to.have.property('diagnostics')
  })

  it('leaves out a detail that was taken out or emptied, and sends what the page says when it was put back', async () => {
    const one = await opened()
    type(await find(one.element, 'textbox', 'Order'), '4712')
    const button = await find(one.element, 'button', 'Take out: Order')
    button.focus()
    button.click()
    await find(one.element, 'button', 'Put back: Order')
    expect(focused() === button).to.equal(true)
    await gone(one.element, 'textbox', 'Order')
    button.click()
    expect(((await find(one.element, 'textbox', 'Order')) as HTMLInputElement).value).to.equal('4711')
    button.click()
    await find(one.element, 'button', 'Put back: Order')
    expect((await sent(one)).answers).to.equal(undefined)
    const other = await opened()
    type(await find(other.element, 'textbox', 'Order'), ' ')
    expect((await sent(other)).answers).to.equal(undefined)
  })

  it('says whose name it carries', async () => {
    const { element } = await opened()
    expect(seen(element)).to.contain('Without your name')
    type(await find(element, 'textbox', 'Email (only if you want an answer)'), 'ada@example.org')
    await soon(() => !seen(element).includes('Without your name'), 'the name')
    const known = await opened({ identity: async () => 'token' })
    expect(seen(known.element)).to.contain('Your account on this site').and.not.to.contain('Without your name')
  })

  it('shows files and the part of the page that was pointed at, takes them out of the draft and puts them back', async () => {
    const { element, desk } = await opened()
    const file = { id: 'f', name: 'dent.png', type: 'image/png', size: 48_200, bytes: new ArrayBuffer(1), field: 'files' }
    desk.edit('problem', { attachments: [file], subject: { element: { selector: '#buy', text: 'Buy now' } } })
    await soon(() => seen(element).includes('dent.png, 48 kB') && seen(element).includes('Buy now'), 'the file and the part')
    expect(seen(element)).to.contain('https://shop.example/products/lamp')
    await press(element, 'Take out: Picture')
    await press(element, 'Take out: The part of the page it is about')
    expect(desk.state.drafts.get('problem')!.attachments).to.deep.equal([])
    expect(desk.state.drafts.get('problem')!.subject?.element).to.equal(undefined)
    await press(element, 'Put back: Picture')
    await press(element, 'Put back: The part of the page it is about')
    expect(desk.state.drafts.get('problem')!.attachments).to.deep.equal([file])
    expect(desk.state.drafts.get('problem')!.subject?.element).to.deep.equal({ selector: '#buy', text: 'Buy now' })
  })

  it('calls the articles that were read by their titles, also after a reload, and does not count that as reading', async () => {
    const world = await opened()
    await world.desk.read('repairs')
    world.desk.dispose()
    const again = world.make()
    world.element.desk = again
    again.open()
    await soon(() => again.state.journey.articles?.length, 'the journey')
    await find(world.element, 'textbox', 'What happened?')
    const summary = world.element.shadowRoot!.querySelector('summary')!
    if (!(summary.parentElement as HTMLDetailsElement).open) summary.click()
    await soon(() => seen(world.element).includes('Repairs'), 'the title of the article')
    expect(again.state.journey.articles!.map(({ id }) => id)).to.deep.equal(['repairs'])
  })

  it('offers diagnostics only where the owner collects them, not ticked, and shows them once they are', async () => {
    const without = await opened()
    expect(byRole(without.element, 'checkbox')).to.have.length(0)
    const world = await opened({ capture: { diagnostics: true } })
    const box = (await find(world.element, 'checkbox', 'Also send what went wrong technically on this page')) as HTMLInputElement
    expect(box.checked).to.equal(false)
    expect(seen(world.element)).not.to.contain('x is undefined')
    box.click()
    await find(world.element, 'list', 'What went wrong technically')
    expect(seen(world.element)).to.contain('x is undefined https://shop.example/app.js:3:14 × 2').and.to.contain('500 https://shop.example/cart').and.to.contain('earshot 1.0.0')
    await expect(world.element).to.be.accessible()
    const issue = await sent(world)
    expect(issue.diagnostics).to.deep.equal(recorded)
    expect(issue.consent).to.deep.equal({ environment: true, diagnostics: true })
  })

  it('sends no diagnostics when the tick was taken away again', async () => {
    const world = await opened({ capture: { diagnostics: true } })
    const box = await find(world.element, 'checkbox', 'Also send what went wrong technically on this page')
    box.click()
    await find(world.element, 'list', 'What went wrong technically')
    box.click()
    await gone(world.element, 'list', 'What went wrong technically')
    const issue = await sent(world)
    expect(issue.diagnostics).to.equal(undefined)
    expect(issue.consent).to.deep.equal({ environment: true })
  })

  it('shows nothing of the staff’s own visit when they write for a customer', async () => {
    const world = await opened({ staff: true, capture: { diagnostics: true } })
    expect(seen(world.element)).to.contain('This page').and.not.to.contain('Language and time zone')
    expect(byRole(world.element, 'checkbox')).to.have.length(0)
    const issue = await sent(world)
    expect(issue).not.to.have.any.keys('environment', 'journey')
  })
})
