import { css, html, type LitElement } from 'lit'
import type { FiledBy } from '../../core/issue/issue.ts'
import type { MessageKey } from '../../locale/en.ts'
import type { Say } from '../shared/say.ts'
import type { Standing } from './above.ts'
import { adopt } from '../shared/field-parts/adopt.ts'
import { filedBy } from './filed-by.ts'
import { textField } from './text-field.ts'

const styles = css`
  .staff {
    display: grid;
    gap: 16px;
    padding: 16px;
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .staff-mark {
    font-weight: 600;
  }
`

const channels = ['phone', 'counter', 'letter', 'email', 'chat', 'other'] as const

// Where the form asks for it itself, it is not asked twice.
const persons = [
  { key: 'name', field: 'name', words: 'staff.name', type: 'text' },
  { key: 'email', field: 'contact', words: 'staff.email', type: 'email' },
  { key: 'phone', field: 'phone', words: 'staff.phone', type: 'tel' },
] as const satisfies { key: string; field: string; words: MessageKey; type: string }[]

/** Whom a member of staff writes for, and how it was said. */
export function staffFields(host: LitElement, say: Say) {
  adopt(host, styles)
  return ({ desk, form, draft, edit }: Standing) => {
    const { contact } = draft
    const by = filedBy(desk.settings, draft)
    const said = (channel: string) => {
      const { channel: _, ...rest } = by!
      edit({ filedBy: { ...rest, ...(channel && { channel: channel as NonNullable<FiledBy['channel']> }) } })
    }
    return html`<div class="staff" role="group" aria-labelledby="staff-mark">
      <p class="staff-mark" id="staff-mark">${say('staff.mark')}</p>
      ${persons
        .filter(({ field }) => form.fields.every(({ name }) => name !== field))
        .map(({ key, words, type }) =>
          textField(
            {
              id: `staff-${key}`,
              label: say(words),
              value: contact?.[key] ?? '',
              lines: 1,
              type,
              limit: 200,
              edit: text => {
                const { [key]: _, ...others } = contact ?? {}
                edit({ contact: { ...others, ...(text && { [key]: text }) } })
              },
            },
            say,
          ),
        )}
      <div class="field">
        <label for="staff-channel">${say('staff.channel')}</label>
        <select id="staff-channel" @change=${({ target }: Event) => said((target as HTMLSelectElement).value)}>
          <option value="" .selected=${!by?.channel}>${say('choice.none')}</option>
          ${channels.map(channel => html`<option value=${channel} .selected=${by?.channel === channel}>${say(`channel.${channel}`)}</option>`)}
        </select>
      </div>
    </div>`
  }
}
