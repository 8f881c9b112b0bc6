import { expect } from '@open-wc/testing'
import type { Receipt } from '../../../src/core/issue/receipt.ts'
import type { OutboxRecord } from '../../../src/core/outbox/record.ts'
import { attempt } from '../../../src/core/outbox/attempt.ts'
import type { SendOptions, Transport } from '../../../src/core/transports/transport.ts'
import { bench, failing, fakeClock, fakeTransport, issueOf, receiptOf } from './fixtures.ts'

const record = (attempts: number, body = issueOf('x', { id: 'a' })): OutboxRecord => ({
  version: 1, id: 'a', sequence: 1, body: JSON.stringify(body), hash: '', attachments: [], status: 'kept', attempts, dueAt: 0, keptAt: '',
})

/** One attempt, and the options that the transport got. */
async function optionsOf(kept: OutboxRecord, known: (id: string) => Promise<Receipt | undefined> = async () => undefined): Promise<SendOptions> {
  const seen: SendOptions[] = []
  const transport: Transport = { send: async (issue, _, options) => (seen.push(options), receiptOf(issue)) }
  await attempt(transport, kept, known, fakeClock())
  return seen[0]!
}

describe('an attempt', () => {
  it('says that one before it may have arrived, and only then', async () => {
    expect('again' in (await optionsOf(record(0)))).to.equal(false)
    expect((await optionsOf(record(1))).again).to.equal(true)
  })

  it('says so after a failure, in the outbox', async () => {
    const said: unknown[] = []
    const clock = fakeClock()
    const send: Transport['send'] = async (issue, _, { again }) => {
      said.push(again)
      if (said.length === 1) throw failing({ retry: 'later' })
      return receiptOf(issue)
    }
    const { outbox, heard } = bench({ clock, transport: Object.assign(fakeTransport(clock), { send }) })
    const issue = issueOf()
    await outbox.keep(issue, [])
    await heard('waiting', issue.id)
    await clock.advance(5_000)
    await heard('accepted', issue.id)
    expect(said).to.deep.equal([undefined, true])
  })

  it('brings the receipts of the issues that it names, each once', async () => {
    const { earlier } = await optionsOf(
      record(0, issueOf('x', { id: 'a', repeatOf: 'b', parent: 'b', escalation: { of: 'c', rung: 'lead', level: 2 } })),
      async id => (id === 'b' ? { id, reference: 'B', token: 'k', acceptedAt: '' } : undefined),
    )
    expect(earlier!.map(({ reference }) => reference)).to.deep.equal(['B'])
  })

  it('has 30 s, and with something large as much as that takes on a slow line, twice', async () => {
    for (const [bytes, limit] of [[0, 30_000], [5_000_000, 30_000 + 625_000]] as const) {
      const clock = fakeClock()
      let given: AbortSignal | undefined
      const transport: Transport = { send: (_, __, { signal }) => ((given = signal), new Promise(() => {})) }
      const kept = { ...record(0), attachments: bytes ? [{ id: 'p', name: 'p', type: 'image/png', size: bytes, bytes: new ArrayBuffer(bytes) }] : [] }
      const ended = attempt(transport, kept, async () => undefined, clock).catch((error: Error & { code: string }) => error.code)
      await clock.advance(limit - 1)
      expect(given!.aborted, `${bytes} bytes, just before`).to.equal(false)
      await clock.advance(1)
      expect(await ended).to.equal('transport/timeout')
      expect(given!.aborted).to.equal(true)
    }
  })

  it('keeps every field of a receipt, as plain data', async () => {
    class Own { id = 'a'; reference = 'K'; acceptedAt = ''; via = 'sales/0'; priority = { of: ['high'] } }
    const receipt = await attempt({ send: async () => new Own() }, record(0), async () => undefined, fakeClock())
    expect(receipt).to.deep.equal({ id: 'a', reference: 'K', acceptedAt: '', via: 'sales/0', priority: { of: ['high'] } })
    expect(Object.getPrototypeOf(receipt) === Object.prototype).to.equal(true)
  })
})
