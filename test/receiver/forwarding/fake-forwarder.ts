import type { Attachment, Issue } from '../../../src/core/issue/issue.ts'
import type { Message } from '../../../src/core/issue/thread.ts'
import { TransportError, type SendOptions, type TransportErrorInit } from '../../../src/core/transports/transport.ts'
import type { Forwarder } from '../../../src/receiver/forwarding/forwarder.ts'

export interface Sent { issue: Issue; attachments: Attachment[]; options: SendOptions }

/** Another system that keeps what it is sent, and fails when it is told to. */
export function fakeForwarder() {
  const sent: Sent[] = []
  const replies: { reference: string; message: Message; attachments: Attachment[] }[] = []
  /** What the next attempts throw, in order; `undefined` for one that works. */
  const failures: unknown[] = []
  let number = 0
  const fail = () => {
    const failure = failures.shift()
    if (failure !== undefined) throw failure
  }
  const forwarder = {
    async send(issue, attachments, options) {
      sent.push({ issue, attachments, options })
      fail()
      return { id: issue.id, reference: `#${++number}`, url: `https://tracker.example/${number}`, acceptedAt: '2026-11-23T08:00:00.000Z' }
    },
    async reply(receipt, message, { attachments = [] }) {
      replies.push({ reference: receipt.reference, message, attachments })
      fail()
    },
  } satisfies Forwarder
  return { forwarder, sent, replies, failures, ids: () => sent.map(({ issue }) => issue.id) }
}

export const refusal = (init: TransportErrorInit, message = 'It did not work') => new TransportError('transport/failed', message, init)
