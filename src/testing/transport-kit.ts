import { createId } from '../core/support/ids.ts'
import { deadline } from '../core/support/deadline.ts'
import type { Transport } from '../core/transports/transport.ts'
import { expectSame, type ContractPromise } from './promise.ts'
import { failure, issueOf, send, story } from './sending.ts'
import { threadPromises } from './thread-promises.ts'

/**
 * What the backend does with the requests that follow.
 * - `accept`: takes an issue and answers well · `lose-answer`: takes it, but the answer never arrives
 * - `down`: cannot be reached, or fails · `busy`: asks to come back in `busySeconds`
 * - `refuse`: will not have this issue as it is · `hang`: never answers
 * - `nonsense`: answers success, but not with what it should, as a captive portal does
 */
export type BackendMood = 'accept' | 'lose-answer' | 'down' | 'busy' | 'refuse' | 'hang' | 'nonsense'

/** How long a backend in the mood `busy` asks to wait. */
export const busySeconds = 7

/** One issue the backend has: its effect, not the attempts that led to it. */
export interface TakenIssue {
  /** The issue's own id, if the backend is told it. */
  id?: string
  /** The customer's words as the backend has them. */
  story: string
  files: readonly { name: string; bytes: ArrayBuffer }[]
}

/** A fake of the service your transport speaks to. */
export interface FakeBackend {
  mood(next: BackendMood): void
  taken(): Promise<readonly TakenIssue[]> | readonly TakenIssue[]
}

/**
 * What a promise needs: a mood the fake can play, a transport that carries `files`, or a backend that keeps a `thread` or can `share` one.
 * Where a transport has no method for something, its promises hold by themselves.
 */
export type Ability = BackendMood | 'files' | 'thread' | 'share'

export interface TransportSetup { transport: Transport; backend: FakeBackend }

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
  const promises: ContractPromise[] = []
  const add = (needs: Ability, title: string, run: (setup: TransportSetup) => Promise<void>) => {
    if (!without.includes(needs)) promises.push({ title, run: async () => run(await make()) })
  }

  add('accept', 'answers with a receipt that names the issue and has a reference', async ({ transport }) => {
    const issue = issueOf()
    const receipt = await send(transport, issue)
    expectSame('receipt.id', receipt?.id, issue.id)
    expectSame('whether receipt.reference is a text with something in it', typeof receipt.reference === 'string' && receipt.reference !== '', true)
    expectSame('whether receipt.acceptedAt is a date', Number.isFinite(Date.parse(receipt.acceptedAt)), true)
  })

  add('accept', 'delivers the customer’s words code unit for code unit', async ({ transport, backend }) => {
    await send(transport, issueOf())
    expectSame('the stories at the backend', (await backend.taken()).map(taken => taken.story), [story])
  })

  add('accept', 'leaves the issue it was given as it is', async ({ transport }) => {
    const issue = issueOf({ answers: { order: '7' }, unknown: { kept: true } })
    const before = JSON.stringify(issue)
    await send(transport, issue)
    expectSame('the issue after sending', JSON.stringify(issue), before)
  })

  add('accept', 'sends the same issue twice with one effect and one reference', async ({ transport, backend }) => {
    const issue = issueOf()
    const [first, second] = [await send(transport, issue), await send(transport, issue)]
    expectSame('the number of issues at the backend', (await backend.taken()).length, 1)
    expectSame('the second reference', second.reference, first.reference)
  })

  add('accept', 'tells two issues with the same words apart', async ({ transport, backend }) => {
    await send(transport, issueOf())
    await send(transport, issueOf())
    expectSame('the number of issues at the backend', (await backend.taken()).length, 2)
  })

  add('lose-answer', 'never takes a lost answer for success, and sends again with one effect', async ({ transport, backend }) => {
    const issue = issueOf()
    backend.mood('lose-answer')
    const lost = await failure('sending while answers are lost', send(transport, issue))
    expectSame('whether it may be tried again', lost.retry !== 'never', true)
    backend.mood('accept')
    expectSame('receipt.id', (await send(transport, issue)).id, issue.id)
    expectSame('the number of issues at the backend', (await backend.taken()).length, 1)
  })

  add('down', 'says "later" when the backend is down', async ({ transport, backend }) => {
    backend.mood('down')
    expectSame('whether it may be tried again', (await failure('sending to a dead backend', send(transport, issueOf()))).retry !== 'never', true)
  })

  add('busy', 'passes on how long a busy backend asks to wait', async ({ transport, backend }) => {
    backend.mood('busy')
    const { name, retry, afterMs } = await failure('sending to a busy backend', send(transport, issueOf()))
    expectSame('the failure', { name, retry, afterMs }, { name: 'TransportError', retry: 'later', afterMs: busySeconds * 1_000 })
  })

  add('refuse', 'says "never" when the backend refuses the issue as it is', async ({ transport, backend }) => {
    backend.mood('refuse')
    const { name, retry } = await failure('sending what is refused', send(transport, issueOf()))
    expectSame('the failure', { name, retry }, { name: 'TransportError', retry: 'never' })
    expectSame('the number of issues at the backend', (await backend.taken()).length, 0)
  })

  add('nonsense', 'does not take a success that is not the backend’s for a receipt', async ({ transport, backend }) => {
    backend.mood('nonsense')
    expectSame('whether it may be tried again', (await failure('sending into a portal', send(transport, issueOf()))).retry !== 'never', true)
  })

  add('hang', 'gives up when its signal says so', async ({ transport, backend }) => {
    backend.mood('hang')
    const aborter = new AbortController()
    const sending = failure('sending after the signal', send(transport, issueOf(), [], aborter.signal))
    aborter.abort()
    const { retry } = await deadline(sending, 5_000, 'testing/deaf-transport')
    expectSame('whether it may be tried again', retry !== 'never', true)
  })

  add('files', 'delivers files byte for byte, each time', async ({ transport, backend }) => {
    const bytes = Uint8Array.from({ length: 1_024 }, (_, i) => i % 256)
    const info = { id: createId(), name: 'kettle "1".png', type: 'image/png', size: bytes.length }
    const files = [{ ...info, bytes: bytes.slice().buffer }]
    const issue = issueOf({ attachments: [info] })
    await send(transport, issue, files)
    await send(transport, issue, files)
    const arrived = (await backend.taken()).flatMap(taken => taken.files.map(file => [...new Uint8Array(file.bytes)]))
    expectSame('the bytes at the backend', arrived, [[...bytes]])
  })

  for (const { needs, title, run } of threadPromises) add(needs, title, run)
  return promises
}
