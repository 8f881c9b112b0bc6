import type { Attachment, Issue } from '../issue/issue.ts'
import type { Receipt } from '../issue/receipt.ts'
import { messageOf } from '../support/errors.ts'
import { stringify } from '../support/stringify.ts'
import type { Way } from './parts.ts'
import { TransportError, type SendOptions, type Verdict } from './transport.ts'

/** What a failure says, by its name and not by its class: there may be two copies of the library on a page. */
export function verdictOn(thrown: unknown): { retry: Verdict; afterMs?: number } {
  const { name, retry, afterMs } = ((typeof thrown === 'object' && thrown) || {}) as Partial<TransportError>
  if (name !== 'TransportError') return { retry: 'later' }
  return { retry: retry === 'never' ? 'never' : 'later', ...(Number(afterMs) > 0 && { afterMs: Number(afterMs) }) }
}

/** Whatever was thrown, as an Error. */
export const asError = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new TransportError('transport/failed', messageOf(thrown), { retry: 'later' })

/**
 * One attempt by one part. Resolves only with what names the issue, as a plain copy.
 * @throws {Error} what the part failed with.
 */
export async function attemptBy(way: Way, issue: Issue, attachments: Attachment[], options: SendOptions): Promise<Receipt> {
  let answer: unknown
  try {
    answer = await way.transport.send(issue, attachments, options)
  } catch (thrown) {
    throw asError(thrown)
  }
  if ((answer as Receipt | null | undefined)?.id === issue.id) return JSON.parse(stringify(answer)) as Receipt
  throw new TransportError('transport/not-a-receipt', `The answer of the part "${way.name}" to issue ${issue.id} does not name it in "id"`, { retry: 'later' })
}
