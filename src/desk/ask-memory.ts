import { isRecord } from '../core/support/json.ts'
import { day } from '../core/support/clock.ts'
import type { Backroom } from './backroom.ts'
import type { Ask } from './config.ts'

const key = 'asks'

/** Milliseconds since 1970: of each time a question was asked, by id; and what falls to this visit, with its date. */
interface Kept { asked: Record<string, number[]>; luck?: { value: number; at: number }; looked?: number }

/** How often the customer was asked what: on the device, once they have had to do with us. */
export interface AskMemory {
  /** Whether they may be asked this now. */
  mayAsk(ask: Ask, now: number): boolean
  /** From 0 to below 1: the same for all of a visit, as far as it can be known. */
  luck(draw: () => number, now: number): number
  /** True once a day. */
  mayLook(now: number): boolean
  note(ask: Ask, now: number): Promise<void>
  /** Where there is something on the device already. */
  save(): Promise<void>
}

/** Reads what an earlier page left; opens nothing where there is nothing. */
export async function askMemory(backroom: Backroom): Promise<AskMemory> {
  const found = await backroom.load(key)
  const kept: Kept = isRecord(found) && isRecord(found.asked) ? (found as unknown as Kept) : { asked: {} }
  const timesOf = (id: string): number[] => (Object.hasOwn(kept.asked, id) ? (kept.asked[id] ?? []) : [])
  const save = () => backroom.keepNow(key, kept)
  return {
    mayAsk({ id, most = 1, everyDays = 90 }, now) {
      const all = Object.values(kept.asked).flat()
      // Of any question only one a day.
      if (all.some(at => Math.abs(now - at) < day)) return false
      const times = timesOf(id)
      return times.length < most && times.every(at => Math.abs(now - at) >= everyDays * day)
    },
    luck(draw, now) {
      const { luck } = kept
      const current = luck && Math.abs(now - luck.at) < day ? luck : { value: draw(), at: now }
      kept.luck = current
      return current.value
    },
    mayLook(now) {
      if (kept.looked !== undefined && Math.abs(now - kept.looked) < day) return false
      kept.looked = now
      return true
    },
    note(ask, now) {
      kept.asked[ask.id] = [...timesOf(ask.id), now]
      return save()
    },
    save,
  }
}
