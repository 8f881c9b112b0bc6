import { EarshotError } from '../support/errors.ts'
import { isRecord } from '../support/json.ts'
import { pointerOf } from '../support/json-pointer.ts'
import { nearest } from '../support/nearest.ts'
import { whatCame } from '../support/what-came.ts'
import type { When } from './when.ts'

type Reader = readonly [fits: (value: unknown) => boolean, expected: string]

const isText = (value: unknown) => typeof value === 'string' && value !== ''
const texts: Reader = [value => isText(value) || (Array.isArray(value) && value.length > 0 && value.every(isText)), 'a text or a list of texts']

const readers: Record<keyof When, Reader> = {
  kind: texts,
  form: texts,
  topic: texts,
  audience: texts,
  language: texts,
  level: [value => Number.isSafeInteger(value) && Number(value) > 0, 'a whole number from 1'],
  leaving: [value => typeof value === 'boolean', 'true or false'],
}

/**
 * A rule's condition out of JSON, as a copy.
 * @param path where it stands, for the error: keys and indexes.
 * @throws {EarshotError} `route/unknown-key`, with the nearest one there is, or `route/wrong-value`; `details.path` is a JSON pointer.
 * A key that nobody knows would otherwise mean every issue.
 */
export function readWhen(value: unknown, path: readonly (string | number)[] = []): When {
  const given = readKeys(value, path, Object.keys(readers))
  for (const [key, came] of Object.entries(given)) {
    const [fits, expected] = readers[key as keyof When]
    if (!fits(came)) throw wrongValue([...path, key], expected, came)
  }
  return given
}

/** What an object has under these keys; `undefined` counts as absent. @throws {EarshotError} as above. */
export function readKeys(value: unknown, path: readonly (string | number)[], known: readonly string[]): Record<string, unknown> {
  if (!isRecord(value)) throw wrongValue(path, 'an object', value)
  const given = Object.entries(value).filter(([, came]) => came !== undefined)
  for (const [key] of given) if (!known.includes(key)) throw unknown('route/unknown-key', [...path, key], 'is no key of a rule', key, known)
  return Object.fromEntries(given)
}

export const wrongValue = (path: readonly (string | number)[], expected: string, came: unknown): EarshotError =>
  new EarshotError('route/wrong-value', `${placeOf(path)} must be ${expected}; got ${whatCame(came)}`, { path: pointerOf(path) })

export function unknown(code: string, path: readonly (string | number)[], what: string, word: string, known: readonly string[]): EarshotError {
  const near = nearest(word, known)
  const hint = near ? `did you mean "${near}"?` : `known are ${known.join(', ')}`
  return new EarshotError(code, `${placeOf(path)} ${what}; ${hint}`, { path: pointerOf(path), ...(near && { nearest: near }) })
}

const placeOf = (path: readonly (string | number)[]) => pointerOf(path).slice(0, 200) || 'A rule'
