import type { Context } from './context.ts'
import { identify, refuseIdentity } from './identify.ts'
import { json } from './refusal.ts'
import { subjectOf } from './store-issues.ts'
import { findRequestsOf } from './store-requests.ts'
import { findThread } from './store-threads.ts'
import { createToken } from './tokens.ts'

const most = 50

/** Answers `GET {endpoint}`: the requests of whoever the site's token names, wherever they were written, newest first. */
export async function listRequests(context: Context, request: Request): Promise<Response> {
  const { secret, options: { query, site } } = context
  const subject = subjectOf(await identify(context, request))
  if (subject === undefined) refuseIdentity('Expected the header Earshot-Identity with a token of the site that names somebody.')
  const found = await findRequestsOf(query, site, subject, most)
  const requests = await Promise.all(found.map(async ({ issue, receipt }) => ({
    issue,
    receipt: { ...receipt, token: createToken(secret, site, issue.id) },
    thread: await findThread(query, site, issue.id),
  })))
  return json({ requests })
}
