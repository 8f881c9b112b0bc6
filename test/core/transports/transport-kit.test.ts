import { expect } from '@open-wc/testing'
import { transportPromises, type Ability, type TransportSetup } from '../../../src/testing/transport-kit.ts'
import type { Issue } from '../../../src/core/issue/issue.ts'
import { TransportError, type Transport } from '../../../src/core/transports/transport.ts'
import { httpSetup } from './http-setup.ts'

describe('the transport kit, run on http', () => {
  for (const { title, run } of transportPromises(httpSetup)) it(title, run)
})

describe('the transport kit', () => {
  const over = (change: (transport: Transport) => Transport) => () => {
    const { transport, backend } = httpSetup()
    return { transport: change(transport), backend }
  }
  // Not into the log of the tests.
  const { debug } = console
  const broken: [string, () => TransportSetup][] = [
    ['that mints a new key for each attempt', over(t => ({ send: async (issue, ...rest) => ({ ...(await t.send({ ...issue, id: crypto.randomUUID() }, ...rest)), id: issue.id }) }))],
    ['that takes any failure for success', over(t => ({ send: (issue, ...rest) => t.send(issue, ...rest).catch(() => ({ id: issue.id, reference: 'x', acceptedAt: '2026-11-21' })) }))],
    ['that loses the verdict', over(t => ({ send: (...given) => t.send(...given).catch(() => Promise.reject(new Error('failed'))) }))],
    ['that cuts the story', over(t => ({ send: (issue, ...rest) => t.send({ ...issue, story: issue.story!.slice(0, 10) }, ...rest) }))],
    ['that writes into the issue', over(t => ({ send: (issue, ...rest) => ((issue.summary = 'changed'), t.send(issue, ...rest)) }))],
    ['that mints a new key for each reply', over(t => ({ ...t, reply: (receipt, message, options) => t.reply!(receipt, { ...message, id: crypto.randomUUID() }, options) }))],
    ['that shows a thread as it was once', over(t => {
      let first: ReturnType<NonNullable<Transport['thread']>> | undefined
      return { ...t, thread: (...given) => (first ??= t.thread!(...given)) }
    })],
    ['that gives its own key away', over(t => {
      let own: Awaited<ReturnType<Transport['send']>>
      return { ...t, send: async (...given) => (own = await t.send(...given)), open: async (...given) => ({ ...(await t.open!(...given)), receipt: own }) }
    })],
    ['whose codes never end', over(t => {
      let opened: ReturnType<NonNullable<Transport['open']>> | undefined
      return { ...t, open: (...given) => (opened ??= t.open!(...given)) }
    })],
    ['that takes nothing back', over(t => ({ ...t, unshare: async () => {} }))],
    ['that says "later" to a wrong code', over(t => ({ ...t, open: (...given) => t.open!(...given).catch(() => Promise.reject(new TransportError('x', 'x', { retry: 'later' }))) }))],
    ['that says "possible" and does not look', over(t => ({ duplicates: 'possible', send: async (issue, ...rest) => ({ ...(await t.send({ ...issue, id: crypto.randomUUID() }, ...rest)), id: issue.id }) }))],
    ['that says it takes no files, and takes them', over(t => ({ ...t, files: false }))],
    ['that says it takes no files, and sends the rest', over(t => ({ ...t, files: false, send: (issue, _, options) => t.send(issue, [], options) }))],
    ['that drops what it does not know', over(t => ({ ...t, send: ({ unknown: _, ...issue }, ...rest) => t.send(issue as Issue, ...rest) }))],
    ['whose receipt cannot be stored', over(t => ({ ...t, send: async (...given) => ({ ...(await t.send(...given)), at: new Date() }) as never }))],
    ['whose receipt is worth something in memory only', over(t => {
      const tokens = new WeakMap<object, string>()
      return {
        send: async (...given) => {
          const { token, ...receipt } = await t.send(...given)
          return tokens.set(receipt, token!), receipt
        },
        thread: (receipt, options) => t.thread!({ ...receipt, ...(tokens.has(receipt) && { token: tokens.get(receipt)! }) }, options),
      }
    })],
    ['that throws what is no Error', over(t => ({ ...t, send: (...given) => t.send(...given).catch((error: Error) => Promise.reject({ ...error, name: 'TransportError' })) }))],
    ['that prints its key', () => {
      const { transport, backend, secret } = httpSetup()
      const print = () => console.debug === debug || console.debug('sending', { headers: { key: secret } })
      return { transport: { ...transport, send: (...given) => (print(), transport.send(...given)) }, backend, secret: secret! }
    }],
    ['that puts its key into its errors', () => {
      const { transport, backend, secret } = httpSetup()
      const blame = (error: TransportError) => Promise.reject(new TransportError(error.code, error.message, { ...error.details, retry: error.retry, detail: `?key=${secret}` }))
      return { transport: { ...transport, send: (...given) => transport.send(...given).catch(blame) }, backend, secret: secret! }
    }],
    ['that waits for ever', over(t => ({ ...t, send: (...given) => t.send(...given).catch(({ code, retry, afterMs }: TransportError) =>
      Promise.reject(new TransportError(code, 'x', { retry, afterMs: afterMs ?? 1e15 }))) }))],
    ['that takes every 4xx for a refusal', over(t => ({ ...t, send: (...given) => t.send(...given).catch((error: TransportError) =>
      Promise.reject(error.status! < 500 ? new TransportError('x', 'x', { retry: 'never' }) : error)) }))],
    ['that forgets the files', over(t => ({ send: (issue, _, options) => t.send(issue, [], options) }))],
  ]
  for (const [what, make] of broken)
    it(`catches one ${what}`, async () => {
      const outcomes = await Promise.allSettled(transportPromises(make).map(({ run }) => run()))
      expect(outcomes.some(({ status }) => status === 'rejected')).to.equal(true)
    })

  it('takes one at its word that says "possible", where its backend cannot be asked', async () => {
    const perhaps = over(t => ({ duplicates: 'possible', send: async (issue, ...rest) => ({ ...(await t.send({ ...issue, id: crypto.randomUUID() }, ...rest)), id: issue.id }) }))
    for (const { run } of transportPromises(perhaps, { without: ['again'] })) await run()
  })

  it('leaves the console as it was', async () => {
    const before = console.warn
    await Promise.allSettled(transportPromises(httpSetup).map(({ run }) => run()))
    expect(console.warn === before).to.equal(true)
  })

  it('holds a transport that only sends to nothing more', async () => {
    const bare = over(t => ({ send: t.send }))
    for (const { run } of transportPromises(bare)) await run()
  })

  it('leaves out what the author says the service cannot do', () => {
    const titles = (...without: Ability[]) => transportPromises(httpSetup, { without }).length
    expect([titles(), titles('files'), titles('files', 'busy'), titles('thread'), titles('share')]).to.deep.equal([26, 25, 22, 23, 23])
  })
})
