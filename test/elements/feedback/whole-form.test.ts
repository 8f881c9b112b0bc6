import { expect } from '@open-wc/testing'
import type { EarshotFeedback } from '../../../src/elements/feedback/feedback.ts'
import { find } from '../find.ts'
import { soon, stage } from '../element-fixtures.ts'
import { heldTimers } from '../held-timers.ts'

const fields = [
  'story',
  { name: 'when', type: 'date', label: 'When was it?' },
  { name: 'which', type: 'choice', label: 'Which lamp?', options: [{ value: 'heron', label: 'Heron' }, { value: 'crane', label: 'Crane' }] },
  { name: 'wish', type: 'text', label: 'What would help?', options: [{ value: 'money', label: 'My money back' }] },
  { name: 'stars', type: 'rating', scale: 'stars', label: 'How was it?' },
  'observations',
] as const

// In a file of its own: none of its parts may be here yet.
describe('A form whose parts are fetched', () => {
  it('moves once, when all of them are there, and not with each of them', async () => {
    // However long one of them takes on this machine.
    const time = heldTimers()
    try {
      const { element } = await stage<EarshotFeedback>('earshot-feedback', { form: 'bug' }, { forms: [{ id: 'bug', kind: 'problem', fields: structuredClone(fields) as never }] })
      await find(element, 'textbox', 'What happened?')
      const root = element.shadowRoot!
      // Send included: it stands below them, and nobody presses what is about to move.
      const there = () => [...root.querySelectorAll('.part > *, .wishes, .enclosed:not([hidden]), [part~=send]')].map(({ localName }) => localName).join(' ')
      const looks = new Set([there()])
      const observer = new MutationObserver(() => looks.add(there()))
      observer.observe(root, { childList: true, subtree: true })
      await find(element, 'button', 'Add something else you noticed')
      await soon(() => root.querySelector('.wishes'), 'the wishes')
      observer.disconnect()
      expect([...looks]).to.deep.equal(['', 'div fieldset div fieldset div details button'])
    } finally {
      time.release()
    }
  })
})
