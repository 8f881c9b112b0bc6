import type { RungNews } from '../core/issue/rung-news.ts'

/** What each rung needed lately, by its id. */
export type RungMedians = ReadonlyMap<string, Required<Pick<RungNews, 'medianHours' | 'sample'>>>
