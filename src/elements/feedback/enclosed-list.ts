import { html, nothing, type TemplateResult } from 'lit'
import type { Draft } from '../../core/issue/draft.ts'
import type { Settings } from '../../desk/config.ts'
import type { Enclosed } from '../../desk/desk.ts'
import { provideAllWords } from '../shared/all-words.ts'
import type { Say } from '../shared/say.ts'
import type { EnclosedFiles } from './enclosed-files.ts'
import { enclosedItems } from './enclosed-items.ts'
import { enclosedRow, type Row } from './enclosed-row.ts'
import { detailKey, withheldIn } from './enclosed.ts'

provideAllWords()

export interface EnclosedList {
  readonly draft: Draft
  readonly settings: Settings
  readonly found: Enclosed
  /** Of articles, by id. */
  readonly titles: ReadonlyMap<string, string>
  readonly files: EnclosedFiles
  /** The box for what went wrong technically, where the owner collects it. */
  readonly diagnostics: TemplateResult | undefined
  edit(patch: Partial<Draft>): void
}

/** Everything that goes along besides the customer's words, each thing to be taken out and put back. Fetched when it is opened. */
export function enclosedList(list: EnclosedList, say: Say) {
  const rows = rowsOf(list, say)
  return html`<p class="hint">${say(rows.length ? 'enclosed.hint' : 'enclosed.nothing')}</p>
    <ul>
      ${rows.map(row => enclosedRow(row, say))}
      ${enclosedRow({ key: 'name', name: say('enclosed.name'), text: nameIn(list, say), isOut: false }, say)}
    </ul>
    ${list.draft.filedBy ? nothing : html`<p class="hint">${say('enclosed.filling')}</p>`} ${list.diagnostics ?? nothing}`
}

function rowsOf({ draft, settings: { locale }, found, titles, files, edit }: EnclosedList, say: Say): Row[] {
  const withheld = withheldIn(draft)
  const enclosed = found.alongside(draft)
  const turned = (key: string) => (withheld.includes(key) ? withheld.filter(other => other !== key) : [...withheld, key])
  const part = files.part(draft, say, edit)
  const items = enclosedItems(enclosed, titles, locale, say)
    .filter(({ item }) => item !== 'part' || !part)
    .map(({ item, text }): Row => {
      return { key: item, name: say(`enclosed.${item}`), text, isOut: withheld.includes(item), turn: () => edit({ withheld: turned(item) }) }
    })
  const details = Object.entries(enclosed.answers ?? {}).map(([name, value]): Row => {
    const key = detailKey(name)
    const { [name]: _, ...others } = draft.answers ?? {}
    return {
      key: `detail-${name}`,
      name: found.labels?.[name] ?? name,
      text: String(value ?? ''),
      isOut: withheld.includes(key),
      // Put back, it says again what the page says.
      turn: () => edit({ withheld: turned(key), answers: others }),
      edit: text => edit({ answers: { ...others, [name]: text } }),
    }
  })
  return [...details, ...items, ...(part ? [part] : []), ...files.files(draft, locale, say, edit)]
}

/** Whose name it carries: what was typed, else what the site says of who is logged in. */
function nameIn({ draft: { contact }, settings }: EnclosedList, say: Say): string {
  const { name, email, phone } = contact ?? {}
  const said = [name, email, phone].map(text => text?.trim()).filter(Boolean).join(' · ')
  return [said, settings.identity && say('enclosed.account')].filter(Boolean).join(' · ') || say('enclosed.nameless')
}
