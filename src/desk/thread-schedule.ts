import { day } from '../core/support/clock.ts'
import { isRecord } from '../core/support/json.ts'
import type { Backroom } from './backroom.ts'

/** In milliseconds: between two looks at first, and in the end. */
export const apart = { least: 30_000, most: 600_000 }

/** When threads were read, on the device: another page, or another tab, goes on from there instead of beginning anew. */
export interface ThreadSchedule {
  /** Milliseconds since 1970 of the last look at those that are open, and how long after it the next one is. */
  at: number
  wait: number
  /** Of the last look at those that are done. */
  settledAt: number
  /** No question before that. */
  quietUntil: number
  /** Nothing at all to be told or asked before that. */
  laterUntil: number
}

const key = 'threads'

/** Opens nothing where there is nothing. Times that lie ahead were written by another clock, and say nothing. */
export async function loadSchedule(backroom: Pick<Backroom, 'load'>, now: number): Promise<ThreadSchedule> {
  const found = await backroom.load(key)
  const kept: Record<string, unknown> = isRecord(found) ? found : {}
  const number = (name: keyof ThreadSchedule, highest: number) => {
    const value = kept[name]
    return typeof value === 'number' && value >= 0 && value <= highest ? value : 0
  }
  const soon = now + 2 * day
  return {
    at: number('at', now),
    wait: number('wait', day),
    settledAt: number('settledAt', now),
    quietUntil: number('quietUntil', soon),
    laterUntil: number('laterUntil', soon),
  }
}

export const saveSchedule = (backroom: Pick<Backroom, 'keepNow'>, schedule: ThreadSchedule): Promise<void> => backroom.keepNow(key, schedule)
