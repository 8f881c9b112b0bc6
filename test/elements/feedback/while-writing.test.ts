import { expect, fixture } from '@open-wc/testing'
import { LitElement } from 'lit'
import type { SearchResult } from '../../../src/core/articles/article.ts'
import { WhileWriting } from '../../../src/elements/feedback/while-writing.ts'
import { say } from '../../../src/elements/shared/words.ts'
import { deskFor } from '../../desk/desk-fixtures.ts'
import { seen, soon } from '../element-fixtures.ts'

const story = 'You charged 4111 1111 1111 1111 twice.'

/** A host that shows what the room has to say, over a desk of its own. */
class WritingHost extends LitElement {
  room: WhileWriting | undefined
  shown: () => unknown = () => undefined
  override render() {
    return this.shown()
  }
}
customElements.define('writing-host', WritingHost)

async function writing() {
  const { desk } = deskFor()
  const element = await fixture<WritingHost>('<writing-host></writing-host>')
  const room = new WhileWriting(element, (key, values) => say(key, values, desk.settings))
  return { desk, element, room, form: await desk.form('problem') }
}

describe('Company while writing', () => {
  it('looks at what stands in the form now, also where an earlier letter is told of last', async () => {
    const { desk, element, room, form } = await writing()
    element.shown = () => room.findings(desk, { kind: 'problem', form: 'problem', story }, () => {})
    const tell = () => room.edited({ desk, form, draft: () => desk.state.drafts.get('problem')!, announce: () => {} })
    desk.edit('problem', { kind: 'problem', story: 'You' })
    tell()
    desk.edit('problem', { kind: 'problem', story })
    tell()
    await soon(() => seen(element).includes('Card number 4111 1111 1111 1111'), 'the note about the number')
  })

  it('offers the articles for what is written now, also where those for an earlier story are found last', async () => {
    const { desk, element, room, form } = await writing()
    const answers = new Map<string, (results: SearchResult[]) => void>()
    const suggesting = { ...desk, suggest: (text = '') => new Promise<SearchResult[]>(resolve => answers.set(text, resolve)) }
    const article = (id: string, title: string): SearchResult => ({ id, title, excerpt: { text: '', marks: [] }, source: 'help', score: 1 })
    element.shown = () => room.matches(() => {})
    const announced: string[] = []
    for (const told of ['The lamp came broken', 'The parcel came late']) {
      room.edited({ desk: suggesting, form, draft: () => ({ kind: 'problem', story: told }), announce: text => announced.push(text) })
    }
    answers.get('The parcel came late')!([article('late', 'Late parcels')])
    await soon(() => seen(element).includes('Late parcels'), 'the article for the newer story')
    answers.get('The lamp came broken')!([article('broken', 'Broken lamps')])
    // All that comes of an answer has come before the next picture is drawn.
    await new Promise(requestAnimationFrame)
    expect(seen(element)).to.include('Late parcels').and.not.to.include('Broken lamps')
    expect(announced).to.deep.equal(['Is it this?'])
  })
})
