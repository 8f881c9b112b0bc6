import type { Clock } from '../support/clock.ts'
import type { ReceiptOf } from './attempt.ts'
import { longest } from './backoff.ts'
import type { Ledger, Report } from './ledger.ts'
import { isMessage } from './message-record.ts'
import type { Kept, MessageRecord, OutboxStatus } from './record.ts'

export interface UnreadyParts { ledger: Ledger; clock: Clock; report: Report; tell: (status: OutboxStatus, record: Kept) => void }

/** What becomes of messages whose issue has no receipt. None of it counts as an attempt. */
export interface UnreadyMessages {
  receiptOf: ReceiptOf
  /** Its issue is not known to this device, or cannot be read just now. Answers with the record as it is then. */
  postpone(record: MessageRecord): Promise<MessageRecord>
  /** Its issue will not go as it is: the customer has to change that, and the message follows the edited one. */
  refuse(id: string): Promise<void>
}

export function unreadyMessages({ ledger, clock, report, tell }: UnreadyParts): UnreadyMessages {
  return {
    receiptOf: async id => (await ledger.request(id).catch(() => undefined))?.receipt,
    async postpone(record) {
      const next = { ...record, dueAt: clock.now() + longest }
      await ledger.save(next)
      report('outbox/no-issue', `Message ${record.id} waits for issue ${record.to}, which is not on this device or cannot be read`)
      return next
    },
    async refuse(id) {
      const record = await ledger.get(id)
      if (!record || !isMessage(record)) return
      const next: MessageRecord = { ...record, status: 'refused', dueAt: 0, failure: { code: 'outbox/issue-refused' } }
      await ledger.save(next)
      tell('refused', next)
    },
  }
}
