import { expect } from '@open-wc/testing'
import type { EarshotFeedback } from '../../../src/elements/feedback/feedback.ts'
import type { EarshotRating } from '../../../src/elements/rating/rating.ts'
import { soon, stage, type } from '../element-fixtures.ts'
import { byRole, find } from '../find.ts'

const words = 'I am thinking of leaving'

// What is fetched is here: how long that takes on a busy machine is not what is tried.
before(() => Promise.all([import('../../../src/elements/feedback/leaving-field.ts'), import('../../../src/elements/rating/leaving.ts')]))

describe('“I am thinking of leaving”', () => {
  it('is one tap in a problem’s form, where the owner lets it be said, and a field of the issue', async () => {
    const { element, taken } = await stage<EarshotFeedback>('earshot-feedback', {}, { leaving: true })
    type(await find(element, 'textbox', 'What happened?'), 'The lamp flickers.')
    ;(await find(element, 'checkbox', words)).click()
    ;(await find(element, 'button', 'Send')).click()
    await soon(() => taken.length === 1, 'the issue')
    expect(taken[0]!.leaving).to.equal(true)
  })

  it('can be unsaid, and is then in no issue', async () => {
    const { element, taken } = await stage<EarshotFeedback>('earshot-feedback', {}, { leaving: true })
    type(await find(element, 'textbox', 'What happened?'), 'The lamp flickers.')
    const box = await find(element, 'checkbox', words)
    box.click()
    box.click()
    ;(await find(element, 'button', 'Send')).click()
    await soon(() => taken.length === 1, 'the issue')
    expect(taken[0]).not.to.have.property('leaving')
  })

  it('is not asked where the owner did not say so, nor in any other form', async () => {
    const silent = await stage<EarshotFeedback>('earshot-feedback')
    await find(silent.element, 'textbox', 'What would make it right?')
    await find(silent.element, 'button', 'Add something else you noticed')
    expect(byRole(silent.element, 'checkbox', words)).to.deep.equal([])
    const idea = await stage<EarshotFeedback>('earshot-feedback', { form: 'idea' }, { leaving: true })
    await find(idea.element, 'button', 'Add something else you noticed')
    expect(byRole(idea.element, 'checkbox', words)).to.deep.equal([])
  })

  it('is one tap after a poor rating, and goes with it', async () => {
    const { element, desk } = await stage<EarshotRating>('earshot-rating', {}, { leaving: true })
    ;(await find(element, 'radio', 'Good')).click()
    await soon(() => desk.state.submissions.size === 1, 'the good one')
    expect(byRole(element, 'checkbox', words)).to.deep.equal([])
    ;(await find(element, 'radio', 'Not good')).click()
    ;(await find(element, 'checkbox', words)).click()
    const said = () => [...desk.state.submissions.values()].find(({ issue }) => issue.leaving)?.issue
    const issue = await soon(said, 'the rating with what was said')
    expect(issue).to.deep.include({ kind: 'rating', leaving: true, rating: { scale: 'thumbs', value: 0, max: 1 } })
    await soon(() => (byRole(element, 'checkbox', words)[0] as HTMLInputElement | undefined)?.checked, 'the tick')
    await expect(element).to.be.accessible()
  })
})
