import { fixture } from '@open-wc/testing'
import { LitElement } from 'lit'
import type { Draft } from '../../../src/core/issue/draft.ts'
import { WhileWriting } from '../../../src/elements/feedback/while-writing.ts'
import { say } from '../../../src/elements/shared/words.ts'
import { deskFor } from '../../desk/desk-fixtures.ts'
import { seen, soon } from '../element-fixtures.ts'

const story = 'You charged 4111 1111 1111 1111 twice.'

describe('Company while writing', () => {
  it('looks at what stands in the form now, also where an earlier letter is told of last', async () => {
    const { desk } = deskFor()
    class WritingHost extends LitElement {
      room: WhileWriting | undefined
      override firstUpdated() {
        this.room = new WhileWriting(this, (key, values) => say(key, values, desk.settings))
      }
      override render() {
        return this.room?.findings(desk, { kind: 'problem', form: 'problem', story }, () => {})
      }
    }
    customElements.define('writing-host', WritingHost)
    const element = await fixture<WritingHost>('<writing-host></writing-host>')
    const form = await desk.form('problem')
    desk.edit('problem', { kind: 'problem', story })
    const tell = (said: Draft) => element.room!.edited({ desk, form, draft: { form: 'problem', ...said }, announce: () => {} })
    tell({ kind: 'problem', story })
    tell({ kind: 'problem', story: 'You' })
    await soon(() => seen(element).includes('Card number 4111 1111 1111 1111'), 'the note about the number')
  })
})
