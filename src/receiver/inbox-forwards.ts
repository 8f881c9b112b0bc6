import { nothing, type InboxAction } from './inbox-context.ts'
import { queryText, readLimit } from './inbox-input.ts'
import { readObject, unprocessable } from './message.ts'
import { json, Refusal } from './refusal.ts'
import { countForwards, giveUpForward, handOverForward, listForwards, retryForward, type ForwardStatus, type InboxForward } from './store-inbox-forwards.ts'

const statuses = ['waiting', 'done', 'dead', 'given-up'] satisfies ForwardStatus[]
const jobPattern = /^\d{1,18}$/
const namePattern = /^[\w-]{1,64}$/

/** The dead ones need a person: `?status=dead`. */
export const listAll: InboxAction = async ({ query, site }, request) => {
  const { searchParams } = new URL(request.url)
  const given = (key: string) => queryText(searchParams.get(key))
  const [status, forwarder, before] = [given('status'), given('forwarder'), given('before')]
  if (status && !statuses.includes(status as ForwardStatus)) throw new Refusal(400, `status: expected ${statuses.join(', ')}.`)
  if (before && !jobPattern.test(before)) throw new Refusal(400, 'before: expected the "next" of an earlier answer.')
  const filter = { limit: readLimit(searchParams), ...(status && { status: status as ForwardStatus }), ...(forwarder && { forwarder }), ...(before && { before }) }
  return json({ ...(await listForwards(query, site, filter)), counts: await countForwards(query, site) })
}

async function answer(id: string, work: () => Promise<InboxForward | undefined>): Promise<Response> {
  const job = jobPattern.test(id) ? await work() : undefined
  if (!job) throw nothing()
  return json(job)
}

export const tryAgain: InboxAction = ({ query, site, clock }, _request, id) => answer(id, () => retryForward(query, site, id, clock.now()))

export const giveUp: InboxAction = ({ query, site }, _request, id) => answer(id, () => giveUpForward(query, site, id))

/** `{ "to": "slack" }`: the name of another forwarder of the receiver's, which this side does not know by itself. */
export const handOver: InboxAction = async ({ query, site, clock }, request, id) => {
  const { to } = await readObject(request, 'The order', clock)
  if (typeof to !== 'string' || !namePattern.test(to)) throw unprocessable({ pointer: '/to', detail: 'expected the name of a forwarder' })
  return answer(id, async () => {
    const job = await handOverForward(query, site, id, to, clock.now())
    const detail = 'expected one that does not have it yet, for something that has not arrived, is not on its way at this moment, and is no message, which goes with its issue'
    if (job && job.forwarder !== to) throw unprocessable({ pointer: '/to', detail })
    return job
  })
}
