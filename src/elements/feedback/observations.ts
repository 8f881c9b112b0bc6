import { html, nothing } from 'lit'
import type { Observation } from '../../core/issue/issue.ts'
import type { Topic } from '../../desk/config.ts'
import { provideAllWords } from '../shared/all-words.ts'
import { limits } from '../shared/limits.ts'
import type { Say } from '../shared/say.ts'
import { textField } from './text-field.ts'

provideAllWords()

export interface Observations {
  list: readonly Observation[]
  topics: readonly Topic[]
  errors: ReadonlyMap<string, string>
  change(list: Observation[], focus?: string): void
}

/** Side remarks, each with its own topic. */
export function observations({ list, topics, errors, change }: Observations, say: Say) {
  const put = (at: number, patch: Observation) => change(list.map((observation, i) => (i === at ? patch : observation)))
  const topicOf = (observation: Observation, at: number) => html`<div class="topic">
    <label for="topic-${at}">${say('observation.topic')}</label>
    <select
      id="topic-${at}"
      @change=${({ target }: Event) => {
        const { value } = target as HTMLSelectElement
        put(at, { text: observation.text, ...(value && { topic: value }) })
      }}
    >
      <option value="" ?selected=${!observation.topic}>${say('observation.anything')}</option>
      ${topics.map(({ id, label }) => html`<option value=${id} ?selected=${observation.topic === id}>${label}</option>`)}
    </select>
  </div>`
  return list.map(
      (observation, at) => html`<div class="observation">
        ${textField(
          {
            id: `observation-${at}`,
            label: say('observation.label'),
            value: observation.text,
            error: errors.get(`observation-${at}`),
            limit: limits.observation,
            edit: text => put(at, { ...observation, text }),
          },
          say,
        )}
        ${topics.length ? topicOf(observation, at) : nothing}
        <button class="plain" type="button" @click=${() => change(list.filter((_, i) => i !== at), 'add')}>${say('observation.remove')}</button>
      </div>`,
    )
}
