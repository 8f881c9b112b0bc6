import { isRecord, type Json } from '../core/support/json.ts'
import { readCursor } from './inbox-order.ts'
import { unprocessable } from './message.ts'
import { Refusal } from './refusal.ts'
import type { Owner } from './settings.ts'
import { areCodes } from './spam/codes.ts'
import type { IssuePatch } from './store-inbox-changes.ts'
import type { InboxFilter } from './store-inbox.ts'

/** What an address says, without characters a database cannot keep; undefined where it says nothing. */
export const queryText = (value: string | null): string | undefined => value?.replaceAll('\0', '\uFFFD').trim() || undefined

/** How many a page has. @throws {Refusal} 400 */
export function readLimit(parameters: URLSearchParams): number {
  const limit = Number(parameters.get('limit') ?? 50)
  if (Number.isInteger(limit) && limit >= 1 && limit <= 200) return limit
  throw new Refusal(400, 'limit: expected a whole number from 1 to 200.')
}

/** Reads the list's query. @throws {Refusal} 400 for a cursor, an order, a level or a limit that is none. */
export function readFilter({ searchParams }: URL): InboxFilter {
  const given = (key: string) => queryText(searchParams.get(key))
  const order = given('order') ?? 'newest'
  if (order !== 'newest' && order !== 'promise') throw new Refusal(400, 'order: expected "newest" or "promise".')
  const filter: InboxFilter = { order, limit: readLimit(searchParams) }
  for (const key of ['kind', 'topic', 'audience', 'status', 'q', 'rung', 'person'] as const) {
    const value = given(key)
    if (value) filter[key] = value
  }
  for (const key of ['late', 'synthetic'] as const) if (given(key) === '1') filter[key] = true
  const suspicious = given('suspicious')
  if (suspicious === '1' || suspicious === '0') filter.suspicious = suspicious === '1'
  const level = given('level')
  if (level && !/^\d{1,4}$/.test(level)) throw new Refusal(400, 'level: expected a whole number from 1 up.')
  if (level) filter.level = Number(level)
  const before = given('before')
  if (before) filter.before = readCursor(before, order)
  return filter
}

/** A name of a person, of a rung, of anything that has one. @throws {Refusal} 422 */
export function readName(value: Json | undefined, pointer: string): string {
  const name = typeof value === 'string' ? value.trim() : ''
  if (name && name.length <= 200) return name
  throw unprocessable({ pointer, detail: 'expected text of 1 to 200 characters' })
}

/** A person's name and picture. @throws {Refusal} 422 */
export function readPerson(value: Json | undefined, pointer: string): Owner {
  if (!isRecord(value) || typeof value['name'] !== 'string' || !value['name'].trim()) {
    throw unprocessable({ pointer, detail: 'expected an object with a name' })
  }
  const { name, avatar } = value
  return { name: name.trim(), ...(typeof avatar === 'string' && { avatar }) }
}

/** A moment as ISO 8601 spells it, in this century. @throws {Refusal} 422 */
export function readMoment(value: Json | undefined, pointer: string): string {
  const time = typeof value === 'string' && /^20\d\d-\d\d-\d\dT\d\d:\d\d/.test(value) ? Date.parse(value) : NaN
  if (Number.isNaN(time)) throw unprocessable({ pointer, detail: 'expected a moment such as 2026-11-23T08:00:00Z' })
  return new Date(time).toISOString()
}

const statuses = ['open', 'answered', 'closed'] as const

/** Reads a change. `null` takes the owner, the topic, the department, the promise or what looks like spam away. @throws {Refusal} 422 */
export function readPatch(data: Record<string, Json>): IssuePatch {
  const { owner, status, expectBy, suspicions } = data
  if (status !== undefined && !statuses.includes(status as never)) {
    throw unprocessable({ pointer: '/status', detail: `expected ${statuses.join(', ')}` })
  }
  if (suspicions !== undefined && suspicions !== null && !areCodes(suspicions)) {
    throw unprocessable({ pointer: '/suspicions', detail: 'expected null, or 1 to 10 different codes of a-z 0-9 -, each at most 40 characters' })
  }
  const named = (key: 'topic' | 'audience') => {
    const value = data[key]
    if (value === undefined || value === null) return value
    if (typeof value !== 'string' || !value.trim()) throw unprocessable({ pointer: `/${key}`, detail: 'expected text or null' })
    return value.trim()
  }
  const [topic, audience] = [named('topic'), named('audience')]
  return {
    ...(owner !== undefined && { owner: owner === null ? null : readPerson(owner, '/owner') }),
    ...(status !== undefined && { status: status as (typeof statuses)[number] }),
    ...(topic !== undefined && { topic }),
    ...(audience !== undefined && { audience }),
    ...(suspicions !== undefined && { suspicions }),
    ...(expectBy !== undefined && { expectBy: expectBy === null ? null : readMoment(expectBy, '/expectBy') }),
  }
}
