import { createMemoryStore } from '../../core/outbox/memory-store.ts'
import { walkLine } from '../../core/outbox/walk-line.ts'
import type { Clock } from '../../core/support/clock.ts'
import { messageOf } from '../../core/support/errors.ts'
import { http } from '../../core/transports/http.ts'
import { ask, type Asking } from './ask.ts'
import type { Measures, Notes } from './finding.ts'

export interface LineAsked { endpoint: URL; accept: 'receipt' | '2xx'; page: URL; clock: Clock; send: boolean }

const headers = ['content-type', 'idempotency-key', 'authorization']

/** Whether the endpoint may be reached from the page, accepts an issue, and answers it. */
export async function checkLine(asked: LineAsked, asking: Asking, measures: Measures, notes: Notes): Promise<void> {
  await checkDoor(asked, asking, notes)
  if (asked.send) await checkWay(asked, asking, measures, notes)
}

async function checkDoor({ endpoint, page }: LineAsked, asking: Asking, { well, mend }: Notes): Promise<void> {
  try {
    const { answer } = await ask(endpoint, asking, {
      method: 'OPTIONS',
      headers: { origin: page.origin, 'access-control-request-method': 'POST', 'access-control-request-headers': headers.join(',') },
    })
    const { status } = answer
    if (status === 404 || status >= 500) return mend('endpoint/unreachable', `The endpoint ${endpoint.href} answers ${status}.`)
    if (endpoint.origin === page.origin) return well(`The endpoint answers (${endpoint.href}, same origin as the page).`)
    const allowed = answer.headers.get('access-control-allow-origin')
    if (!answer.ok || (allowed !== '*' && allowed !== page.origin)) {
      return mend('endpoint/cors', `The endpoint ${endpoint.href} lets no page of ${page.origin} send (Access-Control-Allow-Origin is ${allowed ?? 'missing'}): browsers will refuse.`)
    }
    const given = (answer.headers.get('access-control-allow-headers') ?? '').toLowerCase().split(/\s*,\s*/)
    // The star stands for all but this one.
    const missing = headers.filter(name => !given.includes(name) && !(given.includes('*') && name !== 'authorization'))
    if (missing.length) return mend('endpoint/cors', `The endpoint ${endpoint.href} does not allow the headers ${missing.join(', ')} (Access-Control-Allow-Headers).`)
    well(`The endpoint answers, and lets pages of ${page.origin} send (${endpoint.href}).`)
  } catch (error) {
    mend('endpoint/unreachable', `${messageOf(error)}.`)
  }
}

async function checkWay({ endpoint, accept, page, clock }: LineAsked, { fetch, timeout }: Asking, measures: Measures, { well, mend }: Notes): Promise<void> {
  const transport = http(endpoint, { accept, fetch, timeout, clock, headers: { origin: page.origin } })
  // The transport keeps to the time; this is for one that does not.
  const { accepted, failure, answer } = await walkLine({ transport, store: createMemoryStore(), name: 'earshot-doctor', clock, limit: timeout + 5_000 })
  if (!accepted) {
    const { code = 'transport/failed', status, detail } = failure ?? {}
    return mend(code, `A test message was not accepted (${[status && `answer ${status}`, code, detail].filter(Boolean).join(', ')}).`)
  }
  measures.acceptedMs = accepted.milliseconds
  const { reference, expectBy, next } = accepted.receipt
  well(`A test message was accepted in ${accepted.milliseconds} ms (reference ${reference}).`)
  if (expectBy === undefined && next === undefined) well('The receipt promises no time and no next step; a receiver with a ladder does.')
  if (answer?.state === 'came') {
    measures.answeredMs = answer.milliseconds
    well(`The answer came back in ${answer.milliseconds} ms.`)
  } else if (answer?.state === 'none') well('The thread of the message can be read; nobody answers tests by themselves there.')
  else if (answer?.state === 'no-threads') well('This backend carries no answers back: they reach customers by the address they leave.')
  else if (answer) mend('thread/unreadable', `The answer cannot be read back: ${answer.problem ?? 'no thread'}.`)
  await transport.people?.({ signal: AbortSignal.timeout(timeout) }).then(
    people => well(`The backend says who is there now (${Object.keys(people).length} of the ladder known).`),
    () => well('The backend does not say who is there now; the hours of the ladder are shown.'))
}
