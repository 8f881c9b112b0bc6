import { expect, fixture, html, waitUntil as until } from '@open-wc/testing'
import type { Draft } from '../../../src/core/issue/draft.ts'
import type { Issue } from '../../../src/core/issue/issue.ts'
import type { Store } from '../../../src/core/outbox/store.ts'
import type { Seams } from '../../../src/desk/context.ts'
import type { EarshotRating } from '../../../src/elements/rating/rating.ts'
import type { EarshotSubmitEvent } from '../../../src/elements/shared/events.ts'
import { fakeClock } from '../../core/outbox/fixtures.ts'
import { byRole, find, gone } from '../find.ts'
import { diskStore, focused, refusal, seen, soon, stage, type } from '../element-fixtures.ts'

/** A rating at a desk whose clock is ours. */
async function rating(props: Partial<EarshotRating> = {}, seams: Seams = {}) {
  const clock = fakeClock(Date.now())
  return { clock, ...(await stage<EarshotRating>('earshot-rating', props, {}, diskStore(), { clock, ...seams })) }
}
const names = (element: Element) => byRole(element, 'radio').map(radio => radio.getAttribute('aria-label'))
const checked = (element: Element) => (byRole(element, 'radio') as HTMLInputElement[]).filter(radio => radio.checked).map(radio => radio.getAttribute('aria-label'))
const tap = async (element: Element, name: string) => (await find(element, 'radio', name)).click()
const stored = async (store: Store) => (await store.entries<{ body: string }>('issue:')).map(([, { body }]) => (JSON.parse(body) as Issue).rating!.value)
const kept = (element: Element) => soon(() => byRole(element, 'button', 'Undo')[0], 'that it is kept')

describe('<earshot-rating>', () => {
  it('offers each standard scale with its own range, and says what the ends mean', async () => {
    const { element } = await rating()
    expect(names(element)).to.deep.equal(['Good', 'Not good'])
    const ranges = {
      csat: ['1 of 5, Very dissatisfied', '5 of 5, Very satisfied', 5],
      ces: ['1 of 7, Strongly disagree', '7 of 7, Strongly agree', 7],
      nps: ['0 of 10, Not at all likely', '10 of 10, Extremely likely', 11],
      stars: ['1 of 5', '5 of 5', 5],
    } as const
    for (const [scale, [first, last, count]] of Object.entries(ranges)) {
      element.scale = scale as keyof typeof ranges
      await element.updateComplete
      const now = names(element)
      expect([now[0], now.at(-1), now.length]).to.deep.equal([first, last, count])
      for (const name of [first, last]) if (scale !== 'stars') expect(seen(element)).to.include(name.split(', ')[1])
      await expect(element).to.be.accessible()
    }
  })

  it('asks what the owner asks, as a group of that name', async () => {
    const { element, clock, taken } = await rating({ scale: 'csat', question: 'How was the drawing?', topic: 'repair' })
    await find(element, 'radiogroup', 'How was the drawing?')
    await tap(element, '4 of 5')
    await kept(element)
    await clock.advance(5_500)
    await soon(() => taken.length === 1, 'the rating')
    expect(taken[0]).to.deep.include({ topic: 'repair', rating: { scale: 'csat', value: 4, max: 5 } })
  })

  it('keeps one tap about its element at once, sends it after five seconds, and thanks for nothing before', async () => {
    await fixture(html`<section id="lamp-1"><h3>The Heron lamp</h3><p>From birch.</p></section>`)
    const { element, taken, clock, store } = await rating({ scale: 'stars' })
    element.for = 'lamp-1'
    await element.updateComplete
    await find(element, 'radiogroup', 'How many stars? The Heron lamp')
    await tap(element, '4 of 5')
    await soon(() => seen(element).includes('Kept on this device'), 'that it is kept')
    expect((await store.entries('issue:')).length).to.equal(1)
    await clock.advance(4_500)
    expect(taken).to.deep.equal([])
    expect(seen(element)).not.to.include('We have it')
    await clock.advance(1_000)
    await soon(() => seen(element).includes('We have it'), 'that it has arrived')
    expect(byRole(element, 'button', 'Undo')).to.deep.equal([])
    expect(checked(element)).to.deep.equal(['4 of 5'])
    expect(taken[0]).to.deep.include({ kind: 'rating', rating: { scale: 'stars', value: 4, max: 5 } })
    expect(taken[0]!.subject).to.deep.include({ element: { selector: '#lamp-1', text: 'The Heron lamp' }, title: 'Lamp' })
  })

  it('takes its room with the tap: nothing below it moves once that is kept, nor when it has gone', async () => {
    const { element, clock, desk } = await rating({ scale: 'stars' })
    let keep = () => {}
    const slow = new Promise<void>(resolve => (keep = resolve))
    element.desk = { ...desk, submit: async (...said) => (await slow, desk.submit(...said)) }
    await tap(element, '1 of 5')
    await element.updateComplete
    const { height } = element.getBoundingClientRect()
    keep()
    await kept(element)
    expect(element.getBoundingClientRect().height).to.equal(height)
    await clock.advance(5_500)
    await soon(() => seen(element).includes('We have it'), 'that it has arrived')
    expect(element.getBoundingClientRect().height).to.equal(height)
  })

  it('keeps a reason that is sent before its tap is kept', async () => {
    const { element, taken, clock, desk } = await rating()
    let keep = () => {}
    const slow = new Promise<void>(resolve => (keep = resolve))
    element.desk = { ...desk, submit: async (...said) => (await slow, desk.submit(...said)) }
    await tap(element, 'Not good')
    type(await find(element, 'textbox', 'Would you like to say why?'), 'It hums.')
    ;(await find(element, 'button', 'Say why')).click()
    keep()
    await soon(() => taken.length === 1, 'the reason at the backend')
    await clock.advance(10_000)
    expect(taken.map(({ story }) => story)).to.deep.equal(['It hums.'])
  })

  it('can be taken back until then: nothing is sent, and it looks untouched', async () => {
    const { element, taken, clock, store } = await rating()
    await tap(element, 'Not good')
    const undo = await kept(element)
    undo.focus()
    undo.click()
    await soon(() => seen(element).includes('Taken back.'), 'that it was taken back')
    expect(checked(element)).to.deep.equal([])
    expect(focused()?.getAttribute('aria-label')).to.equal('Good')
    expect(byRole(element, 'textbox')).to.deep.equal([])
    expect(byRole(element, 'button')).to.deep.equal([])
    await clock.advance(10_000)
    expect(await store.entries('issue:')).to.deep.equal([])
    expect(taken).to.deep.equal([])
  })

  it('says so when it is too late to take it back', async () => {
    const { element, clock, desk } = await rating()
    element.desk = { ...desk, withdraw: async () => false }
    await tap(element, 'Good')
    ;(await kept(element)).click()
    await soon(() => seen(element).includes('on its way already'), 'that it is too late')
    expect(checked(element)).to.deep.equal(['Good'])
    await clock.advance(10_000)
  })

  it('changed before it has gone leaves nothing of the first tap', async () => {
    const { element, taken, clock, store } = await rating({ scale: 'csat' })
    await tap(element, '2 of 5')
    await kept(element)
    await clock.advance(3_000)
    await tap(element, '4 of 5')
    await until(async () => (await stored(store)).join() === '4')
    await clock.advance(4_000)
    expect(taken).to.deep.equal([])
    await clock.advance(1_500)
    await soon(() => taken.length === 1, 'the second at the backend')
    expect(taken[0]!.rating!.value).to.equal(4)
    expect(taken[0]!.replaces).to.equal(undefined)
  })

  it('changed after it has gone is a new issue that replaces it; taken back, the first one stands', async () => {
    const { element, taken, clock } = await rating({ scale: 'csat' })
    await tap(element, '2 of 5')
    await kept(element)
    await clock.advance(5_500)
    await soon(() => seen(element).includes('We have it'), 'the first')
    await tap(element, '5 of 5, Very satisfied')
    ;(await kept(element)).click()
    await soon(() => checked(element)[0] === '2 of 5', 'the first one again')
    await tap(element, '4 of 5')
    await kept(element)
    await clock.advance(5_500)
    await soon(() => taken.length === 2, 'the last')
    expect(taken[1]).to.deep.include({ replaces: taken[0]!.id, rating: { scale: 'csat', value: 4, max: 5 } })
  })

  it('keeps the last of many hasty taps, and only that', async () => {
    const { element, taken, clock, store } = await rating({ scale: 'nps' })
    const radios = byRole(element, 'radio')
    for (const index of [1, 9, 3, 7]) radios[index]!.click()
    await until(async () => (await stored(store)).join() === '7')
    await clock.advance(6_000)
    await soon(() => taken.length > 0, 'an issue')
    expect(taken.map(issue => issue.rating!.value)).to.deep.equal([7])
  })

  it('asks why only after the tap; a reason in time makes one issue of both, sent at once', async () => {
    const { element, taken, clock } = await rating()
    expect(byRole(element, 'textbox')).to.deep.equal([])
    await tap(element, 'Not good')
    type(await find(element, 'textbox', 'Would you like to say why?'), ' It hums. ')
    await expect(element).to.be.accessible()
    ;(await find(element, 'button', 'Say why')).click()
    await soon(() => taken.length === 1, 'the reason at the backend')
    expect(taken[0]).to.deep.include({ kind: 'rating', story: 'It hums.', rating: { scale: 'thumbs', value: 0, max: 1 } })
    expect([taken[0]!.replaces, taken[0]!.parent]).to.deep.equal([undefined, undefined])
    await gone(element, 'textbox')
    await clock.advance(10_000)
    expect(taken.length).to.equal(1)
  })

  it('sends the tap in time though a reason is being written, which then takes its place', async () => {
    const { element, taken, clock } = await rating()
    await tap(element, 'Not good')
    type(await find(element, 'textbox'), 'It hums')
    await kept(element)
    await clock.advance(5_500)
    await soon(() => taken.length === 1, 'the tap')
    expect(taken[0]!.story).to.equal(undefined)
    type(await find(element, 'textbox'), 'It hums at night.')
    ;(await find(element, 'button', 'Say why')).click()
    await clock.advance(1_000)
    await soon(() => taken.length === 2, 'the reason')
    expect(taken[1]).to.deep.include({ replaces: taken[0]!.id, story: 'It hums at night.', rating: { scale: 'thumbs', value: 0, max: 1 } })
  })

  it('keeps the tap where the reason could not be kept', async () => {
    const { element, taken, clock, desk } = await rating()
    element.desk = { ...desk, submit: (draft, options) => (draft.story ? Promise.reject(new Error('Too long')) : desk.submit(draft, options)) }
    await tap(element, 'Good')
    type(await find(element, 'textbox'), 'x'.repeat(20_000))
    ;(await find(element, 'button', 'Say why')).click()
    await soon(() => seen(element).includes('could not be kept'), 'that the reason was not kept')
    expect(((await find(element, 'textbox', 'Would you like to say why?')) as HTMLTextAreaElement).value.length).to.equal(20_000)
    await clock.advance(6_000)
    await soon(() => taken.length === 1, 'the tap')
    expect(taken[0]!.rating!.value).to.equal(1)
  })

  it('leads from a poor answer to a person, in its own place, and back', async () => {
    const { element } = await rating({ scale: 'csat' })
    await tap(element, '3 of 5')
    await kept(element)
    expect(byRole(element, 'button', 'Talk to a person')).to.deep.equal([])
    await tap(element, '1 of 5, Very dissatisfied')
    ;(await find(element, 'button', 'Talk to a person')).click()
    await find(element, 'heading', 'Talk to a person')
    ;(await find(element, 'button', 'Back')).click()
    await find(element, 'radiogroup')
    expect(checked(element)).to.deep.equal(['1 of 5, Very dissatisfied'])
  })

  it('says no more than is true when it was refused or could not be kept', async () => {
    const refused = await rating()
    refused.world.answer = () => Promise.reject(refusal({ status: 422 }))
    await tap(refused.element, 'Good')
    await kept(refused.element)
    await refused.clock.advance(5_500)
    await soon(() => seen(refused.element).includes('Not sent yet'), 'that it was not sent')
    const broken = await rating()
    broken.element.desk = { ...broken.desk, submit: () => Promise.reject(new Error('Nothing can be kept')) }
    await tap(broken.element, 'Good')
    await soon(() => seen(broken.element).includes('could not be kept'), 'that it was not kept')
    expect(checked(broken.element)).to.deep.equal([])
  })

  it('shows the page all that goes with a tap, and puts nothing back that it takes out', async () => {
    const { element, desk, taken, clock } = await rating()
    const found = desk.search('returning')
    await soon(() => (void clock.advance(100), desk.state.search.results.length), 'the articles')
    await found
    const shown: Draft[] = []
    const hear = (event: Event) => {
      const { issue } = event as EarshotSubmitEvent
      shown.push({ ...issue })
      for (const part of ['subject', 'journey', 'environment'] as const) delete issue[part]
    }
    element.addEventListener('earshot-submit', hear)
    await tap(element, 'Good')
    await kept(element)
    await clock.advance(5_500)
    await soon(() => taken.length === 1, 'the rating')
    expect(shown[0]!.journey?.searches?.map(({ query }) => query)).to.deep.equal(['returning'])
    expect(shown[0]!.environment).to.include({ timeZone: 'Europe/Berlin' })
    expect(shown[0]!.subject).to.include({ title: 'Lamp' })
    expect(taken[0]).not.to.have.any.keys('subject', 'journey', 'environment', 'consent')
    element.removeEventListener('earshot-submit', hear)
    await tap(element, 'Not good')
    await kept(element)
    await clock.advance(5_500)
    await soon(() => taken.length === 2, 'the other rating')
    expect(taken[1]).to.deep.include({ subject: shown[0]!.subject, journey: shown[0]!.journey, environment: shown[0]!.environment })
  })

  it('tells the page, and lets it stop a tap', async () => {
    const { element, taken, clock } = await rating()
    const heard: string[] = []
    for (const name of ['earshot-queued', 'earshot-accepted']) element.addEventListener(name, () => heard.push(name))
    let stopped = 0
    element.addEventListener('earshot-submit', event => (event.preventDefault(), stopped++), { once: true })
    await tap(element, 'Good')
    await soon(() => stopped && checked(element).length === 0, 'the mark taken back')
    expect(taken).to.deep.equal([])
    await tap(element, 'Good')
    await kept(element)
    await clock.advance(5_500)
    await soon(() => heard.length === 2, 'both events')
    expect(heard).to.deep.equal(['earshot-queued', 'earshot-accepted'])
  })
})
