import type { Attachment, Issue } from '../../../src/core/issue/issue.ts'
import type { Receipt } from '../../../src/core/issue/receipt.ts'
import type { SendOptions, Transport } from '../../../src/core/transports/transport.ts'

export interface FakePart extends Transport {
  /** Every attempt, whatever came of it. */
  sent: { issue: Issue; attachments: Attachment[]; options: SendOptions }[]
  /** What was asked about an issue, with the receipt it was asked with. */
  asked: [method: string, receipt: Receipt][]
  /** Throws, or waits, to make an attempt fail. */
  mood: (options: SendOptions) => unknown
}

/** A transport that remembers what it was asked, and counts what it took. */
export function part(name: string, more: () => object = () => ({})): FakePart {
  let taken = 0
  const remember = (method: string) => async (receipt: Receipt) => void fake.asked.push([method, receipt])
  const fake: FakePart = {
    sent: [],
    asked: [],
    mood: () => {},
    async send(issue, attachments, options) {
      fake.sent.push({ issue, attachments, options })
      await fake.mood(options)
      return { id: issue.id, reference: `${name}-${++taken}`, acceptedAt: '2026-11-21T10:00:01.000Z', ...more() }
    },
    thread: async receipt => {
      await remember('thread')(receipt)
      return { id: receipt.id, reference: receipt.reference, status: 'open', messages: [] }
    },
    reply: remember('reply'),
    watch: remember('watch'),
    share: async receipt => {
      await remember('share')(receipt)
      return { token: 't', code: name, expiresAt: '2026-11-21T10:15:00.000Z' }
    },
    unshare: remember('unshare'),
  }
  return fake
}
