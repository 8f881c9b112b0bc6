import { readRules, type NamedRule } from '../../core/transports/read-rules.ts'
import { readKeys, wrongValue } from '../../core/transports/read-when.ts'
import type { Forwarder, Forwarding } from './forwarder.ts'

/** Where issues go on to, checked once at the start. */
export interface ReadForwarding {
  to: ReadonlyMap<string, Forwarder>
  rules: readonly NamedRule[]
  /** Milliseconds an attempt may take. */
  timeout: number
  /** How many attempts at once, of each forwarder. */
  atOnce: number
  /** After so many that failed it needs a person. */
  attempts: number
}

const at = 'forwarding'
// A name stands in the table of jobs and in an address.
const namePattern = /^[\w-]{1,64}$/

function readForwarders(value: unknown): Map<string, Forwarder> {
  const path = [at, 'to']
  if (typeof value !== 'object' || value === null) throw wrongValue(path, 'an object of forwarders by their names', value)
  const entries = Object.entries(value as Record<string, Partial<Forwarder> | null>)
  for (const [name, forwarder] of entries) {
    if (!namePattern.test(name)) throw wrongValue(path, 'an object with names of 1 to 64 of A-Z a-z 0-9 _ -', name)
    if (typeof forwarder?.send !== 'function') throw wrongValue([...path, name], 'a forwarder, an object that has the function "send"', forwarder)
  }
  return new Map(entries as [string, Forwarder][])
}

function readCount(value: unknown, key: string, otherwise: number): number {
  if (value === undefined) return otherwise
  if (Number.isSafeInteger(value) && Number(value) > 0) return Number(value)
  throw wrongValue([at, key], 'a whole number from 1', value)
}

/**
 * Checks what the owner wrote. Without rules everything goes to everybody.
 * @throws {EarshotError} `route/unknown-key`, `route/wrong-value`, `route/unknown-way`; `details.path` is a JSON pointer.
 */
export function readForwarding(value: Forwarding): ReadForwarding {
  const { to: given, rules, timeout, atOnce, attempts } = readKeys(value, [at], ['to', 'rules', 'timeout', 'atOnce', 'attempts'])
  const to = readForwarders(given)
  const names = [...to.keys()]
  return {
    to,
    rules: rules === undefined ? [{ to: names }] : readRules(rules, names, [at, 'rules']),
    timeout: readCount(timeout, 'timeout', 30_000),
    atOnce: readCount(atOnce, 'atOnce', 4),
    attempts: readCount(attempts, 'attempts', 150),
  }
}
