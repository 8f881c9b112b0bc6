import { day } from '../core/support/clock.ts'
import type { Backroom } from './backroom.ts'
import { clockOf } from './clock-of.ts'
import type { Context } from './context.ts'
import { existed } from './device.ts'
import type { Lazy } from './lazily.ts'

const mostADay = 3
// Enough for the articles of a shop; a "no" is remembered for half a year.
const most = 200
const life = 182 * day
const key = 'offers'

/** Milliseconds since 1970: of each offer of the last day, and of each "No thanks" by article. */
interface Kept { shown: number[]; declined: Record<string, number> }

/** How often something was offered and what was declined: in memory until the customer has had to do with us, then on the device. */
export interface OfferMemory {
  /** Whether this article may be offered now. */
  mayOffer(article: string): Promise<boolean>
  noteShown(): void
  /** Resolves when it is kept, or cannot be. */
  noteDeclined(article: string): Promise<void>
}

/** @param keepNothing The customer wants nothing carried on: the number of offers is not kept; their own "No thanks" is. */
export function offerMemory(context: Context, backroom: Lazy<Backroom>, keepNothing: boolean): OfferMemory {
  const clock = clockOf(context)
  let kept: Kept = { shown: [], declined: {} }
  let loaded = false

  // Looked up only where an earlier interaction left something: looking must not create it.
  const load = async () => {
    if (loaded || !(context.state.storage !== 'unknown' || (await existed(context)))) return
    const there = await (await (await backroom()).store()).get<Kept>(key)
    loaded = true
    const now = clock.now()
    const recent = Object.entries({ ...there?.declined, ...kept.declined }).filter(([, at]) => now - at < life)
    kept = { shown: [...(there?.shown ?? []), ...kept.shown], declined: Object.fromEntries(recent.slice(-most)) }
  }
  const save = async () => {
    await load()
    const value: Kept = { shown: keepNothing ? [] : kept.shown.slice(-mostADay), declined: kept.declined }
    await (await (await backroom()).store()).write({ put: [[key, value]] })
  }
  const quietly = (work: Promise<void>) => void work.catch(() => {})

  return {
    async mayOffer(article) {
      // A store that does not answer is no reason to insist.
      await load()
      kept.shown = kept.shown.filter(at => clock.now() - at < day)
      return kept.shown.length < mostADay && !Object.hasOwn(kept.declined, article)
    },
    noteShown() {
      kept.shown.push(clock.now())
      if (context.state.storage !== 'unknown' && !keepNothing) quietly(save())
    },
    noteDeclined(article) {
      kept.declined[article] = clock.now()
      return save().catch(() => {})
    },
  }
}
