import { fromFunction } from '../../src/core/transports/from-function.ts'
import type { Forwarder } from '../../src/receiver/forwarding/forwarder.ts'

/** Posts each issue as JSON to any address, to see passing on at work; 2xx counts as taken. For more: the signed webhook of the receiver. */
export const forwardTo = (url: string): Forwarder => fromFunction(async (issue, _files, { signal }) => {
  const answer = await fetch(url, {
    method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': issue.id }, body: JSON.stringify(issue), redirect: 'error', signal,
  })
  const said = (await answer.json().catch(() => undefined)) as { reference?: unknown; detail?: unknown } | undefined
  const text = (value: unknown) => (typeof value === 'string' && value ? value : undefined)
  if (!answer.ok) throw Object.assign(new Error(`${new URL(url).host} answered ${answer.status}`), { status: answer.status, detail: text(said?.detail) })
  return text(said?.reference) ?? issue.id
})
