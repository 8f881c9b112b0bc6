import { expect, fixture, html } from '@open-wc/testing'
import { systemClock } from '../../../src/core/support/clock.ts'
import type { Trouble } from '../../../src/desk/page.ts'
import { browserPage } from '../../../src/page/browser-page.ts'
import { sensesOf } from '../../../src/page/signals/senses.ts'
import { watchForTrouble } from '../../../src/page/signals/watch.ts'
import { replay } from './replay.ts'
import { trouble } from './trouble.ts'

const soon = async (look: () => boolean) => {
  for (const since = performance.now(); !look(); ) {
    if (performance.now() - since > 6000) throw new Error('Not within six seconds')
    await new Promise(requestAnimationFrame)
  }
}

/** What the page itself would be asked for, noted as it is added and taken away. */
function listeners() {
  const { addEventListener } = EventTarget.prototype
  const alive = new Set<string>()
  let options: boolean | AddEventListenerOptions | undefined
  const passive: boolean[] = []
  EventTarget.prototype.addEventListener = function (this: EventTarget | undefined, ...given: Parameters<typeof addEventListener>) {
    options = given[2]
    if (typeof options === 'object' && options.signal && (this ?? window) === window) {
      alive.add(given[0])
      passive.push(options.passive === true && options.capture === true)
      addEventListener.call(options.signal, 'abort', () => alive.delete(given[0]))
    }
    return addEventListener.apply(this ?? window, given)
  } as typeof addEventListener
  return { alive, passive, release: () => (EventTarget.prototype.addEventListener = addEventListener) }
}

describe('The watch over a page', () => {
  it('listens passively, in the capture phase, once to each kind of event, and leaves nothing behind', () => {
    const heard = listeners()
    try {
      const watch = watchForTrouble({ off: [], clock: systemClock }, () => {})
      expect(heard.alive.size).to.be.greaterThan(10)
      expect(heard.passive.length).to.equal(heard.alive.size)
      expect(heard.passive.every(Boolean)).to.equal(true)
      watch.stop()
      expect(heard.alive.size).to.equal(0)
    } finally {
      heard.release()
    }
  })

  it('tells nothing once it has been stopped, not even of what it was waiting for', async () => {
    const told: Trouble[] = []
    let later = () => {}
    const watch = watchForTrouble({ off: [], clock: { now: () => 0, after: (_, run) => ((later = run), () => {}) } }, each => told.push(each))
    const button = await fixture<HTMLElement>(html`<button type="button">Nothing</button>`)
    button.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 1 }))
    watch.stop()
    later()
    await new Promise(requestAnimationFrame)
    expect(told).to.deep.equal([])
  })

  it('sees the page\'s own requests, but not ours and not those of others', async () => {
    const end = new AbortController()
    const seen: number[] = []
    const urls: string[] = []
    const senses = sensesOf(`${location.origin}/issues`)({ clock: systemClock, ended: end.signal, hear: () => {} } as never)
    senses.requests(request => {
      seen.push(request.duration)
      urls.push((request as PerformanceResourceTiming).name)
    })
    await fetch('/issues?ours').catch(() => {})
    await fetch('/nowhere?theirs').catch(() => {})
    await soon(() => urls.some(url => url.endsWith('theirs')))
    expect(urls.filter(url => url.endsWith('ours'))).to.deep.equal([])
    end.abort()
  })

  it('follows the way through a page that changes its address', async () => {
    const end = new AbortController()
    const paths: string[] = []
    const { href } = location
    const hearers: (() => void)[] = []
    const senses = sensesOf(undefined)({ clock: systemClock, ended: end.signal, hear: (_: string, listener: () => void) => hearers.push(listener) } as never)
    senses.arrivals(path => paths.push(path))
    try {
      history.pushState(null, '', '/first?x')
      hearers[0]!()
      await soon(() => paths.at(-1) === '/first?x')
      history.pushState(null, '', '/second#part')
      hearers[0]!()
      await soon(() => paths.at(-1) === '/second')
    } finally {
      end.abort()
      history.replaceState(null, '', href)
    }
  })

  it('describes what a recording is about', async () => {
    const [field] = await replay(trouble.find(({ signs }) => signs.includes('field-invalid'))!)
    expect(field).to.deep.include({ type: 'field-invalid', name: 'Postcode', around: 'Where it goes' })
  })

  it('is the page\'s own, and says whether the customer wants nothing passed on', async () => {
    const watch = await browserPage().watch!({ off: [], clock: systemClock }, () => {})
    expect(watch.optedOut).to.equal((navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl === true)
    watch.stop()
  })
})
