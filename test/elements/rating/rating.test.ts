import { expect, fixture, html } from '@open-wc/testing'
import type { EarshotRating } from '../../../src/elements/rating/rating.ts'
import { byRole, find } from '../find.ts'
import { refusal, seen, soon, stage, type } from '../element-fixtures.ts'

const rating = (props: Partial<EarshotRating> = {}) => stage<EarshotRating>('earshot-rating', props)
const names = (element: Element) => byRole(element, 'button').map(button => button.getAttribute('aria-label'))

describe('<earshot-rating>', () => {
  it('offers each standard scale with its own range', async () => {
    const { element } = await rating()
    expect(names(element)).to.deep.equal(['Good', 'Not good'])
    const ranges = { csat: ['1 of 5', '5 of 5', 5], ces: ['1 of 7', '7 of 7', 7], nps: ['0 of 10', '10 of 10', 11], stars: ['1 of 5', '5 of 5', 5] } as const
    for (const [scale, [first, last, count]] of Object.entries(ranges)) {
      element.scale = scale as keyof typeof ranges
      await element.updateComplete
      const now = names(element)
      expect([now[0], now.at(-1), now.length]).to.deep.equal([first, last, count])
      await expect(element).to.be.accessible()
    }
  })

  it('sends one tap about its element, stays marked, and says what became of it', async () => {
    await fixture(html`<section id="lamp-1"><h3>The Heron lamp</h3><p>From birch.</p></section>`)
    const { element, taken } = await rating({ scale: 'stars' })
    element.for = 'lamp-1'
    await element.updateComplete
    await find(element, 'group', 'How many stars? The Heron lamp')
    const four = await find(element, 'button', '4 of 5')
    four.click()
    await soon(() => seen(element).includes('We have it'), 'that it has arrived')
    expect(four.getAttribute('aria-pressed')).to.equal('true')
    expect(taken[0]).to.deep.include({ kind: 'rating', rating: { scale: 'stars', value: 4, max: 5 } })
    expect(taken[0]!.subject).to.deep.include({ element: { selector: '#lamp-1', text: 'The Heron lamp' }, title: 'Lamp' })
  })

  it('asks why only then, and sends the reason as a word on the rating', async () => {
    const { element, taken } = await rating()
    expect(byRole(element, 'textbox')).to.deep.equal([])
    ;(await find(element, 'button', 'Not good')).click()
    type(await find(element, 'textbox', 'Would you like to say why?'), 'It hums.')
    await expect(element).to.be.accessible()
    ;(await find(element, 'button', 'Say why')).click()
    await soon(() => taken.length === 2, 'the reason at the backend')
    expect(taken[1]).to.deep.include({ kind: 'rating', story: 'It hums.', parent: taken[0]!.id, rating: { scale: 'thumbs', value: 0, max: 1 } })
    await soon(() => byRole(element, 'textbox').length === 0, 'no further question')
  })

  it('can be changed: the later tap replaces the earlier', async () => {
    const { element, taken } = await rating({ scale: 'csat' })
    ;(await find(element, 'button', '2 of 5')).click()
    await soon(() => taken.length === 1 && seen(element).includes('We have it'), 'the first')
    ;(await find(element, 'button', '5 of 5')).click()
    await soon(() => taken.length === 2, 'the second')
    expect(taken[1]).to.deep.include({ replaces: taken[0]!.id, rating: { scale: 'csat', value: 5, max: 5 } })
    expect((await find(element, 'button', '2 of 5')).getAttribute('aria-pressed')).to.equal('false')
  })

  it('says no more than is true when it was refused or could not be kept', async () => {
    const refused = await rating()
    refused.world.answer = () => Promise.reject(refusal({ status: 422 }))
    ;(await find(refused.element, 'button', 'Good')).click()
    await soon(() => seen(refused.element).includes('Not sent yet'), 'that it was not sent')
    const broken = await rating()
    broken.element.desk = { ...broken.desk, submit: () => Promise.reject(new Error('Nothing can be kept')) }
    const good = await find(broken.element, 'button', 'Good')
    good.click()
    await soon(() => seen(broken.element).includes('could not be kept'), 'that it was not kept')
    await soon(() => good.getAttribute('aria-pressed') === 'false', 'the mark taken back')
  })

  it('tells the page, and lets it stop a tap', async () => {
    const { element, taken } = await rating()
    const heard: string[] = []
    for (const name of ['earshot-queued', 'earshot-accepted']) element.addEventListener(name, () => heard.push(name))
    let stopped = 0
    element.addEventListener('earshot-submit', event => (event.preventDefault(), stopped++), { once: true })
    const good = await find(element, 'button', 'Good')
    good.click()
    await soon(() => stopped && good.getAttribute('aria-pressed') === 'false', 'the mark taken back')
    expect(taken).to.deep.equal([])
    good.click()
    await soon(() => heard.length === 2, 'both events')
    expect(heard).to.deep.equal(['earshot-queued', 'earshot-accepted'])
  })
})
