import type { Issue } from '../core/issue/issue.ts'
import type { Context } from './context.ts'
import { promiseOf, type IssuePromise } from './promise.ts'

/** What is promised to this issue from now on. */
export async function promiseNow({ options }: Context, issue: Issue): Promise<IssuePromise> {
  return promiseOf(options, issue, options.clock.now())
}
