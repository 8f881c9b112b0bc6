import type { Receipt } from '../core/issue/receipt.ts'
import { encode, sha256 } from './bytes.ts'
import { createReference } from './reference.ts'
import { json, Refusal } from './refusal.ts'
import type { Context } from './context.ts'
import { findAccepted, insertIssue } from './store-issues.ts'
import { readSubmission } from './submission.ts'
import { createToken } from './tokens.ts'

const hour = 3_600_000

function newReceipt({ options: { owner, answersWithin, next, clock, random } }: Context, id: string): Receipt {
  const now = clock.now()
  return {
    id,
    reference: createReference(random),
    ...(owner && { owner }),
    ...(answersWithin !== undefined && { expectBy: new Date(now + answersWithin * hour).toISOString() }),
    ...(typeof next === 'string' && { next }),
    acceptedAt: new Date(now).toISOString(),
  }
}

/** Answers `POST {endpoint}`. An answer of 2xx means: committed. */
export async function acceptIssue(context: Context, request: Request): Promise<Response> {
  const { options, secret, busy } = context
  const { query, site, basePath, identity } = options
  const submission = await readSubmission(request, options.limits, options.clock)
  const { issue, hash } = submission

  const proof = identity && (request.headers.get('earshot-identity') || issue.identity?.token)
  const verified = proof && await identity(proof)
  if (proof && !verified) {
    throw new Refusal(401, 'The identity token was refused: expected a fresh one.', {
      headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
    })
  }

  // Other processes wait for one another in the database; within this one a repeat is told to come again.
  if (busy.has(issue.id)) throw new Refusal(409, 'This issue is being taken in at the moment.', { headers: { 'retry-after': '1' } })
  busy.add(issue.id)
  try {
    const token = await createToken(secret, site, issue.id)
    const tokenHash = await sha256(encode(token))
    const headers = { location: `${basePath}/${encodeURIComponent(issue.id)}` }
    // A second round only when the reference was taken, once in millions.
    for (let round = 0; round < 5; round++) {
      const receipt = newReceipt(context, issue.id)
      if (await insertIssue(query, { ...submission, site, receipt, tokenHash, ...(verified && { verified }) })) {
        return json({ ...receipt, token }, 201, headers)
      }
      const earlier = await findAccepted(query, site, issue.id)
      if (earlier?.hash === hash) return json({ ...earlier.receipt, token }, 200, headers)
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
