import type { Problem } from '../core/support/errors.ts'
import { captureDefaults, configChecks, type Check } from '../core/settings/setting-checks.ts'
import { isRecord } from '../core/support/json.ts'
import type { Config, Settings } from './config.ts'

/**
 * Reads the known keys, once each, and leaves out what is wrong: the default is used where one is safe,
 * otherwise that part is off and the rest works. Never throws: each wrong value becomes a problem, told a moment
 * later, because the words for it are fetched only then.
 */
export function checkConfig(given: unknown, locale: string, base: string | undefined, tell: (problem: Problem) => void): Settings {
  // Without a prototype, and so are the settings: what a page hangs on `Object.prototype` must not become one.
  const read = { __proto__: null } as unknown as Record<string, unknown>
  const complain = (...about: [key?: string, value?: unknown, thrown?: unknown]) => {
    // Who says anything about it meant to ask: the default would keep and send without an answer.
    if (about[0] === 'consent') read['consent'] = 'required'
    // And who says anything about that meant to collect less: nothing is, but for what is plainly on. What threw is not read again.
    if (about[0] === 'capture') {
      const isOn = (part: string) => about.length < 3 && (about[1] as Record<string, unknown> | null)?.[part] === true
      read['capture'] = Object.fromEntries(Object.keys(captureDefaults).map(part => [part, isOn(part)]))
    }
    void import('../core/settings/setting-complaint.ts').then(room => tell(room.configComplaint(...about)), console.error)
  }
  if (!isRecord(given)) complain(undefined, given)
  else {
    for (const key of Object.keys(given)) {
      let value: unknown
      try {
        value = key === '$schema' ? undefined : given[key]
        if (value === undefined) continue
        if (Object.hasOwn(configChecks, key) && (configChecks satisfies Record<keyof Config, Check>)[key as keyof Config](value)) read[key] = value
        else complain(key, value)
      } catch (error) {
        complain(key, value, error)
      }
    }
  }
  const { endpoint, ...rest } = read as Config
  // What cannot go is not asked for.
  const files = rest.transport?.files ?? true
  const settings = {
    __proto__: null,
    desk: 'default',
    accept: 'receipt',
    forms: [],
    topics: [],
    suggest: true,
    locale,
    messages: {},
    theme: {},
    placement: 'bottom-end',
    withoutLauncher: false,
    consent: 'not-required',
    ...rest,
    capture: { ...captureDefaults, screenshot: files, files, ...rest.capture },
  } as unknown as Settings
  if (endpoint === undefined) return settings
  // Absolute from the start: a later <base href> must not send a customer's words to another host.
  const url = URL.canParse(endpoint, base) ? new URL(endpoint, base).href : ''
  if (/^https?:/.test(url)) settings.endpoint = url
  else complain('endpoint', endpoint)
  return settings
}
