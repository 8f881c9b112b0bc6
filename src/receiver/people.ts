import type { RungNews } from '../core/issue/rung-news.ts'
import type { Context } from './context.ts'
import { ladderFor } from './in-language.ts'
import { findMedians } from './medians.ts'
import { json } from './refusal.ts'
import { findDuty } from './store-duty.ts'
import { countWaiting } from './store-medians.ts'

/**
 * What is known of each rung just now. Nobody on duty is left out rather than told: staff need not use the switch, and an empty desk
 * would be a guess.
 */
export async function findNews({ options: { query, site, clock, ladder: given } }: Context): Promise<Record<string, RungNews>> {
  const ladder = ladderFor(given)
  if (!ladder.length) return {}
  const now = clock.now()
  const medians = await findMedians(query, site, ladder, now)
  const duty = await findDuty(query, site, now)
  const waiting = await countWaiting(query, site)
  return Object.fromEntries(ladder.map(({ id }) => {
    const onDuty = duty.filter(({ rungs }) => rungs.includes(id)).length
    return [id, { ...medians.get(id), ...(onDuty && { onDuty }), waiting: waiting.get(id) ?? 0 }]
  }))
}

/** Answers `GET {endpoint}/people`: numbers, and no names. */
export async function readPeople(context: Context): Promise<Response> {
  return json({ rungs: await findNews(context) }, 200, { 'cache-control': 'public, max-age=60' })
}
