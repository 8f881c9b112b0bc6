import type { Problem } from '../core/support/errors.ts'
import { messageOf } from '../core/support/errors.ts'
import { isRecord } from '../core/support/json.ts'
import type { Config, Settings } from './config.ts'
import { type Check, configChecks } from './config-checks.ts'
import { nearest } from './nearest.ts'

/**
 * Reads the known keys, once each, and leaves out what is wrong: the default is used where one is safe,
 * otherwise that part is off and the rest works. Never throws: each wrong value becomes a problem
 * that says where it is, what was expected and what came.
 */
export function checkConfig(given: unknown, locale: string, base?: string): { settings: Settings; problems: Problem[] } {
  const problems: Problem[] = []
  const tell = (code: string, path: string, message: string) => void problems.push({ code, path, message })
  const read: Record<string, unknown> = {}
  if (!isRecord(given)) {
    tell('config/not-an-object', '', `The config must be an object with settings; got ${nameOf(given)}. Defaults are used`)
  } else {
    for (const key of Object.keys(given)) {
      if (key === '$schema') continue
      const check = Object.hasOwn(configChecks, key) ? configChecks[key as keyof Config] : undefined
      if (!check) {
        const known = nearest(key, Object.keys(configChecks))
        tell('config/unknown-key', `/${key}`, `Unknown setting "${key}"${known ? `; did you mean "${known}"?` : ''}`)
      } else {
        const value = readOne(given, key, check, tell)
        if (value !== undefined) read[key] = value
      }
    }
  }
  return { settings: withDefaults(read as Config, locale, base, tell), problems }
}

type Tell = (code: string, path: string, message: string) => void

function readOne(given: Record<string, unknown>, key: string, check: Check, tell: Tell): unknown {
  try {
    const value = given[key]
    if (value === undefined || check.ok(value)) return value
    tell('config/wrong-value', `/${key}`, `"${key}" must be ${check.expected}; got ${nameOf(value)}. It is left out`)
  } catch (error) {
    tell('config/unreadable', `/${key}`, `"${key}" could not be read: ${messageOf(error)}. It is left out`)
  }
  return undefined
}

function withDefaults(config: Config, locale: string, base: string | undefined, tell: Tell): Settings {
  const { endpoint, ...rest } = config
  const settings: Settings = {
    desk: 'default',
    accept: 'receipt',
    forms: [],
    topics: [],
    ladder: [],
    suggest: true,
    locale,
    messages: {},
    theme: {},
    placement: 'bottom-end',
    withoutLauncher: false,
    consent: 'not-required',
    ...rest,
    capture: { subject: true, environment: true, journey: true, ...rest.capture },
  }
  if (endpoint === undefined) return settings
  // Absolute from the start: a later <base href> must not send a customer's words to another host.
  const url = URL.canParse(endpoint, base) ? new URL(endpoint, base) : undefined
  if (url && /^https?:$/.test(url.protocol)) settings.endpoint = url.href
  else tell('config/wrong-value', '/endpoint', `"endpoint" must be an http or https address; got "${endpoint}". Nothing can be sent`)
  return settings
}

/** What came, in a few words that are safe to print. */
export function nameOf(value: unknown): string {
  if (typeof value === 'string') return `"${value.slice(0, 60)}"`
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return String(value)
  return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
