import { isRecord } from '../core/support/json.ts'
import type { Config } from './config.ts'

/** One setting: whether a value will do, and what to say when it will not. */
export interface Check { expected: string; ok(value: unknown): boolean }

const isText = (value: unknown): value is string => typeof value === 'string'
const text: Check = { expected: 'a text', ok: isText }
const flag: Check = { expected: 'true or false', ok: value => typeof value === 'boolean' }
const code: Check = { expected: 'a function', ok: value => typeof value === 'function' }

const oneOf = (...values: string[]): Check => ({
  expected: values.map(value => `"${value}"`).join(' or '),
  ok: value => isText(value) && values.includes(value),
})

const listOf = (what: string, ok: (entry: Record<string, unknown>) => boolean): Check => ({
  expected: `a list of ${what}`,
  ok: value => Array.isArray(value) && value.every(entry => isRecord(entry) && ok(entry)),
})

const recordOf = (what: string, ok: (entry: unknown) => boolean): Check => ({
  expected: `an object with ${what}`,
  ok: value => isRecord(value) && Object.values(value).every(ok),
})

const hasMethods = (...names: string[]) => (value: unknown) =>
  typeof value === 'object' && value !== null && names.every(name => typeof (value as Record<string, unknown>)[name] === 'function')

const isSource = hasMethods('search', 'read')

export const configChecks: Record<keyof Config, Check> = {
  desk: text,
  endpoint: { expected: 'an http or https address', ok: isText },
  accept: oneOf('receipt', '2xx'),
  transport: { expected: 'an object with a send function', ok: hasMethods('send') },
  articles: {
    expected: 'the address of an index, a list of articles, a source, or a list of those',
    ok: value => isText(value) || Array.isArray(value) || isSource(value),
  },
  forms: listOf('forms, each with an id and a kind', form => isText(form.id) && isText(form.kind)),
  topics: listOf('topics, each with an id and a label', topic => isText(topic.id) && isText(topic.label)),
  ladder: listOf('rungs, each with an id, a name and a kind', rung => [rung.id, rung.name, rung.kind].every(isText)),
  suggest: flag,
  locale: { expected: 'a language tag such as "de" or "pt-BR"', ok: value => isText(value) && isLocale(value) },
  messages: recordOf('sentences by key', value => isText(value) || isRecord(value)),
  theme: recordOf('texts', isText),
  placement: oneOf('bottom-end', 'bottom-start', 'top-end', 'top-start'),
  withoutLauncher: flag,
  capture: recordOf('true or false by part', flag.ok),
  identity: code,
  consent: oneOf('not-required', 'required'),
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
