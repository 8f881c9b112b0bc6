import { busySeconds, type TransportPromise } from './fake-backend.ts'
import { expectSame } from './promise.ts'
import { failure, issueOf, send } from './sending.ts'

// A token that ran out, a setting, a lock, a limit, a proxy, a server in trouble.
const passing = [401, 403, 404, 408, 425, 429, 500, 502, 503, 504]

const date = (secondsFromNow: number) => new Date(Date.now() + secondsFromNow * 1_000).toUTCString()

/** What a transport makes of an answer that is no success: whether to come again, and when. */
export const verdictPromises: readonly TransportPromise[] = [
  {
    needs: 'down',
    title: 'says "later" when the backend is down',
    async run({ transport, backend }) {
      backend.mood('down')
      expectSame('whether it may be tried again', (await failure('sending to a dead backend', send(transport, issueOf()))).retry !== 'never', true)
    },
  },
  {
    needs: 'busy',
    title: 'passes on how long a busy backend asks to wait',
    async run({ transport, backend }) {
      backend.mood('busy')
      const { name, retry, afterMs } = await failure('sending to a busy backend', send(transport, issueOf()))
      expectSame('the failure', { name, retry, afterMs }, { name: 'TransportError', retry: 'later', afterMs: busySeconds * 1_000 })
    },
  },
  {
    needs: 'busy',
    title: 'reads how long to wait as a date as well',
    async run({ transport, backend }) {
      if (!backend.answer) return
      backend.answer(503, { 'Retry-After': date(90), Date: date(0) })
      const { retry, afterMs } = await failure('sending to a backend that names a date', send(transport, issueOf()))
      // HTTP dates have no milliseconds, and a clock goes on.
      const near = Math.abs(Number(afterMs) - 90_000) <= 2_000
      expectSame('the verdict, and whether the wait is until the date', { retry, near }, { retry: 'later', near: true })
    },
  },
  {
    needs: 'busy',
    title: 'takes no nonsense for how long to wait',
    async run({ transport, backend }) {
      if (!backend.answer) return
      for (const nonsense of ['soon', '-5', date(-90), '1e12', '9'.repeat(30)]) {
        backend.answer(503, { 'Retry-After': nonsense, Date: date(0) })
        const { retry, afterMs = 0 } = await failure(`sending to a backend that says "${nonsense}"`, send(transport, issueOf()))
        expectSame(`the verdict for "${nonsense}"`, { never: retry === 'never', afterMs }, { never: false, afterMs: 0 })
      }
    },
  },
  {
    needs: 'refuse',
    title: 'says "never" when the backend refuses the issue as it is',
    async run({ transport, backend }) {
      backend.mood('refuse')
      const { name, retry } = await failure('sending what is refused', send(transport, issueOf()))
      expectSame('the failure', { name, retry }, { name: 'TransportError', retry: 'never' })
      expectSame('the number of issues at the backend', (await backend.taken()).length, 0)
    },
  },
  {
    needs: 'refuse',
    title: 'tells a refusal of the issue from trouble that passes, by status',
    async run({ transport, backend }) {
      if (!backend.answer) return
      for (const status of [...passing, 422]) {
        backend.answer(status, {})
        const { retry } = await failure(`sending to a backend that answers ${status}`, send(transport, issueOf()))
        expectSame(`whether ${status} means never`, retry === 'never', status === 422)
      }
    },
  },
  {
    needs: 'nonsense',
    title: 'does not take a success that is not the backend’s for a receipt',
    async run({ transport, backend }) {
      backend.mood('nonsense')
      expectSame('whether it may be tried again', (await failure('sending into a portal', send(transport, issueOf()))).retry !== 'never', true)
    },
  },
]
