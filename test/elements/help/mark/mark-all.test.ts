import { expect, fixture, html } from '@open-wc/testing'
import { executeServerCommand } from '@web/test-runner-commands'
import type { Desk } from '../../../../src/desk/desk.ts'
import { summonIn } from '../../../../src/elements/summon-in.ts'
import { summonElement } from '../../../../src/elements/roster.ts'
import { deskFor } from '../../../desk/desk-fixtures.ts'
import { focused, soon } from '../../element-fixtures.ts'
import { byRole, find, gone } from '../../find.ts'

await summonElement('earshot-help')
await Promise.all(['mark', 'answer', 'mark-all'].map(file => import(`../../../../src/elements/help/mark/${file}.ts`)))

const marksIn = (root: ParentNode) => [...root.querySelectorAll<HTMLElement>('earshot-help')]
const rectsIn = (root: Element) =>
  [root, ...root.querySelectorAll('*:not(earshot-help)')].map(element => {
    const { x, y, width, height } = element.getBoundingClientRect()
    return [element.localName, x, y, width, height].join(' ')
  })
const frames = async (count: number) => {
  for (let frame = 0; frame < count; frame++) await new Promise(requestAnimationFrame)
}

describe('Help beside anything that names its article', () => {
  let desk: Desk
  let stop = () => {}
  beforeEach(() => void ({ desk } = deskFor()))
  afterEach(() => {
    stop()
    desk.dispose()
  })

  /** The page, and all its marks in their places. */
  async function pageWith(template: unknown, count: number) {
    const page = await fixture<HTMLElement>(html`<div>${template as string}</div>`)
    const [before, markup] = [rectsIn(page), page.outerHTML]
    stop = summonIn(page, desk.settings.desk)
    const marks = await soon(() => marksIn(page).length === count && marksIn(page).every(mark => byRole(mark, 'button').length === 1) && marksIn(page), `${count} marks`)
    await frames(4)
    return { page, marks, before, markup }
  }

  const form = html`<form style="display: grid; gap: 10px; width: 260px">
    <label for="post">Postcode</label><input id="post" data-earshot-article="returns" /><p>Five digits</p>
    <label>Colour <input id="colour" data-earshot-article="returns" /></label>
    <div style="display: flex; gap: 8px"><button type="button" data-earshot-article="repairs">Mend</button><a href="#x">Or not</a></div>
    <input type="checkbox" id="tick" data-earshot-article="repairs" /><label for="tick">Wrap it</label>
    <h2 data-earshot-article="returns">Delivery</h2><p>By post.</p>
    <ul><li data-earshot-article="returns">One</li><li>Two</li></ul>
  </form>`
  const table = html`<table cellpadding="12" style="width: 320px"><tbody>
    <tr><td data-earshot-article="returns">HE-01</td><td>Foot</td></tr>
    <tr><td>HE-02</td><td data-earshot-article="repairs">A very long description of a shade, over several lines</td></tr>
  </tbody></table>`

  it('moves nothing on the page', async () => {
    const { page, before } = await pageWith(html`${form}${table}`, 8)
    expect(rectsIn(page)).to.deep.equal(before)
    expect(document.documentElement.scrollWidth).to.equal(document.documentElement.clientWidth)
  })

  it('lies over no words of others, and inside the window', async () => {
    const { page, marks } = await pageWith(html`${form}${table}`, 8)
    const words = document.createTreeWalker(page, NodeFilter.SHOW_TEXT)
    const lines: { line: DOMRect; of: Element }[] = []
    for (let node = words.nextNode(); node; node = words.nextNode()) {
      const range = document.createRange()
      range.selectNodeContents(node)
      if (node.textContent!.trim()) lines.push(...[...range.getClientRects()].map(line => ({ line, of: node!.parentElement! })))
    }
    for (const mark of marks) {
      const { left, right, top, bottom } = mark.getBoundingClientRect()
      expect(left >= 0 && right <= innerWidth, 'in the window').to.equal(true)
      const target = page.querySelector(`[aria-details="${mark.id}"]`)
      const over = lines.filter(({ line, of }) => of !== target && line.left < right - 4 && line.right > left + 4 && line.top < bottom - 5 && line.bottom > top + 5)
      expect(over.map(({ of }) => of.textContent), `words under the mark of ${byRole(mark, 'button')[0]!.ariaLabel}`).to.deep.equal([])
    }
  })

  it('is named after what it stands beside, comes after it for the Tab key, and never inside a name', async () => {
    const { page, marks } = await pageWith(html`${form}${table}`, 8)
    const names = marks.map(mark => byRole(mark, 'button')[0]!.getAttribute('aria-label'))
    expect(names).to.deep.equal([
      'Help: Postcode', 'Help: Colour', 'Help: Mend', 'Help: Wrap it', 'Help: Delivery', 'Help: One', 'Help: HE-01',
      'Help: A very long description of a shade, over several lines',
    ])
    expect(page.querySelectorAll(':is(label, button, a, h2) earshot-help').length).to.equal(0)
    expect(page.querySelectorAll('td > earshot-help:last-child').length).to.equal(2)
    expect(page.querySelectorAll('#tick + label').length, 'what hangs on being next goes on to be next').to.equal(1)
    page.querySelector<HTMLElement>('#post')!.focus()
    await executeServerCommand('chord', { keys: ['Tab'] })
    expect(focused()?.getAttribute('aria-label')).to.equal('Help: Postcode')
    await executeServerCommand('chord', { keys: ['Tab'] })
    expect(focused()?.id).to.equal('colour')
  })

  it('comes with an attribute set later, follows it, and goes with it without a trace', async () => {
    const { page, markup } = await pageWith(html`<p id="later">Later</p>`, 0)
    const target = page.querySelector('#later')!
    target.setAttribute('data-earshot-article', 'returns')
    const mark = await soon(() => marksIn(page)[0], 'the mark')
    ;(await find(mark, 'button', 'Help: Later')).click()
    await find(mark, 'heading', 'Returning a lamp')
    target.setAttribute('data-earshot-article', 'repairs')
    await find(mark, 'heading', 'Repairs')
    target.removeAttribute('data-earshot-article')
    await soon(() => marksIn(page).length === 0, 'no mark')
    expect(page.outerHTML).to.equal(markup)
  })

  it('comes with what is added, goes with what is taken away, and comes back when a page draws itself anew', async () => {
    const { page } = await pageWith(html`<p>Words</p>`, 0)
    const added = Object.assign(document.createElement('section'), { textContent: 'New' })
    added.dataset.earshotArticle = 'returns'
    page.append(added)
    const mark = await soon(() => marksIn(page)[0], 'the mark')
    await find(mark, 'button', 'Help: New')
    added.textContent = 'Newer'
    await soon(() => marksIn(page).length === 1, 'the mark again')
    await find(marksIn(page)[0]!, 'button', 'Help: Newer')
    added.remove()
    await soon(() => !added.querySelector('earshot-help') && marksIn(page).length === 0, 'no mark')
    expect([added.textContent, added.getAttributeNames().join()]).to.deep.equal(['Newer', 'data-earshot-article'])
  })

  it('takes all away when it is told to stop', async () => {
    const { page, markup } = await pageWith(html`${form}${table}`, 8)
    stop()
    expect(marksIn(page).length).to.equal(0)
    expect(page.outerHTML).to.equal(markup)
  })

  it('makes one mark where two watch', async () => {
    const { page } = await pageWith(html`<p data-earshot-article="returns">Words</p>`, 1)
    const other = summonIn(page, desk.settings.desk)
    await frames(5)
    expect(marksIn(page).length).to.equal(1)
    other()
    expect(marksIn(page).length).to.equal(1)
  })

  it('works in another one’s shadow root', async () => {
    const host = await fixture<HTMLElement>(html`<div></div>`)
    const root = host.attachShadow({ mode: 'open' })
    const field = Object.assign(document.createElement('input'), { ariaLabel: 'Inner' })
    field.dataset.earshotArticle = 'returns'
    root.append(field)
    stop = summonIn(root, desk.settings.desk)
    const mark = await soon(() => marksIn(root)[0], 'the mark')
    const button = await find(mark, 'button', 'Help: Inner')
    expect(field.getAttribute('aria-details')).to.equal(mark.id)
    await soon(() => {
      const one = field.getBoundingClientRect()
      const other = button.getBoundingClientRect()
      return Math.abs((one.top + one.bottom - other.top - other.bottom) / 2) < 2 && other.left >= one.right
    }, `the mark behind the field: ${JSON.stringify([field.getBoundingClientRect(), button.getBoundingClientRect(), mark.getBoundingClientRect(), mark.outerHTML])}`)
    button.click()
    await find(mark, 'heading', 'Returning a lamp')
  })

  it('works in an open dialog that keeps the page away, and Escape does not close the dialog', async () => {
    const page = await fixture<HTMLElement>(html`<dialog><label>Size <input data-earshot-article="returns" /></label><p><button>Close</button></p></dialog>`)
    const dialog = page as HTMLDialogElement
    dialog.showModal()
    stop = summonIn(dialog, desk.settings.desk)
    const mark = await soon(() => marksIn(dialog)[0], 'the mark')
    const button = await find(mark, 'button', 'Help: Size')
    button.focus()
    button.click()
    const yes = await find(mark, 'button', 'Yes')
    const { left, top, width, height } = yes.getBoundingClientRect()
    const inner = mark.shadowRoot!.elementFromPoint(left + width / 2, top + height / 2)
    expect(inner === yes, 'it can be pressed').to.equal(true)
    yes.focus()
    await executeServerCommand('chord', { keys: ['Escape'] })
    await gone(mark, 'button', 'Yes')
    expect(dialog.open).to.equal(true)
    dialog.close()
  })

  it('shows its answer inside the window from every corner, at any width, inside of what is turned or blurred', async () => {
    for (const [width, height] of [[1000, 700], [320, 640], [320, 256]] as const) {
      await executeServerCommand('viewport', { width, height })
      for (const corner of ['left: 0; top: 0', 'right: 0; top: 0', 'left: 0; bottom: 0', 'right: 0; bottom: 0']) {
        const { page, marks } = await pageWith(
          html`<div style="transform: translateZ(0); filter: blur(0); height: 100vh; overflow: hidden; position: relative">
            <button style=${`position: absolute; ${corner}`} data-earshot-article="returns">Thing</button>
          </div>`, 1,
        )
        page.scrollIntoView()
        ;(await find(marks[0]!, 'button', 'Help: Thing')).click()
        await find(marks[0]!, 'heading', 'Returning a lamp')
        const answer = marks[0]!.shadowRoot!.querySelector('[part="answer"]')!
        await soon(() => {
          const { left, right, top, bottom } = answer.getBoundingClientRect()
          return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight && right - left > 200 && bottom - top > 80
        }, `the answer in a window of ${width} × ${height}, from ${corner}`)
        stop()
        page.remove()
      }
    }
    await executeServerCommand('viewport', { width: 800, height: 600 })
  })

  it('stands on the other side where one reads from right to left', async () => {
    const { page, marks } = await pageWith(html`<div dir="rtl"><p><label for="r">اسم</label> <input id="r" style="display: block" data-earshot-article="returns" /></p></div>`, 1)
    const label = page.querySelector('label')!.getBoundingClientRect()
    expect(marks[0]!.getBoundingClientRect().right <= label.left).to.equal(true)
  })

  it('is hidden with what it is about', async () => {
    const { page, marks } = await pageWith(html`<p><button data-earshot-article="returns">Thing</button></p>`, 1)
    page.querySelector('button')!.style.display = 'none'
    await soon(() => getComputedStyle(marks[0]!).visibility === 'hidden', 'the mark, hidden')
    page.querySelector('button')!.style.display = ''
    await soon(() => getComputedStyle(marks[0]!).visibility === 'visible', 'the mark, there again')
  })
})
