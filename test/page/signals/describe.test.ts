import { expect, fixture, html } from '@open-wc/testing'
import { troubleOf } from '../../../src/page/signals/describe.ts'
import { selectorOf } from '../../../src/page/signals/selector.ts'

const form = html`<main>
  <h2>Checkout</h2>
  <form>
    <fieldset>
      <legend>Where it goes</legend>
      <label for="code">Postcode</label><input id="code" name="code" value="typed-postcode" aria-describedby="hint" />
      <p id="hint">Five digits, please</p>
      <label>Country <select id="land"><option>Germany</option></select></label>
      <label for="note">Note</label><textarea id="note">typed-note</textarea>
      <div id="free" contenteditable aria-label="Free words">typed-words</div>
      <label for="pin">Security code</label><input id="pin" autocomplete="cc-csc" value="typed-pin" aria-describedby="hint" />
      <label for="secret">Password</label><input id="secret" type="password" value="typed-secret" />
      <label for="cardno">Number</label><input id="cardno" name="cardNumber" value="typed-number" />
      <button id="pay">Pay <b>now</b></button>
      <img id="lamp" alt="A lamp" />
      <div data-earshot-ignore><p id="own">private</p></div>
    </fieldset>
  </form>
</main>`

describe('What is told of an element in trouble', () => {
  const told = async (selector: string) => {
    const root = await fixture<HTMLElement>(form)
    return troubleOf('field-invalid', root.querySelector(selector)!)
  }

  it('is what it is called, and what stands around it', async () => {
    expect(await told('#code')).to.deep.include({ name: 'Postcode', around: 'Five digits, please. Where it goes. Checkout', element: { selector: '#code', text: 'Postcode' } })
    expect((await told('#land')).name).to.equal('Country')
    expect((await told('#pay')).name).to.equal('Pay now')
    expect((await told('#lamp')).name).to.equal('A lamp')
    expect((await told('#free')).name).to.equal('Free words')
  })

  it('is never what was typed', async () => {
    for (const field of ['#code', '#land', '#note', '#free', '#pin', '#secret', '#cardno', 'form']) expect(JSON.stringify(await told(field)), field).not.to.match(/typed|Germany|private/)
  })

  it('is nothing at all of fields for passwords and cards, though a rule may name them', async () => {
    for (const field of ['#pin', '#secret', '#cardno']) {
      const trouble = await told(field)
      expect(trouble.element, field).to.equal(undefined)
      expect(trouble.name).to.equal('')
      expect(trouble.around).to.equal('Where it goes. Checkout')
      expect(trouble.matches(field)).to.equal(true)
      expect(trouble.matches('#code')).to.equal(false)
    }
  })

  it('is cut after eighty characters', async () => {
    const button = await fixture<HTMLElement>(html`<button>${'long '.repeat(60)}</button>`)
    expect(troubleOf('dead-click', button).element?.text?.length).to.equal(80)
  })

  it('without an element is the heading of the page', async () => {
    const trouble = troubleOf('third-visit', undefined)
    expect(trouble.element).to.equal(undefined)
    expect(trouble.matches('body')).to.equal(false)
  })

  it('finds it again by a selector, in a shadow root its host', async () => {
    const root = await fixture<HTMLElement>(html`<section><p>one</p><p>two <i>and</i></p><div></div></section>`)
    const inner = root.querySelector('i')!
    expect(document.querySelector(selectorOf(inner)!) === inner).to.equal(true)
    const host = root.querySelector('div')!
    host.attachShadow({ mode: 'open' }).append(document.createElement('button'))
    expect(document.querySelector(selectorOf(host.shadowRoot!.querySelector('button')!)!) === host).to.equal(true)
    expect(selectorOf(document.createElement('p'))).to.equal(undefined)
  })
})
