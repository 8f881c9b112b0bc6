import { expect, fixture, html } from '@open-wc/testing'
import { executeServerCommand, sendKeys } from '@web/test-runner-commands'
import type { Config } from '../../../../src/desk/config.ts'
import type { EarshotHelp } from '../../../../src/elements/help/help.ts'
import { summonElement } from '../../../../src/elements/roster.ts'
import { deskFor } from '../../../desk/desk-fixtures.ts'
import { focused, seen, soon, type } from '../../element-fixtures.ts'
import { byRole, find, gone } from '../../find.ts'

await summonElement('earshot-help')
// Unbundled they come file by file, which takes longer than anybody waits for a popover.
await Promise.all([import('../../../../src/elements/help/mark/answer.ts'), import('../../../../src/elements/shared/anchor.ts')])

let count = 0

/** A field with its mark, told by id. */
async function fieldWith(article: string, config: Config = {}) {
  const world = deskFor(config)
  const id = `colour-${++count}`
  const page = await fixture<HTMLElement>(html`<div>
    <label for=${id}>Colour</label> <input id=${id} />
    <earshot-help for=${id} article=${article} .desk=${world.desk}><a href="/help">Help</a></earshot-help>
    <button type="button">Next</button>
  </div>`)
  const mark = page.querySelector<EarshotHelp>('earshot-help')!
  return { ...world, page, mark, button: await find(mark, 'button', 'Help: Colour') }
}

const popover = (mark: Element) => mark.shadowRoot!.querySelector<HTMLElement>('[part="answer"]')!

describe('A question mark beside a field', () => {
  it('is a button named after the field, big enough for a finger, and the field says that there is more', async () => {
    const { page, mark, button } = await fieldWith('returns')
    expect(button.getAttribute('aria-expanded')).to.equal('false')
    const { width, height } = button.getBoundingClientRect()
    expect(Math.min(width, height)).to.be.at.least(24)
    expect(page.querySelector('input')!.getAttribute('aria-details')).to.equal(mark.id)
    expect(seen(mark)).not.to.contain('Help')
  })

  it('opens the short answer when it is pressed, and takes no focus', async () => {
    const { mark, button, page } = await fieldWith('returns')
    const read: string[] = []
    page.addEventListener('earshot-article', ({ id }) => read.push(id))
    button.focus()
    button.click()
    await find(mark, 'heading', 'Returning a lamp')
    expect(seen(popover(mark))).to.contain('Send it back within 30 days . See repairs .')
    expect(popover(mark).querySelectorAll('.short a').length).to.equal(0)
    expect(popover(mark).matches(':popover-open')).to.equal(true)
    expect([button.ariaExpanded, button.getAttribute('aria-controls'), focused() === button]).to.deep.equal(['true', popover(mark).id, true])
    expect((await find(mark, 'status')).textContent!.trim()).to.contain('Send it back within')
    expect(read).to.deep.equal(['returns'])
    button.click()
    await gone(mark, 'heading', 'Returning a lamp')
    expect(button.ariaExpanded).to.equal('false')
  })

  it('shows a summary where the article has one, and the first paragraph of an article in HTML', async () => {
    const articles = [
      { id: 'a', title: 'One', body: 'The body.', summary: 'In short.', format: 'markdown' as const },
      { id: 'b', title: 'Two', body: '<h1>Two</h1><p></p><p>The <b>first</b> words.</p><script>alert(1)</script><p>More.</p>', format: 'html' as const },
    ]
    const { mark, button } = await fieldWith('a', { articles })
    button.click()
    await find(mark, 'heading', 'One')
    expect(seen(popover(mark))).to.contain('In short.').and.not.to.contain('The body.')
    button.click()
    await gone(mark, 'heading', 'One')
    mark.setAttribute('article', 'b')
    button.click()
    await find(mark, 'heading', 'Two')
    expect(seen(popover(mark))).to.contain('The first words.').and.not.to.contain('More.')
  })

  it('closes by Escape from inside and from the mark, gives focus back, and leaves the dialog around it open', async () => {
    const { mark, button } = await fieldWith('returns')
    const heard: string[] = []
    document.addEventListener('keydown', ({ key }) => heard.push(key), { once: true })
    button.focus()
    button.click()
    ;(await find(mark, 'button', 'Yes')).focus()
    await sendKeys({ press: 'Escape' })
    await gone(mark, 'button', 'Yes')
    expect(focused() === button).to.equal(true)
    button.click()
    await find(mark, 'button', 'Yes')
    await sendKeys({ press: 'Escape' })
    await gone(mark, 'button', 'Yes')
    expect(heard).to.deep.equal([])
  })

  it('stays open for an Escape pressed elsewhere, and closes when the page is pressed', async () => {
    const { mark, button, page } = await fieldWith('returns')
    button.click()
    await find(mark, 'button', 'Yes')
    page.querySelector('input')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }))
    expect(popover(mark).matches(':popover-open')).to.equal(true)
    popover(mark).dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }))
    expect(popover(mark).matches(':popover-open')).to.equal(true)
    page.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }))
    await gone(mark, 'button', 'Yes')
  })

  it('is next for the Tab key after the mark, and closes when one goes on', async () => {
    const { mark, button, page } = await fieldWith('returns')
    button.focus()
    button.click()
    await find(mark, 'button', 'Yes')
    const steps: string[] = []
    for (let step = 0; step < 8 && focused()?.textContent?.trim() !== 'Next'; step++) {
      await executeServerCommand('chord', { keys: ['Tab'] })
      const now = focused()!
      steps.push(now.getAttribute('aria-label') ?? now.textContent!.trim())
    }
    expect(steps.filter(Boolean)).to.deep.equal(['Close', 'Yes', 'No', 'Next'])
    await gone(mark, 'button', 'Yes')
    expect(page.querySelector('button') === focused()).to.equal(true)
  })

  it('thanks once for a yes, and counts it', async () => {
    const { mark, button, desk } = await fieldWith('returns')
    button.click()
    const group = await find(mark, 'group', 'Did this help?')
    expect(byRole(group, 'button').length).to.equal(2)
    ;(await find(mark, 'button', 'Yes')).click()
    await soon(() => seen(popover(mark)).includes('Good to know.'), 'the thanks')
    await soon(() => desk.state.journey.articles?.some(({ id, helpful }) => id === 'returns' && helpful), 'the yes in the journey')
  })

  it('asks after a no what is missing, and puts the person first', async () => {
    const { mark, button, desk } = await fieldWith('returns')
    button.click()
    ;(await find(mark, 'button', 'No')).click()
    await find(mark, 'button', 'Talk to a person')
    const box = await find(mark, 'textbox', 'What is missing?')
    type(box, 'The address')
    ;(await find(mark, 'button', 'Send')).click()
    await soon(() => seen(popover(mark)).includes('Noted.'), 'that it is noted')
    await soon(() => desk.state.journey.articles?.some(({ helpful, missing }) => helpful === false && missing === 'The address'), 'the no in the journey, and what was missing')
  })

  it('names the people in its own place where the page has no panel, with a way back', async () => {
    const { mark, button } = await fieldWith('returns')
    button.click()
    ;(await find(mark, 'button', 'No')).click()
    ;(await find(mark, 'button', 'Talk to a person')).click()
    await find(mark, 'heading', 'Talk to a person')
    ;(await find(mark, 'button', 'Back')).click()
    await find(mark, 'heading', 'Returning a lamp')
  })

  it('shows the whole article in its own place where the page has no panel', async () => {
    const articles = [{ id: 'long', title: 'Long', body: 'First.\n\nSecond, with [a link](https://elsewhere.example/).', format: 'markdown' as const }]
    const { mark, button } = await fieldWith('long', { articles })
    button.click()
    ;(await find(mark, 'button', 'Read on')).click()
    await find(mark, 'link', 'a link (another site)')
    expect(seen(popover(mark))).to.contain('Second')
  })

  it('opens the panel at the article where there is one', async () => {
    await summonElement('earshot-widget')
    const { mark, button, desk, page } = await fieldWith('long', { articles: [{ id: 'long', title: 'Long', body: 'First.\n\nSecond.', format: 'markdown' }] })
    const widget = Object.assign(document.createElement('earshot-widget'), { desk })
    widget.setAttribute('desk', desk.settings.desk)
    page.append(widget)
    button.focus()
    button.click()
    ;(await find(mark, 'button', 'Read on')).click()
    expect(desk.state.view).to.deep.equal({ name: 'article', id: 'long' })
    const panel = await find(widget, 'dialog', 'Help')
    await find(panel, 'heading', 'Long')
    await gone(mark, 'group', 'Did this help?')
    desk.close()
    await soon(() => focused() === button, 'focus back on the mark')
  })

  it('says in a sentence that there is no such article, or that it cannot be had, and names the person', async () => {
    const missing = await fieldWith('nothing')
    missing.button.click()
    await find(missing.mark, 'button', 'Talk to a person')
    expect(seen(popover(missing.mark))).to.contain('This article is no longer here.')

    let down = true
    const source = {
      search: async () => [],
      read: async () => {
        if (down) throw new TypeError('down')
        return { id: 'late', title: 'Late', body: 'Here now.', format: 'markdown' as const }
      },
    }
    const broken = await fieldWith('late', { articles: source })
    broken.button.click()
    const again = await find(broken.mark, 'button', 'Try again')
    expect(seen(popover(broken.mark))).to.contain('This article could not be loaded.')
    down = false
    again.click()
    await find(broken.mark, 'heading', 'Late')
  })

  it('leaves the page’s own words in its place until there is a desk', async () => {
    const page = await fixture<HTMLElement>(html`<p><earshot-help desk="nobody" article="returns"><a href="/help">About returns</a></earshot-help></p>`)
    const mark = page.querySelector<EarshotHelp>('earshot-help')!
    await mark.updateComplete
    expect(byRole(page, 'link', 'About returns').length).to.equal(1)
    expect(byRole(mark, 'button').length).to.equal(0)
    const { desk } = deskFor({ desk: 'nobody' })
    await find(mark, 'button', 'Help with this')
    expect(mark.shadowRoot!.querySelector('slot')!.hidden).to.equal(true)
    desk.dispose()
  })

  it('takes back what it said of the field when it goes', async () => {
    const { page, mark } = await fieldWith('returns')
    mark.remove()
    expect(page.querySelector('input')!.hasAttribute('aria-details')).to.equal(false)
    page.append(mark)
    await soon(() => page.querySelector('input')!.getAttribute('aria-details') === mark.id, 'the relation again')
  })

  it('does not speak over what the page says of the field itself', async () => {
    const page = await fixture<HTMLElement>(html`<div><input id="own" aria-details="more" /><p id="more">More</p></div>`)
    const { desk } = deskFor()
    const mark = Object.assign(document.createElement('earshot-help') as EarshotHelp, { desk, article: 'returns', for: 'own' })
    page.append(mark)
    await find(mark, 'button')
    mark.remove()
    expect(page.querySelector('input')!.getAttribute('aria-details')).to.equal('more')
  })

  it('looks its field up in the shadow root it stands in', async () => {
    const host = await fixture<HTMLElement>(html`<div></div>`)
    const root = host.attachShadow({ mode: 'open' })
    const field = Object.assign(document.createElement('input'), { id: 'inner', ariaLabel: 'Inner field' })
    const { desk } = deskFor()
    const mark = Object.assign(document.createElement('earshot-help') as EarshotHelp, { desk, article: 'returns', for: 'inner' })
    root.append(field, mark)
    ;(await find(mark, 'button', 'Help: Inner field')).click()
    await find(mark, 'heading', 'Returning a lamp')
    expect(field.getAttribute('aria-details')).to.equal(mark.id)
  })
})
