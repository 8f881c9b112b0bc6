import {
  array, boolean, check, integer, looseObject, maxLength, minLength, minValue, number, optional, picklist, pipe, regex, string, unknown,
  type LooseObjectSchema, type ObjectEntries,
} from 'valibot'
import { limits } from './issue.ts'

const aList = Symbol('a list')

// Unknown fields are kept on every level. Valibot would take a list for an object, so a list is shown to it as something else.
function object<const E extends ObjectEntries>(entries: E): LooseObjectSchema<E, undefined> {
  // It goes through the entries with `for…in`, and must not meet there what a page has hung on `Object.prototype`.
  const schema = looseObject({ __proto__: null, ...entries } as unknown as E)
  return {
    ...schema,
    '~run': (dataset, config) => schema['~run'](Array.isArray(dataset.value) ? { ...dataset, value: aList } : dataset, config),
  }
}

// `optional`, never `nullish`: absent means absent.
const text = optional(string())
const flag = optional(boolean())
const list = optional(array(unknown()))
const upTo = (length: number) => pipe(string(), maxLength(length))
const full = pipe(string(), minLength(1))
const count = pipe(number(), integer(), minValue(0))
const amount = pipe(number(), minValue(0))
// Not stricter: it becomes part of an address and of a header, nothing more.
const id = pipe(string(), regex(/^[\w.~:-]{1,128}$/, '1 to 128 of A-Z a-z 0-9 . _ ~ : -'))
// Leap seconds, an hour of 24 and the 31st of any month are let through: what else is none is a mistake.
const moment = pipe(string(), regex(/^([+-]\d\d)?\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-4]):[0-5]\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/, 'an ISO 8601 date with its zone'))
const files = optional(array(object({ id, name: string(), type: string(), size: count, sha256: text, field: text })))
const rating = optional(pipe(
  object({ scale: picklist(['thumbs', 'csat', 'nps', 'ces', 'stars']), value: count, max: count }),
  check(({ value, max }) => value <= max),
))

/** The issue, version 1, as Valibot sees it: the one source of the check at run time and of the published JSON Schema. */
export const issueSchema = object({
  version: picklist([1]),
  id,
  createdAt: moment,
  kind: picklist(['question', 'problem', 'idea', 'praise', 'rating', 'observation', 'gap']),
  form: text,
  summary: optional(upTo(limits.summary)),
  story: optional(upTo(limits.story)),
  outcome: optional(upTo(limits.outcome)),
  rating,
  answers: optional(object({})),
  observations: optional(pipe(
    array(object({ text: pipe(full, maxLength(limits.observation)), topic: text, audience: text })),
    maxLength(limits.observations),
  )),
  topic: text,
  audience: text,
  filedBy: optional(object({
    role: picklist(['staff']), name: text, channel: optional(picklist(['phone', 'counter', 'letter', 'email', 'chat', 'other'])),
  })),
  subject: optional(object({
    url: text,
    title: text,
    product: optional(object({ id: text, name: text })),
    element: optional(object({ selector: text, text, box: optional(pipe(array(number()), minLength(4), maxLength(4))) })),
  })),
  journey: optional(object({
    searches: optional(array(object({ query: string(), count, opened: optional(array(string())) }))),
    articles: optional(array(object({ id: string(), seconds: optional(amount), helpful: flag, missing: text, thanked: flag }))),
    signals: optional(array(object({ type: string(), at: string() }))),
  })),
  environment: optional(object({
    locale: text, timeZone: text, viewport: optional(pipe(array(amount), minLength(2), maxLength(2))), userAgent: text, referrer: text,
  })),
  diagnostics: optional(object({ errors: list, requests: list, versions: optional(object({})) })),
  contact: optional(object({ name: text, email: text, phone: text, channel: optional(picklist(['email', 'phone', 'chat', 'none'])), when: text })),
  identity: optional(object({ token: string() })),
  escalation: optional(object({ of: full, rung: full, level: count, reason: text })),
  history: optional(array(object({
    id: full, reference: text, createdAt: text, from: text, story: text, outcome: text, attachments: files,
    kind: text, rung: text, answerTo: text, answers: optional(object({})), rating,
  }))),
  repeatOf: text,
  replaces: text,
  parent: text,
  attachments: files,
  consent: optional(object({ environment: flag, diagnostics: flag, screenshot: flag })),
  leaving: flag,
  repeats: optional(count),
  synthetic: flag,
  filling: optional(object({ seconds: optional(amount), trap: flag })),
})
