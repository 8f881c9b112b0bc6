import type { EarshotFeedback } from '../../../src/elements/feedback/feedback.ts'
import { find } from '../find.ts'
import { seen, soon, stage, type } from '../element-fixtures.ts'

const story = 'You charged 4111 1111 1111 1111 twice.'

describe('Company while writing', () => {
  // The first test of its file: what it is about happens only as long as nothing has been fetched yet.
  it('looks at what was written last, in whatever order what it fetches lets its letters in', async () => {
    const { element } = await stage<EarshotFeedback>('earshot-feedback', { form: 'problem' })
    const field = (await find(element, 'textbox', 'What happened?')) as HTMLTextAreaElement
    for (let end = 1; end <= story.length; end++) type(field, story.slice(0, end))
    await soon(() => seen(element).includes('Card number 4111 1111 1111 1111'), 'the note about the whole number')
  })
})
