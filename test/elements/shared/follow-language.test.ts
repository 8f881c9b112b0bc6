import { expect, fixture, html } from '@open-wc/testing'
import { shelf } from '../../../src/desk/shelf.ts'
import { summonIn } from '../../../src/elements/summon-in.ts'
import { deskFor } from '../../desk/desk-fixtures.ts'
import { diskStore, seen, soon } from '../element-fixtures.ts'

const title = { en: 'How can we help?', de: 'Wie können wir helfen?' }

describe('the language of an element', () => {
  let leave = () => {}
  afterEach(() => {
    leave()
    document.documentElement.lang = 'en'
  })

  /** An element in a page, with a desk that speaks `locale`; without one it speaks the page's. */
  async function helpIn(markup: ReturnType<typeof html>, locale = 'en') {
    const parent = await fixture<HTMLElement>(markup)
    const { desk } = deskFor({ desk: 'spoken', locale }, diskStore())
    shelf.put('spoken', desk)
    leave = summonIn(parent.parentElement!)
    const element = parent.querySelector('earshot-help')!
    const says = (text: string) => soon(() => element.shadowRoot && seen(element).includes(text), `“${text}”`)
    return { parent, element, desk, says }
  }

  it('is that of the nearest ancestor that has one, and changes with it', async () => {
    document.documentElement.lang = 'en'
    const { parent, element, desk, says } = await helpIn(html`<section lang="de"><earshot-help desk="spoken"></earshot-help></section>`)
    await says(title.de)
    expect(element.shadowRoot!.querySelector('.root')!.getAttribute('lang')).to.equal('de')
    parent.lang = 'en'
    await says(title.en)
    parent.lang = 'ar'
    await soon(() => element.shadowRoot!.querySelector('.root')!.getAttribute('dir') === 'rtl', 'it is written from right to left')
    parent.removeAttribute('lang')
    await says(title.en)
    expect(desk.settings.locale, 'the desk speaks as it did').to.equal('en')
  })

  it('comes along when the element is moved into another part of the page', async () => {
    document.documentElement.lang = 'en'
    const { parent, element, says } = await helpIn(html`<div><earshot-help desk="spoken"></earshot-help><section lang="de"></section></div>`)
    await says(title.en)
    parent.querySelector('section')!.append(element)
    await says(title.de)
  })

  it('is what an owner set, where they set another than the page has', async () => {
    document.documentElement.lang = 'en'
    const { parent, says } = await helpIn(html`<section lang="en"><earshot-help desk="spoken"></earshot-help></section>`, 'de')
    await says(title.de)
    parent.lang = 'fr'
    await says(title.de)
  })

  it('does what it did: what is written in one language is there in the other', async () => {
    document.documentElement.lang = 'en'
    const { parent, desk, says } = await helpIn(html`<section lang="de"><earshot-help desk="spoken"></earshot-help></section>`)
    await says(title.de)
    desk.edit('problem', { kind: 'problem', story: 'The lid is cracked.' })
    parent.lang = 'en'
    await says(title.en)
    const { desk: own } = parent.querySelector('earshot-help')! as unknown as { desk?: unknown }
    expect(own === undefined, 'it is the desk itself again').to.equal(true)
    expect(desk.state.drafts.get('problem')?.story).to.equal('The lid is cracked.')
  })
})
