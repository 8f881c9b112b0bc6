import { bounded } from './bounded.ts'
import type { FigureMaker } from './figure-maker.ts'
import type { Tell } from './happening.ts'
import { limitIn } from './limit-in.ts'

/** Requests, what came with them, and why they were refused. */
export function figuresOfRequests({ counter, gauge, seconds }: FigureMaker): Tell {
  const requests = seconds('request', 'Requests, until their answer began.', 'side', 'method', 'route', 'status')
  const inFlight = gauge('requests_in_flight', 'Requests that are being answered.', 'side')
  const received = counter('received_bytes_total', 'Bytes of bodies that were read.', 'side', 'route')
  const sent = counter('sent_bytes_total', 'Bytes of bodies that were answered, where they are known.', 'side', 'route')
  const issues = counter('issues_total', 'Issues that were taken in.', 'kind')
  const repeats = counter('issue_repeats_total', 'Issues that came again, and were answered with their first receipt.', 'kind')
  const suspected = counter('suspicions_total', 'Issues that look like spam, by what makes them look so.', 'label')
  const refusals = counter('refusals_total', 'Requests that were refused.', 'side', 'code')
  const limited = counter('limited_total', 'Requests that were refused because a limit was reached.', 'limit')
  const label = bounded(20)

  return happening => {
    if (happening.event === 'request-begun') return inFlight.inc({ side: happening.side })
    if (happening.event !== 'request') return
    const { side, method, route, status, ms, bytesIn, bytesOut, code, kind, suspicions = [] } = happening
    inFlight.dec({ side })
    requests.observe({ side, method, route, status: `${Math.floor(status / 100)}xx` }, ms / 1000)
    if (bytesIn) received.inc({ side, route }, bytesIn)
    if (bytesOut) sent.inc({ side, route }, bytesOut)
    if (kind !== undefined && status === 200) repeats.inc({ kind })
    if (kind !== undefined && status === 201) {
      issues.inc({ kind })
      for (const suspicion of suspicions) suspected.inc({ label: label(suspicion) })
    }
    if (code !== undefined) refusals.inc({ side, code })
    const limit = limitIn(code)
    if (limit) limited.inc({ limit })
  }
}
