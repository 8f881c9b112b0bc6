import { bytesIn } from '../issue/bytes-in.ts'
import type { Issue } from '../issue/issue.ts'
import type { Receipt } from '../issue/receipt.ts'
import type { Message } from '../issue/thread.ts'
import type { Clock } from '../support/clock.ts'
import { deadline } from '../support/deadline.ts'
import { EarshotError } from '../support/errors.ts'
import { isRecord } from '../support/json.ts'
import { stringify } from '../support/stringify.ts'
import { timeToSend } from '../support/time-to-send.ts'
import type { Transport } from '../transports/transport.ts'
import { isMessage } from './message-record.ts'
import type { Kept, MessageRecord, OutboxRecord } from './record.ts'

/** No attempt with something small may take longer, whatever the transport does about its signal. */
export const attemptLimit = 30_000

/** The receipt of an issue of this device that was accepted. */
export type ReceiptOf = (id: string) => Promise<Receipt | undefined>

/**
 * One attempt. An issue's resolves only with an object that names it: everything else, an empty success included, is a failure.
 * The receipt is a plain copy, so that it can be stored whatever the transport made it of. A message's is the one of its issue.
 * @param after ends what a transport goes on with after its receipt.
 */
export async function attempt(transport: Transport, record: Kept, receiptOf: ReceiptOf, clock: Clock, after?: AbortSignal): Promise<Receipt> {
  const controller = new AbortController()
  const { signal } = controller
  // Twice what one exchange has for what is large: a transport that is made of several may bring it to a second one.
  const limit = timeToSend(attemptLimit, 2 * (record.body.length + bytesIn(record.attachments)))
  // Inside an async function, so that a transport that throws at once rejects like any other.
  const limited = <T>(work: () => Promise<T>) => deadline((async () => work())(), limit, 'transport/timeout', clock)
  try {
    return isMessage(record) ? await reply(record) : await send(record)
  } finally {
    controller.abort()
  }

  async function send({ id, body, attachments, attempts }: OutboxRecord): Promise<Receipt> {
    const issue = JSON.parse(body) as Issue
    const { escalation, repeatOf, parent } = issue
    const named = new Set([escalation?.of, repeatOf, parent].filter(id => typeof id === 'string'))
    const earlier = (await Promise.all([...named].map(receiptOf))).filter(receipt => receipt !== undefined)
    const more = { ...(earlier.length > 0 && { earlier }), ...(attempts > 0 && { again: true }) }
    const answer: unknown = await limited(() => transport.send(issue, attachments, { signal, ...(after && { after }), ...more }))
    const receipt: unknown = JSON.parse(stringify(answer) ?? null)
    if (isRecord(receipt) && receipt.id === id) return receipt as unknown as Receipt
    throw new EarshotError('transport/not-a-receipt', `The transport's answer to issue ${id} does not name it in "id"`)
  }

  async function reply({ id, to, body, attachments }: MessageRecord): Promise<Receipt> {
    const receipt = await receiptOf(to)
    if (!receipt || !transport.reply)
      throw new EarshotError('transport/no-reply', `There is no way to carry message ${id} to issue ${to}: the transport has no "reply"`)
    await limited(() => transport.reply!(receipt, JSON.parse(body) as Message, { signal, ...(attachments.length > 0 && { attachments }) }))
    return receipt
  }
}
