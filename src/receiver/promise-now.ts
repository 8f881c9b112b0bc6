import type { Issue } from '../core/issue/issue.ts'
import type { Context } from './context.ts'
import { ladderFor } from './in-language.ts'
import { findMedians } from './medians.ts'
import { promiseOf, type IssuePromise } from './promise.ts'

/** What is promised to this issue from now on, with what its people needed lately. */
export async function promiseNow({ options }: Context, issue: Issue): Promise<IssuePromise> {
  const { query, site, clock, ladder } = options
  const now = clock.now()
  return promiseOf(options, issue, now, await findMedians(query, site, ladderFor(ladder), now))
}
