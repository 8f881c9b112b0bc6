import { aTimeout, expect, fixture, html } from '@open-wc/testing'
import { submitInSandbox } from '../../../src/elements/shared/submit-in-sandbox.ts'

/** A form in a root of its own, with what it heard. */
function formIn(parent: HTMLElement, noValidate = true) {
  const root = parent.attachShadow({ mode: 'open' })
  const { ownerDocument } = parent
  const form = Object.assign(ownerDocument.createElement('form'), { noValidate })
  const field = Object.assign(ownerDocument.createElement('input'), { required: true })
  const button = Object.assign(ownerDocument.createElement('button'), { textContent: 'Send' })
  form.append(field, button)
  root.append(form)
  submitInSandbox(root)
  const heard: SubmitEvent[] = []
  form.addEventListener('submit', event => {
    event.preventDefault()
    heard.push(event)
  })
  /** What came of a press, after everybody's turn. */
  const press = async () => {
    button.click()
    await aTimeout(0)
    await aTimeout(0)
    return heard.splice(0)
  }
  return { press, field, button }
}

async function sandboxed(): Promise<HTMLElement> {
  const frame = await fixture<HTMLIFrameElement>(html`<iframe sandbox="allow-scripts allow-same-origin" title="Sandbox"></iframe>`)
  const { contentDocument } = frame
  return contentDocument!.body.appendChild(contentDocument!.createElement('div'))
}

describe('A form in a sandbox without allow-forms', () => {
  it('hears that it is sent, with the button that was pressed', async () => {
    const { press, button } = formIn(await sandboxed())
    const [event, ...others] = await press()
    expect(others.length).to.equal(0)
    expect([event?.type, event?.cancelable, event?.submitter === button]).to.deep.equal(['submit', true, true])
  })

  it('is checked as anywhere', async () => {
    const { press, field } = formIn(await sandboxed(), false)
    expect((await press()).length).to.equal(0)
    field.value = 'There'
    expect((await press()).length).to.equal(1)
  })

  it('is not sent by a press that somebody has prevented, or that is none', async () => {
    const { press, button } = formIn(await sandboxed())
    button.type = 'button'
    expect((await press()).length).to.equal(0)
    button.type = 'submit'
    button.addEventListener('click', event => event.preventDefault())
    expect((await press()).length).to.equal(0)
  })

  it('outside hears it once, from the browser', async () => {
    const { press } = formIn(await fixture<HTMLElement>(html`<div></div>`))
    const heard = await press()
    expect(heard.map(({ isTrusted }) => isTrusted)).to.deep.equal([true])
  })
})
