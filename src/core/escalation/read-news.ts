import type { RungNews } from '../issue/rung-news.ts'
import { isRecord } from '../support/json.ts'

const fields = ['medianHours', 'sample', 'onDuty', 'waiting'] as const
const most = 1_000

/** What a backend said of the rungs, without what is no number: nothing is guessed. */
export function readNews(given: unknown): ReadonlyMap<string, RungNews> {
  const news = new Map<string, RungNews>()
  for (const [id, value] of Object.entries(isRecord(given) ? given : {}).slice(0, most)) {
    if (!isRecord(value)) continue
    const known = fields.filter(field => typeof value[field] === 'number' && value[field] >= 0 && Number.isFinite(value[field]))
    if (known.length) news.set(id, Object.fromEntries(known.map(field => [field, value[field]])) as RungNews)
  }
  return news
}
