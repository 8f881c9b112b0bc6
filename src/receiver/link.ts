import type { Issue } from '../core/issue/issue.ts'
import { unlock } from './access.ts'
import type { Context } from './context.ts'
import { findOrigin } from './store-cases.ts'
import { claimed, type Link } from './store-issues.ts'

/** More than the issues that one can name. */
const most = 6

/**
 * The case an issue goes on with: the first one it names whose token came along in `Earshot-Earlier`. Naming alone links nothing:
 * whoever heard of an id would so read its thread.
 */
export async function proveLink(context: Context, request: Request, issue: Issue): Promise<Link | undefined> {
  const tokens = (request.headers.get('earshot-earlier') ?? '').split(',').map(token => token.trim()).filter(Boolean).slice(0, most)
  if (!tokens.length) return undefined
  for (const id of claimed(issue)) {
    const access = await unlock(context, tokens, id)
    if (!access) continue
    const { first, level, lent, through } = await findOrigin(context.options.query, access.seq)
    const key = access.share ?? through
    return {
      first,
      ...(id === issue.escalation?.of && { escalated: access.seq, level: level + 1 }),
      lent: lent || access.share !== undefined,
      ...(key !== null && { through: key }),
    }
  }
  return undefined
}
