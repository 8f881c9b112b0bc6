import { expect, fixture, html } from '@open-wc/testing'
import { executeServerCommand, resetMouse, sendKeys } from '@web/test-runner-commands'
import { focused, soon } from '../../elements/element-fixtures.ts'
import { click, endAll, isGone, leadsTo, move, pointing } from './point-fixtures.ts'

const page = html`<main>
  <h1>Your order</h1>
  <p id="total">Total: <b>12</b> euros</p>
  <button id="pay">Pay <b id="now">now</b></button>
  <button id="off" disabled>Not yet</button>
  <label for="card">Card</label> <input id="card" autocomplete="cc-number" value="4111" />
  <div data-earshot-ignore id="ignored"><button id="inner">Secret door</button></div>
  <earshot-test id="ours">Ours</earshot-test>
  <iframe id="frame" title="Map" width="120" height="60"></iframe>
</main>`

const at = (selector: string) => document.querySelector<HTMLElement>(selector)!

/** Everything the page hears of keys and pointers from now on. */
function listening() {
  const heard: string[] = []
  const ended = new AbortController()
  for (const type of ['click', 'mousedown', 'pointerdown', 'pointerup', 'keydown', 'keyup', 'focusin', 'submit']) {
    document.addEventListener(type, event => heard.push(event.type), { capture: true, signal: ended.signal })
  }
  return { heard, stop: () => ended.abort() }
}

describe('Pointing at a part of the page', () => {
  beforeEach(() => fixture(page))
  afterEach(() => {
    endAll()
    return resetMouse()
  })

  it('takes what is clicked, and the page hears nothing of it', async () => {
    const { picking } = await pointing()
    const { heard, stop } = listening()
    await click(at('#now'))
    const picked = await picking
    stop()
    expect(picked?.text).to.equal('Pay now')
    expect(leadsTo(picked, '#pay')).to.equal(true)
    const { left, top, width, height } = at('#pay').getBoundingClientRect()
    expect(picked?.box).to.deep.equal([left, top, width, height].map(Math.round))
    expect(heard).to.deep.equal([])
    expect(isGone()).to.equal(true)
  })

  it('outlines what the pointer is on, and says its name', async () => {
    const { outline, told, end } = await pointing()
    await move(at('#total'))
    await soon(() => told() === 'Total: 12 euros', 'the name')
    await soon(() => !outline().hidden && Math.abs(outline().getBoundingClientRect().top + 4 - at('#total').getBoundingClientRect().top) < 1, 'the outline')
    await move(at('#pay'))
    await soon(() => told() === 'button: Pay now', 'the next name')
    end()
  })

  it('takes what hears no pointer itself: a button that is off, a frame', async () => {
    const first = await pointing()
    await click(at('#off'))
    expect(leadsTo(await first.picking, '#off')).to.equal(true)
    await soon(() => isGone(), 'an end')
    const second = await pointing()
    await move(at('#frame'))
    await soon(() => second.outline().getBoundingClientRect().width > 100, 'the outline of the frame')
    await sendKeys({ press: 'Enter' })
    expect(leadsTo(await second.picking, '#frame')).to.equal(true)
  })

  it('does not take what is left alone', async () => {
    const { picking, told, outline, end } = await pointing()
    await click(at('#inner'))
    expect(told()).to.equal('')
    expect(outline().hidden).to.equal(true)
    end()
    expect(await picking).to.equal(undefined)
  })

  it('walks with the arrow keys in the order one reads, and takes with Enter', async () => {
    const { picking, told } = await pointing()
    const names: (string | null)[] = []
    for (let i = 0; i < 5; i++) {
      await sendKeys({ press: 'ArrowDown' })
      names.push(told())
    }
    expect(names).to.deep.equal(['heading: Your order', 'Total: 12 euros', '12', 'button: Pay now', 'button: Not yet'])
    await sendKeys({ press: 'ArrowUp' })
    expect(told()).to.equal('button: Pay now')
    await sendKeys({ press: 'Enter' })
    expect(leadsTo(await picking, '#pay')).to.equal(true)
  })

  it('goes to what is around with Shift and up, and back into it with Shift and down', async () => {
    const { told, outline, end } = await pointing()
    await sendKeys({ press: 'ArrowDown' })
    await executeServerCommand('chord', { keys: ['Shift', 'ArrowUp'] })
    await soon(() => outline().getBoundingClientRect().height > 100, 'what is around')
    await executeServerCommand('chord', { keys: ['Shift', 'ArrowDown'] })
    expect(told()).to.equal('heading: Your order')
    end()
  })

  it('goes round, and never stops at what is left alone', async () => {
    const { told, end } = await pointing()
    await sendKeys({ press: 'ArrowDown' })
    const first = told()
    for (let i = 0, all = ''; i < 40; i++) {
      await sendKeys({ press: 'ArrowDown' })
      all += told()
      expect(all).not.to.match(/Secret|Ours/)
      if (told() === first) break
    }
    expect(told()).to.equal(first)
    end()
  })

  it('can be done with its buttons alone', async () => {
    const { picking, button, told } = await pointing()
    ;(await button('Take this')).click()
    expect(told()).to.equal('Nothing is marked')
    ;(await button('Next part')).click()
    ;(await button('Next part')).click()
    ;(await button('Around it')).click()
    ;(await button('Previous part')).click()
    ;(await button('Take this')).click()
    expect((await picking)?.selector).to.be.a('string')
  })

  it('goes back with Escape, and with Cancel', async () => {
    const first = await pointing()
    const { heard, stop } = listening()
    await sendKeys({ press: 'Escape' })
    expect(await first.picking).to.equal(undefined)
    const second = await pointing()
    ;(await second.button('Cancel')).click()
    expect(await second.picking).to.equal(undefined)
    stop()
    expect(heard).to.not.include('keydown')
    expect(isGone()).to.equal(true)
  })

  it('keeps the Tab key in its bar, and gives the focus back', async () => {
    at('#card').focus()
    const { bar, picking } = await pointing()
    expect(bar.contains(focused())).to.equal(true)
    for (let i = 0; i < 6; i++) {
      await sendKeys({ press: 'Tab' })
      expect(bar.contains(focused())).to.equal(true)
    }
    await sendKeys({ press: 'Escape' })
    await picking
    expect(focused()?.id).to.equal('card')
  })

  it('lets the page scroll', async () => {
    const tall = await fixture<HTMLElement>(html`<div><div class="tall"></div><p id="deep">Deep down</p></div>`)
    ;(tall.firstElementChild as HTMLElement).style.height = '3000px'
    const { end } = await pointing()
    expect(document.elementFromPoint(5, 5)?.localName).not.to.equal('earshot-pointer')
    scrollTo(0, 500)
    expect(scrollY).to.equal(500)
    end()
    scrollTo(0, 0)
  })

  it('leaves nothing behind when it is ended from outside', async () => {
    const { picking, end } = await pointing()
    const { heard, stop } = listening()
    end()
    expect(await picking).to.equal(undefined)
    expect(isGone()).to.equal(true)
    await click(at('#pay'))
    stop()
    expect(heard).to.include.members(['pointerdown', 'click'])
  })
})
