import { deadline } from '../core/support/deadline.ts'
import { carePromises } from './care-promises.ts'
import type { Ability, TransportPromise, TransportSetup } from './fake-backend.ts'
import { expectSame, type ContractPromise } from './promise.ts'
import { failure, fileOf, issueOf, send, sendAgain, story } from './sending.ts'
import { threadPromises } from './thread-promises.ts'
import { verdictPromises } from './verdict-promises.ts'

export { busySeconds, type Ability, type BackendMood, type FakeBackend, type TakenIssue, type TransportSetup } from './fake-backend.ts'

/**
 * What every transport promises the outbox, as a list to run in any test framework:
 * `for (const { title, run } of transportPromises(make)) it(title, run)`.
 * @param make a fresh transport with a fresh fake backend, in the mood `accept`; called once for each promise.
 * @param options `without` names what your service or its fake cannot do. Each one left out is a promise you do not make: say so.
 */
export function transportPromises(
  make: () => TransportSetup | Promise<TransportSetup>,
  { without = [] }: { without?: readonly Ability[] } = {},
): ContractPromise[] {
  return [...sendingPromises, ...verdictPromises, ...carePromises, ...threadPromises]
    .filter(({ needs }) => !without.includes(needs))
    .map(({ title, run }) => ({ title, run: async () => run(await make(), without) }))
}

/** One whose backend keeps no keys must say so, and then look there first, where that can be asked. */
async function expectOneEffect({ transport, backend }: TransportSetup, without: readonly Ability[]): Promise<void> {
  if (transport.duplicates === 'possible' && without.includes('again')) return
  expectSame('the number of issues at the backend', (await backend.taken()).length, 1)
}

const sendingPromises: readonly TransportPromise[] = [
  {
    needs: 'accept',
    title: 'answers with a receipt that names the issue and has a reference',
    async run({ transport }) {
      const issue = issueOf()
      const receipt = await send(transport, issue)
      expectSame('receipt.id', receipt?.id, issue.id)
      expectSame('whether receipt.reference is a text with something in it', typeof receipt.reference === 'string' && receipt.reference !== '', true)
      expectSame('whether receipt.acceptedAt is a date', Number.isFinite(Date.parse(receipt.acceptedAt)), true)
    },
  },
  {
    needs: 'accept',
    title: 'delivers the customer’s words code unit for code unit',
    async run({ transport, backend }) {
      await send(transport, issueOf())
      expectSame('the stories at the backend', (await backend.taken()).map(taken => taken.story), [story])
    },
  },
  {
    needs: 'accept',
    title: 'sends the same issue twice with one effect and one reference, or says that duplicates are possible',
    async run(setup, without) {
      const { transport } = setup
      const issue = issueOf()
      const first = await send(transport, issue)
      if (transport.duplicates !== 'possible') expectSame('the second reference', (await send(transport, issue)).reference, first.reference)
      const again = await sendAgain(transport, issue)
      expectSame('receipt.id, when told that it may have arrived', again.id, issue.id)
      await expectOneEffect(setup, without)
    },
  },
  {
    needs: 'accept',
    title: 'tells two issues with the same words apart',
    async run({ transport, backend }) {
      await send(transport, issueOf())
      await send(transport, issueOf())
      expectSame('the number of issues at the backend', (await backend.taken()).length, 2)
    },
  },
  {
    needs: 'lose-answer',
    title: 'never takes a lost answer for success, and sends again with one effect, or says that duplicates are possible',
    async run(setup, without) {
      const { transport, backend } = setup
      const issue = issueOf()
      backend.mood('lose-answer')
      const lost = await failure('sending while answers are lost', send(transport, issue))
      expectSame('whether it may be tried again', lost.retry !== 'never', true)
      backend.mood('accept')
      expectSame('receipt.id', (await sendAgain(transport, issue)).id, issue.id)
      await expectOneEffect(setup, without)
    },
  },
  {
    needs: 'hang',
    title: 'gives up when its signal says so',
    async run({ transport, backend }) {
      backend.mood('hang')
      const aborter = new AbortController()
      const sending = failure('sending after the signal', send(transport, issueOf(), [], aborter.signal))
      aborter.abort()
      const { retry } = await deadline(sending, 5_000, 'testing/deaf-transport')
      expectSame('whether it may be tried again', retry !== 'never', true)
    },
  },
  {
    needs: 'files',
    title: 'delivers files byte for byte, each time, and leaves them as they are',
    async run({ transport, backend }, without) {
      if (transport.files === false) return
      const { info, file, bytes } = fileOf()
      const issue = issueOf({ attachments: [info] })
      await send(transport, issue, [file])
      if (transport.duplicates !== 'possible' || !without.includes('again')) await sendAgain(transport, issue, [file])
      const arrived = (await backend.taken()).flatMap(taken => taken.files.map(file => [...new Uint8Array(file.bytes)]))
      expectSame('the bytes at the backend', arrived, [bytes])
      expectSame('the bytes that were given', [...new Uint8Array(file.bytes)], bytes)
    },
  },
  {
    needs: 'accept',
    title: 'refuses an issue with files that it cannot carry, and sends none of it, if it says that it takes no files',
    async run({ transport, backend }) {
      if (transport.files !== false) return
      const { info, file } = fileOf()
      const { name, code, retry } = await failure('sending files', send(transport, issueOf({ attachments: [info] }), [file]))
      expectSame('the failure', { name, code, retry }, { name: 'TransportError', code: 'transport/no-files', retry: 'never' })
      expectSame('the number of issues at the backend', (await backend.taken()).length, 0)
    },
  },
]
