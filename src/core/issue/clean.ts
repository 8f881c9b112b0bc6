import { EarshotError, messageOf } from '../support/errors.ts'
import { pointerOf } from '../support/json-pointer.ts'
import type { Json } from '../support/json.ts'

/** How deep and how large a value may be; a proxy can be both without end. */
const deepest = 32
const largest = 100_000

const refused = new Set(['__proto__', 'constructor', 'prototype'])
const broken = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/** What could not be taken as it is, and where: called with a code, a plain sentence and the path of keys. */
export type Complain = (code: string, message: string, path: readonly string[]) => void

const throwIt: Complain = (code, message, path) => {
  if (code !== 'issue/forbidden-key' && code !== 'issue/not-json') throw new EarshotError(code, message, { pointer: pointerOf(path) })
}

/**
 * Copies anything into plain JSON data without calling its `toJSON`: each property is read once.
 *
 * Replaced: unpaired surrogates and NUL by U+FFFD, dates by ISO 8601, a BigInt by its digits. Dropped: `undefined`, functions,
 * symbols, numbers that are not finite, bytes, the keys `__proto__`, `constructor` and `prototype`, and, unless
 * `keepNulls`, `null`.
 * @returns `undefined` when nothing is left.
 * @throws {EarshotError} `issue/cycle`, `issue/too-deep` (over 32 levels), `issue/too-many` (over 100,000 values),
 * `issue/unreadable` (a getter or a proxy threw), unless `complain` takes the complaint instead.
 */
export function clean(value: unknown, complain: Complain = throwIt, keepNulls = false): Json | undefined {
  const path: string[] = []
  const above = new Set<object>()
  let values = 0

  const children = (value: object): Json | undefined => {
    if (above.has(value)) return void complain('issue/cycle', 'expected no cycles, got a value that contains itself', path)
    if (above.size >= deepest) return void complain('issue/too-deep', `expected at most ${deepest} levels, got more`, path)
    above.add(value)
    try {
      if (value instanceof Date) return Number.isNaN(+value) ? undefined : value.toISOString()
      if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return void complain('issue/not-json', 'expected JSON, got bytes', path)
      const list = Array.isArray(value)
      const entries: [string, Json][] = []
      for (const key of list ? Array(Math.min(value.length, largest + 1)).keys() : Object.keys(value)) {
        const name = String(key).replace(broken, '\uFFFD')
        path.push(name)
        // `values` also stops the loop: an array can claim any length.
        if (!list && refused.has(name)) complain('issue/forbidden-key', `expected another key, got ${name}`, path)
        else {
          const child = copy((value as Record<string | number, unknown>)[key])
          if (child !== undefined) entries.push([name, child])
        }
        path.pop()
        if (values > largest) return undefined
      }
      return list ? entries.map(entry => entry[1]) : Object.fromEntries(entries)
    } catch (error) {
      if (error instanceof EarshotError) throw error
      return void complain('issue/unreadable', `expected data, got an error: ${messageOf(error)}`, path)
    } finally {
      above.delete(value)
    }
  }

  const copy = (value: unknown): Json | undefined => {
    if (++values > largest) {
      if (values === largest + 1) complain('issue/too-many', `expected at most ${largest} values, got more`, path)
      return undefined
    }
    switch (typeof value) {
      case 'string': return value.replace(broken, '\uFFFD')
      case 'boolean': return value
      case 'number': return Number.isFinite(value) ? value : void complain('issue/not-json', `expected a number, got ${value}`, path)
      case 'bigint': return complain('issue/not-json', 'expected JSON, got a BigInt', path), String(value)
      case 'object': return value ? children(value) : keepNulls ? null : undefined
      case 'undefined': return undefined
      default: return void complain('issue/not-json', `expected JSON, got a ${typeof value}`, path)
    }
  }
  return copy(value)
}
