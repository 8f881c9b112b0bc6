import type { Receipt } from '../core/issue/receipt.ts'
import { encode, sha256 } from './bytes.ts'
import { createReference } from './reference.ts'
import { json, Refusal } from './refusal.ts'
import type { Context } from './context.ts'
import { onceProven, planForwards } from './forwarding/plan-forwards.ts'
import { dropFiles, keepFiles } from './files/keep-files.ts'
import { identify } from './identify.ts'
import { proveLink } from './link.ts'
import type { IssuePromise } from './promise.ts'
import { promiseNow } from './promise-now.ts'
import { label } from './spam/label.ts'
import { findAccepted, insertIssue } from './store-issues.ts'
import { readSubmission } from './submission.ts'
import { createToken } from './tokens.ts'
import { note } from './watch/notes.ts'

function newReceipt({ options: { clock, random } }: Context, id: string, { owner, expectBy, next }: IssuePromise): Receipt {
  return {
    id,
    reference: createReference(random),
    ...(owner && { owner }),
    ...(expectBy !== undefined && { expectBy }),
    ...(next !== undefined && { next }),
    acceptedAt: new Date(clock.now()).toISOString(),
  }
}

/** Answers `POST {endpoint}`. An answer of 2xx means: committed. */
export async function acceptIssue(context: Context, request: Request): Promise<Response> {
  const { options, secret, busy, forwards } = context
  const { query, site, basePath } = options
  const submission = await readSubmission(request, options.limits, options.clock)
  const { issue, hash } = submission
  const verified = await identify(context, request, issue.identity?.token)

  // Other processes wait for one another in the database; within this one a repeat is told to come again.
  if (busy.has(issue.id)) throw new Refusal(409, 'This issue is being taken in at the moment.', { headers: { 'retry-after': '1' } })
  busy.add(issue.id)
  try {
    const token = createToken(secret, site, issue.id)
    const tokenHash = await sha256(encode(token))
    const headers = { location: `${basePath}/${encodeURIComponent(issue.id)}` }
    const link = await proveLink(context, request, issue)
    const promise = await promiseNow(context, issue)
    const { level, rung } = promise
    const planned = forwards ? planForwards(forwards.rules, issue) : []
    const { suspicions, challenge } = await label(context, issue, request, verified !== undefined)
    const asked = challenge && { challenge }
    note(request, { kind: issue.kind, ...(suspicions.length && { suspicions }) })
    const files = await keepFiles(context, submission.files)
    // A second round only when the reference was taken, once in millions.
    for (let round = 0; round < 5; round++) {
      const receipt = newReceipt(context, issue.id, promise)
      const row = { ...submission, files, forwards: challenge ? onceProven(planned) : planned, suspicions, site, receipt, tokenHash, level, ...(rung !== undefined && { rung }), ...(verified && { verified }), ...(link && { link }) }
      if (await insertIssue(query, row)) {
        if (planned.length) forwards?.wake()
        return json({ ...receipt, token, ...asked }, 201, headers)
      }
      const earlier = await findAccepted(query, site, issue.id)
      if (earlier) await dropFiles(context, files)
      if (earlier?.hash === hash) return json({ ...earlier.receipt, token, ...(earlier.suspicions?.includes('no-proof') && asked) }, 200, headers)
      if (earlier) {
        const detail = 'expected the same body as the first time, got another: an edited issue needs a new id'
        throw new Refusal(422, detail, { errors: [{ pointer: '', detail }] })
      }
    }
    throw new Error('No free reference was found')
  } finally {
    busy.delete(issue.id)
  }
}
