import type { Field } from '../../core/forms/field.ts'
import type { Form } from '../../core/forms/form.ts'
import type { Draft } from '../../core/issue/draft.ts'
import type { MessageKey } from '../../locale/en.ts'
import { contactWords } from '../shared/contact-words.ts'
import { limits } from '../shared/limits.ts'
import type { Say } from '../shared/say.ts'
import { ownLabel } from './own-words.ts'

// These are told in words of their own, or travel beside them.
const told = ['story', 'outcome', 'observations', 'email', 'phone', 'file', 'screenshot', 'rating', 'consent', 'element']

/** All that was said in a form, as the texts of messages: none longer than one may be, nothing left out, nothing cut. */
export function retold(form: Form, draft: Draft, locale: string, say: Say): string[] {
  const { story, outcome, observations = [], contact = {} } = draft
  const answers = form.shown(draft).flatMap(field => {
    if (told.includes(field.type) || told.includes(field.name) || field.name === 'name') return []
    const value = form.value(field, draft)
    const said = [value].flat().map(one => inWords(field, one, say)).filter(Boolean)
    return said.length ? `${field.label ?? ownLabel(field, form, false, say)}: ${new Intl.ListFormat(locale).format(said)}` : []
  })
  const texts = [story, ...answers, outcome, ...observations.map(({ text }) => text), contactWords(contact, say)]
  return texts.flatMap(text => text?.trim() || []).reduce<string[]>((all, text) => {
    const last = all.at(-1)
    const joined = last === undefined ? text : `${last}\n\n${text}`
    return joined.length <= limits.story && last !== undefined ? [...all.slice(0, -1), joined] : [...all, text]
  }, [])
}

/** What can be chosen in our own forms is named in our own words. */
function inWords({ name, options }: Field, value: unknown, say: Say): string {
  const option = options.find(each => each.value === value)
  if (option) return option.label || say(`${name}.${option.value}` as MessageKey)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
