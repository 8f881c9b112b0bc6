import type { Issue } from '../issue/issue.ts'
import { isRecord } from '../support/json.ts'
import { stringify } from '../support/stringify.ts'
import { asText, describe } from './describe.ts'
import { expectOption } from './wrong-option.ts'

/**
 * What of an issue goes into a field of a service's: a path into the issue (`contact.email`, `answers.order`, `observations.0.text`),
 * `$title` (one line), `$text` (everything, in words), `$issue` (everything but a token, as data), or a function.
 */
export type From = string | ((issue: Issue) => unknown)

/** What stands at a path of names and numbers with dots between them; undefined where there is nothing of its own. */
export const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((found, key) => ((isRecord(found) || Array.isArray(found)) && Object.hasOwn(found, key) ? found[key as never] : undefined), value)

/** What a service's fields get, in pairs so that no name is a trap; those for which the issue has nothing are left out. */
export const fill = (fields: Readonly<Record<string, From>>, issue: Issue): [name: string, value: unknown][] =>
  Object.entries(fields)
    .map(([name, from]): [string, unknown] => [name, one(from, issue)])
    .filter(([, value]) => value !== undefined && value !== null)

/** The same as texts: what is none becomes JSON. */
export const fillTexts = (fields: Readonly<Record<string, From>>, issue: Issue): [name: string, text: string][] =>
  fill(fields, issue).map(([name, value]) => [name, typeof value === 'string' ? value : stringify(value)])

function one(from: From, issue: Issue): unknown {
  if (typeof from === 'function') return from(issue)
  if (from === '$title') return describe(issue).title
  if (from === '$text') return asText(issue)
  // Who the site says it is goes to the site's own backend only, and there by a header.
  if (from === '$issue') return Object.fromEntries(Object.entries(issue).filter(([key]) => key !== 'identity'))
  return at(issue, from)
}

const known = /^(?:\$title|\$text|\$issue|[^.$][^.]*(?:\.[^.]+)*)$/

/** @throws {EarshotError} `transport/wrong-option`. */
export function expectFields(option: string, fields: unknown): asserts fields is Record<string, From> {
  expectOption(isRecord(fields), option, 'an object of fields', fields)
  for (const [name, from] of Object.entries(fields)) {
    const holds = typeof from === 'function' || (typeof from === 'string' && known.test(from))
    expectOption(holds, `${option}.${name}`, 'a path into the issue (contact.email), $title, $text, $issue or a function', from)
  }
}

/** Something of the service's has to take all of an issue; a function is trusted to. @throws {EarshotError} `transport/wrong-option`. */
export function expectWhole(option: string, fields: Readonly<Record<string, From>>): void {
  const whole = Object.values(fields).some(from => typeof from === 'function' || from === '$text' || from === '$issue')
  expectOption(whole, option, 'such that one field takes $text (or $issue), so that nothing of an issue is lost', Object.values(fields).join(', '))
}
