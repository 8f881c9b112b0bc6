import { expect } from '@open-wc/testing'
import { transportPromises, type Ability, type TransportSetup } from '../../../src/testing/transport-kit.ts'
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
    ['that forgets the files', over(t => ({ send: (issue, _, options) => t.send(issue, [], options) }))],
  ]
  for (const [what, make] of broken)
    it(`catches one ${what}`, async () => {
      const outcomes = await Promise.allSettled(transportPromises(make).map(({ run }) => run()))
      expect(outcomes.some(({ status }) => status === 'rejected')).to.equal(true)
    })

  it('holds a transport that only sends to nothing more', async () => {
    const bare = over(t => ({ send: t.send }))
    for (const { run } of transportPromises(bare)) await run()
  })

  it('leaves out what the author says the service cannot do', () => {
    const titles = (...without: Ability[]) => transportPromises(httpSetup, { without }).length
    expect([titles(), titles('files'), titles('files', 'busy'), titles('thread'), titles('share')]).to.deep.equal([19, 18, 17, 16, 16])
  })
})
