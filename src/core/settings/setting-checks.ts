import { isRecord } from '../support/json.ts'

/** Whether a value will do. What to say when it will not is in `setting-complaint.ts`, fetched only then. */
export type Check = (value: unknown) => boolean

export const isText: Check = value => typeof value === 'string'
const isFlag: Check = value => typeof value === 'boolean'
const has = (type: string, names: string[]): Check => value => names.every(name => typeof (value as Record<string, unknown> | null)?.[name] === type)
const isSwitch: Check = value => isFlag(value) || isRecord(value)
const isOneOf = (...values: unknown[]): Check => value => values.includes(value)
const isListWith = (...names: string[]): Check => value => Array.isArray(value) && value.every(has('string', names))
const isRecordOf = (check: Check): Check => value => isRecord(value) && Object.values(value).every(check)

/** What may be collected, part by part, and whether it is where nobody says anything. */
export const captureDefaults = { subject: true, environment: true, journey: true, element: true, screenshot: true, files: true, diagnostics: false }

/** Every setting there is, by its key; the desk says that it has no other. */
export const configChecks = {
  desk: isText,
  endpoint: isText,
  accept: isOneOf('receipt', '2xx'),
  transport: has('function', ['send']),
  articles: value => isText(value) || typeof (value ?? 0) === 'object',
  forms: isListWith('id'),
  fieldTypes: isRecordOf(isText),
  prefill: isRecord,
  details: isListWith('name', 'selector'),
  files: value =>
    isRecord(value) && Number(value['maxBytes'] ?? 1) > 0 && Number(value['most'] ?? 1) > 0 && ((value['types'] ?? []) as unknown[]).every(isText),
  redaction: isRecord,
  asks: isListWith('id'),
  staff: isSwitch,
  topics: isListWith('id', 'label'),
  // Looked at more closely where it is climbed: one bad rung must not take the others along.
  ladder: Array.isArray,
  outside: isListWith('name', 'to'),
  // Read late, and looked at more closely where they are.
  chat: Boolean,
  leaving: isFlag,
  holdsAfterDays: isFinite as Check,
  suggest: isFlag,
  synonyms: value => Array.isArray(value) && value.every(Array.isArray),
  signals: isSwitch,
  gaps: isFlag,
  // Throws for what is no tag, which counts as a no.
  locale: value => isText(value) && Intl.getCanonicalLocales(value as string).length === 1,
  messages: isRecordOf(value => isText(value) || isRecord(value)),
  theme: isRecordOf(isText),
  placement: isOneOf('bottom-end', 'bottom-start', 'top-end', 'top-start'),
  withoutLauncher: isFlag,
  // Never a key alone: that one belongs to whoever is typing.
  shortcut: value => /^((Alt|Control|Meta)\+)+(Shift\+)?[^+]+$/.test(value as string),
  capture: value => isRecordOf(isFlag)(value) && Object.keys(value as object).every(isOneOf(...Object.keys(captureDefaults))),
  identity: value => typeof value === 'function',
  consent: isOneOf('not-required', 'required'),
} satisfies Record<string, Check>

export type SettingKey = keyof typeof configChecks
