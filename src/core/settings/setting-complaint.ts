import { messageOf, type Problem } from '../support/errors.ts'
import { nearest } from '../support/nearest.ts'
import { whatCame } from '../support/what-came.ts'
import { captureDefaults, configChecks, type SettingKey } from './setting-checks.ts'

const flag = 'true or false'

const expected: Record<SettingKey, string> = {
  desk: 'a text',
  endpoint: 'an http or https address',
  accept: '"receipt" or "2xx"',
  transport: 'an object with a send function',
  articles: 'the address of an index, a list of articles, a source or its settings, or a list of those',
  forms: 'a list of forms, each with an id',
  fieldTypes: 'an object with the name of an element by type',
  prefill: 'an object with values by form and field',
  details: 'a list of details, each with a name and a selector',
  files: 'an object with types (a list such as [".pdf"]), maxBytes and most (numbers above 0)',
  redaction: 'an object with patterns, ids and off',
  asks: 'a list of questions, each with an id',
  staff: 'true, false, or an object with a name',
  topics: 'a list of topics, each with an id and a label',
  ladder: 'a list of rungs',
  outside: 'a list of addresses, each with a name and a to',
  chat: 'the name of a chat Earshot knows, or a function',
  leaving: flag,
  holdsAfterDays: 'a number of days, or false',
  suggest: flag,
  synonyms: 'a list of groups of words',
  signals: 'true, false, or an object with settings',
  gaps: flag,
  locale: 'a language tag such as "de" or "pt-BR"',
  messages: 'an object with sentences by key',
  theme: 'an object with texts',
  placement: '"bottom-end", "bottom-start", "top-end" or "top-start"',
  withoutLauncher: flag,
  shortcut: '"Alt", "Control" or "Meta", "Shift" if need be, and a key: "Control+Shift+H"',
  capture: `an object with true or false by part, which are ${Object.keys(captureDefaults).join(', ')}`,
  identity: 'a function',
  consent: '"not-required" or "required"',
}

// Where the default would do more than the owner may have meant.
const cautious: Record<string, string> = {
  __proto__: null!,
  consent: 'It counts as "required"',
  capture: 'Nothing is collected but the parts that are true',
}

/** One wrong setting, in words: where it is, what was expected, what came. `thrown` is set when it could not be read. */
export function configComplaint(key: string | undefined, value: unknown, thrown?: unknown): Problem {
  if (key === undefined) {
    return { code: 'config/not-an-object', path: '', message: `The config must be an object with settings; got ${whatCame(value)}. Defaults are used` }
  }
  const path = `/${key}`
  const instead = cautious[key] ?? 'It is left out'
  if (!Object.hasOwn(configChecks, key)) {
    const known = nearest(key, Object.keys(configChecks))
    return { code: 'config/unknown-key', path, message: `Unknown setting "${key}"${known ? `; did you mean "${known}"?` : ''}` }
  }
  if (thrown !== undefined && value === undefined) {
    return { code: 'config/unreadable', path, message: `"${key}" could not be read: ${messageOf(thrown)}. ${instead}` }
  }
  return { code: 'config/wrong-value', path, message: `"${key}" must be ${expected[key as SettingKey]}; got ${whatCame(value)}. ${instead}` }
}

export type DeskComplaint = 'transport/no-endpoint' | 'desk/name-taken'

/** What is wrong with a desk as a whole. */
export function deskComplaint(code: DeskComplaint, { desk }: { desk: string }): Problem {
  return code === 'desk/name-taken'
    ? { code, path: '/desk', message: `There is a desk named "${desk}" already; this one is not on the shelf. Dispose of the first, or give this one another name` }
    : { code, message: 'No endpoint and no transport: what customers say stays on their device. Set "endpoint"' }
}

/** The file of settings did not come: said on the console, because there is no desk yet. */
export const warnUnreachable = (url: string, error: unknown): void =>
  console.warn(`Earshot: no settings at "${url}"; the script tag's own are used. [config/unreachable]`, error)
