import { isRecord, type Json } from '../core/support/json.ts'
import { unprocessable } from './message.ts'
import { Refusal } from './refusal.ts'
import type { Owner } from './settings.ts'
import type { IssuePatch } from './store-inbox-changes.ts'
import type { InboxFilter } from './store-inbox.ts'

/** Reads the list's query. @throws {Refusal} 400 for a cursor or a limit that is none. */
export function readFilter({ searchParams }: URL): InboxFilter {
  const filter: InboxFilter = { limit: 50 }
  for (const key of ['kind', 'topic', 'audience', 'status', 'q', 'before'] as const) {
    const value = searchParams.get(key)?.replaceAll('\0', '\uFFFD').trim()
    if (value) filter[key] = value
  }
  const limit = searchParams.get('limit')
  if (limit !== null) filter.limit = Number(limit)
  if (!(Number.isInteger(filter.limit) && filter.limit >= 1 && filter.limit <= 200)) {
    throw new Refusal(400, 'limit: expected a whole number from 1 to 200.')
  }
  if (filter.before && !/^\d{1,18}$/.test(filter.before)) throw new Refusal(400, 'before: expected the `next` of an earlier answer.')
  return filter
}

/** A person's name and picture. @throws {Refusal} 422 */
export function readPerson(value: Json | undefined, pointer: string): Owner {
  if (!isRecord(value) || typeof value['name'] !== 'string' || !value['name'].trim()) {
    throw unprocessable({ pointer, detail: 'expected an object with a name' })
  }
  const { name, avatar } = value
  return { name: name.trim(), ...(typeof avatar === 'string' && { avatar }) }
}

const statuses = ['open', 'answered', 'closed'] as const

/** Reads a change. `null` takes the owner, the topic or the department away. @throws {Refusal} 422 */
export function readPatch(data: Record<string, Json>): IssuePatch {
  const { owner, status } = data
  if (status !== undefined && !statuses.includes(status as never)) {
    throw unprocessable({ pointer: '/status', detail: `expected ${statuses.join(', ')}` })
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
  }
}
