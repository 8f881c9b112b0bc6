import type { Message } from '../core/issue/thread.ts'
import { createId } from '../core/support/ids.ts'
import type { TransportPromise } from './fake-backend.ts'
import { everythingIn } from './overheard.ts'
import { expectSame } from './promise.ts'
import { failure, issueOf, send, story } from './sending.ts'

const messageOf = (): Message => ({ id: createId(), at: '2026-11-21T12:00:00.000Z', from: 'customer', text: story })
const now = () => ({ signal: new AbortController().signal })

/** What follows an issue: its thread, replies, and keys for other devices. */
export const threadPromises: readonly TransportPromise[] = [
  {
    needs: 'thread',
    title: 'takes a reply sent twice once, and shows it in the thread code unit for code unit',
    async run({ transport }) {
      const receipt = await send(transport, issueOf())
      const message = messageOf()
      for (let times = 0; times < 2; times++) await transport.reply?.(receipt, message, now())
      if (!transport.reply || !transport.thread) return
      const { id, messages } = await transport.thread(receipt, now())
      expectSame('thread.id', id, receipt.id)
      expectSame('the messages in the thread', messages.map(({ id, from, text }) => [id, from, text]), [[message.id, 'customer', story]])
    },
  },
  {
    needs: 'thread',
    title: 'reads a thread again as it was, and afresh once there is something new',
    async run({ transport }) {
      if (!transport.thread) return
      const receipt = await send(transport, issueOf())
      const first = await transport.thread(receipt, now())
      expectSame('the thread, read again', await transport.thread(receipt, now()), first)
      if (!transport.reply) return
      const message = messageOf()
      await transport.reply(receipt, message, now())
      expectSame('the last message', (await transport.thread(receipt, now())).messages.at(-1)?.id, message.id)
    },
  },
  {
    needs: 'thread',
    title: 'shows a thread to nobody who has another token',
    async run({ transport }) {
      const receipt = await send(transport, issueOf())
      const other = await send(transport, issueOf())
      if (!transport.thread || !receipt.token || !other.token) return
      const refused = await failure('reading with the token of another issue', transport.thread({ ...receipt, token: other.token }, now()))
      expectSame('whether the token is in what was thrown', everythingIn(refused).includes(other.token), false)
      expectSame('thread.id', (await transport.thread(receipt, now())).id, receipt.id)
    },
  },
  {
    needs: 'down',
    title: 'says "later" for a reply when the backend is down',
    async run({ transport, backend }) {
      if (!transport.reply) return
      const receipt = await send(transport, issueOf())
      backend.mood('down')
      const { retry } = await failure('replying to a dead backend', transport.reply(receipt, messageOf(), now()))
      expectSame('whether it may be tried again', retry !== 'never', true)
    },
  },
  {
    needs: 'share',
    title: 'opens a request by its short code once, with a key that reads the thread',
    async run({ transport }) {
      if (!transport.share || !transport.open) return
      const receipt = await send(transport, issueOf())
      const { code } = await transport.share(receipt, now())
      const opened = await transport.open(code, now())
      expectSame('the issue and the receipt’s id', [opened.issue.id, opened.receipt.id], [receipt.id, receipt.id])
      expectSame('whether the key is the first device’s own', opened.receipt.token !== undefined && opened.receipt.token === receipt.token, false)
      if (transport.thread) expectSame('thread.id', (await transport.thread(opened.receipt, now())).id, receipt.id)
      expectSame('the verdict on a used code', (await failure('opening it again', transport.open(code, now()))).retry, 'never')
    },
  },
  {
    needs: 'share',
    title: 'says "never" to a code that stands for nothing',
    async run({ transport }) {
      if (!transport.open) return
      const { name, retry } = await failure('opening a code that nobody gave', transport.open('NO-SUCH-CODE', now()))
      expectSame('the failure', { name, retry }, { name: 'TransportError', retry: 'never' })
    },
  },
  {
    needs: 'share',
    title: 'takes every shared key and code back, and leaves the first device its own',
    async run({ transport }) {
      if (!transport.share || !transport.open || !transport.unshare) return
      const receipt = await send(transport, issueOf())
      const opened = await transport.open((await transport.share(receipt, now())).code, now())
      const { code } = await transport.share(receipt, now())
      await transport.unshare(receipt, now())
      await failure('opening a code that was taken back', transport.open(code, now()))
      if (!transport.thread) return
      await failure('reading with a key that was taken back', transport.thread(opened.receipt, now()))
      expectSame('thread.id', (await transport.thread(receipt, now())).id, receipt.id)
    },
  },
]
