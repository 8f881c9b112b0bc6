import { safeParse, type BaseIssue } from 'valibot'
import { pointerOf } from '../support/json-pointer.ts'
import { clean } from './clean.ts'
import type { Issue } from './issue.ts'
import { issueSchema } from './schema.ts'

/** One thing that is wrong with an issue. */
export interface IssueProblem {
  /** Where, as a JSON pointer; empty for the whole. */
  pointer: string
  /** What was expected and what came, in plain English. Never quotes what the customer wrote. */
  message: string
  /** `issue/missing`, `issue/too-long`, `issue/wrong` or one of `clean`'s codes. */
  code?: string
}

export type Validation = { ok: true; issue: Issue } | { ok: false; problems: IssueProblem[] }

// A list of thousands of wrong items says no more than its first hundred.
const most = 100

const nameOf = (value: unknown) =>
  value === '' ? 'empty text'
  : typeof value === 'string' ? 'other text'
  : typeof value === 'symbol' || Array.isArray(value) ? 'a list'
  : value === undefined ? 'nothing' : value && typeof value === 'object' ? 'an object' : String(value)

const words: Record<string, string> = {
  string: 'text', Object: 'an object', Array: 'a list', number: 'a number', boolean: 'true or false',
  min_length: 'more', check: 'a value up to `max`', integer: 'a whole number', min_value: 'zero or more',
}

function problem({ type, expected, requirement, message, input, path }: BaseIssue<unknown>): IssueProblem {
  const pointer = pointerOf(path?.map(item => item.key as string) ?? [])
  if (type === 'max_length') {
    const { length } = input as string | unknown[]
    const unit = typeof input === 'string' ? 'characters' : 'items'
    return { pointer, message: `expected at most ${requirement} ${unit}, got ${length}`, code: 'issue/too-long' }
  }
  const missing = input === undefined
  const wanted = missing ? 'a value' : type === 'regex' ? message : words[type] ?? words[expected!] ?? expected!.replaceAll(' |', ',')
  return { pointer, message: `expected ${wanted}, got ${nameOf(input)}`, code: missing ? 'issue/missing' : 'issue/wrong' }
}

/**
 * Says whether a value is an issue of version 1, and, if not, everything that is wrong with it.
 * The issue in the answer is a clean copy: unknown fields are in it, unpaired surrogates and NUL are U+FFFD.
 * Never throws, whatever it is given; at most 100 problems.
 */
export function validateIssue(value: unknown): Validation {
  const problems: IssueProblem[] = []
  const copy = clean(value, (code, message, path) => {
    if (problems.length < most) problems.push({ pointer: pointerOf(path), message, code })
  }, true)
  if (problems.length) return { ok: false, problems }
  const result = safeParse(issueSchema, copy)
  return result.success
    ? { ok: true, issue: copy as unknown as Issue }
    : { ok: false, problems: result.issues.slice(0, most).map(problem) }
}
