import { html, nothing, type LitElement } from 'lit'
import type { Observation } from '../../core/issue/issue.ts'
import { provideAllWords } from '../shared/all-words.ts'
import { focusOn } from '../shared/focus-on.ts'
import type { Say } from '../shared/say.ts'
import { adopt } from '../shared/field-parts/adopt.ts'
import type { FieldPart, FieldView } from '../shared/field-parts/field-part.ts'
import { observationsStyles } from './observations.styles.ts'
import { textField } from './text-field.ts'
import { errorLine, hintLine, told } from '../shared/field-parts/tied.ts'

/** Side remarks, each a line of its own with a topic of its own, so that each can go to its own department. */
export function open(host: LitElement, say: Say): FieldPart {
  provideAllWords()
  adopt(host, observationsStyles)
  return {
    template(view) {
      const list = listOf(view.value)
      const change = (next: readonly Observation[]) => view.edit(next.length ? next : undefined)
      const add = () => {
        change([...list, { text: '' }])
        void focusOn(host, `observation-${list.length}`)
      }
      // What was removed takes its button along: focus goes to the one that is always there.
      const remove = (at: number) => {
        change(list.toSpliced(at, 1))
        view.announce(say('observation.removed'))
        void focusOn(host, view.id)
      }
      return html`<div class="observations">
        ${hintLine(view)}
        ${list.map((observation, at) => line(observation, at, view, next => change(list.with(at, next)), () => remove(at), say))}
        <button class="plain" id=${view.id} type="button" aria-describedby=${told(view)} @click=${add}>${say('observation.add')}</button>
        ${errorLine(view)}
      </div>`
    },
  }
}

// A draft may come from elsewhere.
const listOf = (value: unknown): readonly Observation[] => (Array.isArray(value) ? value : [])

function line(observation: Observation, at: number, view: FieldView, put: (next: Observation) => void, remove: () => void, say: Say) {
  const id = `observation-${at}`
  const text = textField(
    {
      id,
      label: say('observation.label'),
      value: observation.text,
      error: view.errors.get(id),
      limit: view.field.maxLength,
      lines: 2,
      edit: words => put({ ...observation, text: words }),
    },
    say,
  )
  return html`<div class="observation">
    ${text} ${topicOf(observation, at, view, put, say)}
    <button class="plain" type="button" @click=${remove}>${say('observation.remove')}</button>
  </div>`
}

/** Only what it is about: the department that cares for it is added when the issue is sealed. */
function topicOf({ text, topic }: Observation, at: number, { desk }: FieldView, put: (next: Observation) => void, say: Say) {
  const { topics } = desk.settings
  if (!topics.length) return nothing
  const take = ({ target }: Event) => {
    const { value } = target as HTMLSelectElement
    put({ text, ...(value && { topic: value }) })
  }
  return html`<div class="topic">
    <label for="topic-${at}">${say('observation.topic')}</label>
    <select id="topic-${at}" @change=${take}>
      <option value="" .selected=${!topic}>${say('observation.anything')}</option>
      ${topics.map(({ id, label }) => html`<option value=${id} .selected=${topic === id}>${label}</option>`)}
    </select>
  </div>`
}
