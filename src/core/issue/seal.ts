import { EarshotError } from '../support/errors.ts'
import { createId, type Random } from '../support/ids.ts'
import { isRecord, type Json } from '../support/json.ts'
import { clean } from './clean.ts'
import type { Draft } from './draft.ts'
import { limits, type Issue } from './issue.ts'
import { summarize } from './summarize.ts'
import { validateIssue } from './validate.ts'

export interface SealOptions {
  /** Milliseconds since 1970. Default: the device's clock. */
  now?: number
  random?: Random
  /** An id minted earlier; default: a fresh one. */
  id?: string
}

// What a customer types: trimmed at its ends, and absent when nothing is left. All else only loses empty lists and objects.
const typed = ['form', 'summary', 'story', 'outcome', 'topic', 'observations', 'contact', 'answers', 'escalation']
const enclosed = ['subject', 'journey', 'environment', 'diagnostics', 'history', 'attachments', 'consent']

function tidy(value: Json | undefined, trim: boolean): Json | undefined {
  if (typeof value === 'string') return trim ? value.trim() || undefined : value
  if (Array.isArray(value)) {
    const items = value.map(item => tidy(item, trim)).filter(item => item !== undefined)
    return items.length ? items : undefined
  }
  if (!isRecord(value)) return value
  const entries = Object.entries(value).flatMap(([key, item]) => {
    const kept = tidy(item as Json, trim)
    return kept === undefined ? [] : [[key, kept] as const]
  })
  return entries.length ? Object.fromEntries(entries) : undefined
}

const hasText = (item: unknown) => !isRecord(item) || item['text'] !== undefined

/**
 * Makes an issue of a draft: mints the id, dates it, trims the ends of what was typed, leaves out what is empty or the draft's alone
 * (`revealed`, `withheld`), keeps unknown fields, and writes a summary from the story's first sentence when there is none. Attachments are described; their bytes stay
 * in the draft. Nothing is shortened: a text over its limit is refused.
 * @throws {EarshotError} `issue/invalid` with `details.problems` (pointers and messages); `issue/cycle`, `issue/too-deep`,
 * `issue/too-many` or `issue/unreadable` with `details.pointer` for a draft that is not data.
 */
export function seal(draft: Draft, options: SealOptions = {}): Issue {
  const { now = Date.now(), random, id = createId(now, random) } = options
  const data = clean(draft)
  const fields: Record<string, Json | undefined> = isRecord(data) ? (data as Record<string, Json>) : {}
  for (const key of typed) fields[key] = tidy(fields[key], true)
  for (const key of enclosed) fields[key] = tidy(fields[key], false)

  const { story, observations, attachments } = fields
  if (Array.isArray(observations)) fields['observations'] = tidy(observations.filter(hasText), true)
  if (Array.isArray(attachments)) for (const item of attachments) if (isRecord(item)) delete item['bytes']
  if (fields['summary'] === undefined && typeof story === 'string') fields['summary'] = summarize(story, limits.summary)

  const time = new Date(Math.min(Math.max(now, 0), 8.64e15) || 0)
  // Validation's copy leaves out what became `undefined`.
  const result = validateIssue({ ...fields, version: 1, id, createdAt: time.toISOString(), revealed: undefined, withheld: undefined })
  if (result.ok) return result.issue
  const first = result.problems[0]!
  throw new EarshotError('issue/invalid', `The draft cannot be sealed: ${first.pointer || 'draft'} ${first.message}`, { problems: result.problems })
}
