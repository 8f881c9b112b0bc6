import { expect, fixture } from '@open-wc/testing'
import { LitElement } from 'lit'
import { Arrivals } from '../../../src/elements/feedback/arrivals.ts'
import { say } from '../../../src/elements/shared/words.ts'
import { seen, soon } from '../element-fixtures.ts'
import { heldTimers } from '../held-timers.ts'

const names = ['choice', 'date', 'file'] as const

class ArrivalsHost extends LitElement {
  readonly arrivals = new Arrivals(this, say)
  /** Ends the fetching of a part. */
  readonly come = new Map<string, () => void>()
  readonly fail = new Map<string, () => void>()
  keys: readonly string[] = names
  /** Everything that could ever be seen, each once. */
  readonly looks = new Set<string>()
  /** What was said of the rest, each once. */
  readonly whole = new Set<boolean>()

  override render() {
    const shown = this.keys.map(key => this.arrivals.get(key, () => this.#bring(key)) ?? '').join(' ').trim()
    this.looks.add(shown)
    this.whole.add(this.arrivals.whole)
    return shown
  }

  #bring(key: string): Promise<{ open(): string }> {
    return new Promise((resolve, reject) => {
      this.come.set(key, () => resolve({ open: () => key }))
      this.fail.set(key, () => reject(new Error('No connection')))
    })
  }
}
customElements.define('arrivals-host', ArrivalsHost)

const host = () => fixture<ArrivalsHost>('<arrivals-host></arrivals-host>')
const shows = (element: ArrivalsHost, text: string) => soon(() => seen(element) === text, `“${text}” instead of “${seen(element)}”`)

describe('What is fetched for a form', () => {
  it('is seen all at once, when the last of it has come', async () => {
    const element = await host()
    for (const key of names.toReversed()) {
      expect(seen(element)).to.equal('')
      element.come.get(key)!()
      // All that comes of it has come before the page is drawn again.
      await new Promise(requestAnimationFrame)
    }
    await shows(element, 'choice date file')
    expect([...element.looks]).to.deep.equal(['', 'choice date file'])
    expect([...element.whole]).to.deep.equal([false, true])
  })

  it('waits a second for what is late, shows that by itself, and takes nothing away meanwhile', async () => {
    const time = heldTimers()
    try {
      const element = await host()
      element.come.get('date')!()
      element.come.get('file')!()
      await new Promise(requestAnimationFrame)
      expect(seen(element)).to.equal('')
      time.pass(1_000)
      await shows(element, 'date file')
      expect(element.arrivals.whole).to.equal(true)
      element.keys = ['choice', 'date', 'file', 'rating']
      element.requestUpdate()
      await element.updateComplete
      element.come.get('rating')!()
      await new Promise(requestAnimationFrame)
      expect(seen(element)).to.equal('date file')
      element.come.get('choice')!()
      await shows(element, 'choice date file rating')
      expect(element.looks.size).to.equal(3)
      // What stands below has been drawn, and is not taken away again.
      expect([...element.whole]).to.deep.equal([false, true])
    } finally {
      time.release()
    }
  })

  it('waits no longer for what will not come', async () => {
    const element = await host()
    element.come.get('choice')!()
    element.fail.get('date')!()
    element.come.get('file')!()
    await shows(element, 'choice failed file')
    expect([...element.looks]).to.deep.equal(['', 'choice failed file'])
  })
})
