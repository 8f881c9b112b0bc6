import type { RungNews } from '../core/issue/rung-news.ts'
import { deadline } from '../core/support/deadline.ts'
import { isRecord } from '../core/support/json.ts'
import { readNews } from '../core/transports/read-news.ts'
import { clockOf } from './clock-of.ts'
import type { Context } from './context.ts'
import { transportOf } from './transport-of.ts'

export type News = ReadonlyMap<string, RungNews>

export interface NewsDesk {
  /** What was said within the last minute; empty otherwise. */
  known(): News
  /** The same, asked for where it is not known. Waits two seconds at most; silence where nobody answers. */
  ask(): Promise<News>
}

const patience = 2_000
const fresh = 60_000
const silence: News = new Map()

/** An owner's own transport may say anything: what is no amount is not known. */
const newsIn = (answer: unknown): News =>
  new Map(Object.entries(readNews(isRecord(answer) ? answer : {})).filter(([, known]) => Object.keys(known).length > 0))

/** What the backend says of the rungs now. Never rejects: who is there is told, or nothing is. */
export function openNews(context: Context): NewsDesk {
  const clock = clockOf(context)
  let said: { news: News; at: number } | undefined
  let asking: Promise<News> | undefined

  // A clock that was put back must not make it last.
  const known = () => (said && Math.abs(clock.now() - said.at) < fresh ? said.news : silence)

  const ask = async (): Promise<News> => {
    const aborter = new AbortController()
    try {
      const transport = transportOf(context)
      if (!transport.people) return silence
      const answer = await deadline(Promise.resolve(transport.people({ signal: aborter.signal })), patience, 'transport/timeout', clock)
      said = { news: newsIn(answer), at: clock.now() }
      return said.news
    } catch {
      return silence
    } finally {
      aborter.abort()
      asking = undefined
    }
  }

  return {
    known,
    ask: async () => (said && known() === said.news ? said.news : (asking ??= ask())),
  }
}
