import type { Issue } from '../issue/issue.ts'
import type { Receipt } from '../issue/receipt.ts'
import type { Clock } from '../support/clock.ts'
import { deadline } from '../support/deadline.ts'
import { EarshotError } from '../support/errors.ts'
import { isRecord } from '../support/json.ts'
import { stringify } from '../support/stringify.ts'
import type { Transport } from '../transports/transport.ts'
import type { OutboxRecord } from './record.ts'

/** No attempt may take longer, whatever the transport does about its signal. */
export const attemptLimit = 30_000

/**
 * One attempt. Resolves only with an object that names the issue: everything else, an empty success included, is a failure.
 * The receipt is a plain copy, so that it can be stored whatever the transport made it of.
 */
export async function attempt(transport: Transport, { id, body, attachments }: OutboxRecord, clock: Clock): Promise<Receipt> {
  const controller = new AbortController()
  try {
    // Inside an async function, so that a transport that throws at once rejects like any other.
    const sending = (async () => transport.send(JSON.parse(body) as Issue, attachments, { signal: controller.signal }))()
    const answer: unknown = await deadline(sending, attemptLimit, 'transport/timeout', clock)
    const receipt: unknown = JSON.parse(stringify(answer) ?? null)
    if (isRecord(receipt) && receipt.id === id) return receipt as unknown as Receipt
  } finally {
    controller.abort()
  }
  throw new EarshotError('transport/not-a-receipt', `The transport's answer to issue ${id} does not name it in "id"`)
}
