import type { RungNews } from '../issue/rung-news.ts'
import { isRecord } from '../support/json.ts'

const fields = ['medianHours', 'sample', 'onDuty', 'waiting'] as const satisfies (keyof RungNews)[]

/** What is known of each rung, by its id; what is no amount is not known. */
export function readNews(rungs: Record<string, unknown>): Record<string, RungNews> {
  const read = (news: Record<string, unknown>): RungNews =>
    Object.fromEntries(fields.filter(field => Number.isFinite(news[field]) && (news[field] as number) >= 0).map(field => [field, news[field]]))
  const known = Object.entries(rungs).flatMap(([id, news]) => (isRecord(news) ? [[id, read(news)] as const] : []))
  return Object.fromEntries(known)
}
