import { expect } from '@open-wc/testing'
import { fallback } from '../../../src/core/transports/fallback.ts'
import { TransportError, type SendOptions, type Transport } from '../../../src/core/transports/transport.ts'
import { fakeClock, turn } from '../outbox/fixtures.ts'
import { issue, refusalOf, signal } from './fixtures.ts'
import { composed, runKit } from './kit-run.ts'
import { part } from './parts-setup.ts'

const send = (transport: Transport, more: Partial<SendOptions> = {}) => transport.send(issue, [], { signal: signal(), ...more })
const later = (afterMs?: number) => () => { throw new TransportError('transport/busy', 'Busy', { retry: 'later', ...(afterMs && { afterMs }) }) }
const never = (detail: string) => () => { throw new TransportError('transport/refused', 'No', { retry: 'never', detail }) }

describe('fallback, run against the kit', () => {
  // With a lost answer two of them may have it, which it says.
  runKit(composed(2, (...parts) => fallback(parts), taken => taken.flat()), ['again'])
})

describe('fallback', () => {
  it('asks the next one only where the one before did not take it', async () => {
    const [one, two, three] = [part('A'), part('B'), part('C')]
    const transport = fallback([one, two, three])
    expect((await send(transport)).via).to.equal('0')
    one.mood = later()
    expect(await send(transport)).to.deep.include({ reference: 'B-1', via: '1' })
    expect([one.sent.length, two.sent.length, three.sent.length]).to.deep.equal([2, 1, 0])
  })

  it('asks the next one where the one before refuses it', async () => {
    const one = part('A')
    one.mood = never('No files')
    expect((await send(fallback([one, { to: part('B'), name: 'mail' }]))).via).to.equal('mail')
  })

  it('is refused only where all refuse, with the words of the last', async () => {
    const [one, two] = [part('A'), part('B')]
    one.mood = never('First')
    two.mood = never('Last')
    const { retry, detail } = await refusalOf(send(fallback([one, two])))
    expect([retry, detail]).to.deep.equal(['never', 'Last'])
  })

  it('waits where one may still take it, and does not ask again where it was refused', async () => {
    const [one, two] = [part('A'), part('B')]
    const transport = fallback([one, two])
    one.mood = never('No')
    two.mood = later()
    expect((await refusalOf(send(transport))).retry).to.equal('later')
    two.mood = () => {}
    expect((await send(transport, { again: true })).via).to.equal('1')
    expect([one.sent.length, two.sent.length, two.sent[1]!.options.again]).to.deep.equal([1, 2, true])
  })

  it('gives each part more time for a large picture before the next one is asked', async () => {
    const clock = fakeClock()
    const [one, two] = [part('A'), part('B')]
    one.mood = () => new Promise(() => {})
    const picture = { id: 'p', name: 'p.png', type: 'image/png', size: 5_000_000, bytes: new ArrayBuffer(5_000_000) }
    const sending = fallback([one, two], { clock, patience: 10_000 }).send(issue, [picture], { signal: signal() })
    await clock.advance(322_000 - 1)
    expect(two.sent.length).to.equal(0)
    await clock.advance(1)
    expect((await sending).via).to.equal('1')
  })

  it('comes back when the first of several busy ones can, and leaves each alone until then', async () => {
    const clock = fakeClock()
    const [one, two] = [part('A'), part('B')]
    const transport = fallback([one, two], { clock })
    one.mood = later(60_000)
    two.mood = later(5_000)
    expect((await refusalOf(send(transport))).afterMs).to.equal(5_000)
    one.mood = two.mood = () => {}
    await clock.advance(5_000)
    expect((await send(transport)).via).to.equal('1')
    expect([one.sent.length, two.sent.length]).to.deep.equal([1, 2])
  })

  it('lets the outbox say when, where one only failed', async () => {
    const [one, two] = [part('A'), part('B')]
    one.mood = later(60_000)
    two.mood = () => { throw new TypeError('Failed to fetch') }
    expect((await refusalOf(send(fallback([one, two])))).afterMs).to.equal(undefined)
  })

  it('goes on where one does not answer in time, and gives that one up', async () => {
    const clock = fakeClock()
    const one = part('A')
    one.mood = () => new Promise(() => {})
    const sending = send(fallback([one, part('B')], { patience: 1_000, clock }))
    await clock.advance(1_000)
    expect((await sending).via).to.equal('1')
    expect(one.sent[0]!.options.signal.aborted).to.equal(true)
  })

  it('asks nobody else once the attempt is given up', async () => {
    const [one, two] = [part('A'), part('B')]
    one.mood = ({ signal }) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('Aborted'))))
    const aborter = new AbortController()
    const failing = refusalOf(send(fallback([one, two]), { signal: aborter.signal }))
    await turn()
    aborter.abort()
    expect((await failing).message).to.contain('Aborted')
    expect(two.sent.length).to.equal(0)
  })

  it('turns into an Error whatever a part throws', async () => {
    const odd: Transport = { send: () => Promise.reject('odd') }
    expect(await refusalOf(send(fallback([odd])))).to.be.an.instanceOf(Error).with.property('retry', 'later')
  })

  it('follows an issue to the part that took it, and tells each part only of its own earlier receipts', async () => {
    const [one, two] = [part('A', () => ({ token: 'a' })), part('B', () => ({ token: 'b' }))]
    const transport = fallback([one, two])
    const first = await send(transport)
    one.mood = later()
    const second = await transport.send({ ...issue, id: 'second' }, [], { signal: signal(), earlier: [first] })
    await transport.thread!(second, { signal: signal() })
    expect([one.sent[1]!.options.earlier!.map(({ token }) => token), 'earlier' in two.sent[0]!.options]).to.deep.equal([['a'], false])
    expect([one.asked.length, two.asked.map(([, { token }]) => token)]).to.deep.equal([0, ['b']])
  })

  it('says "possible", because a lost answer looks like none; alone, a part says it itself', () => {
    expect(fallback([part('A'), part('B')])).to.have.property('duplicates', 'possible')
    expect(fallback([part('A')])).not.to.have.property('duplicates')
  })

  it('takes files where one part does', () => {
    const bare: Transport = { send: part('A').send, files: false }
    expect(fallback([bare, part('B')])).not.to.have.property('files')
    expect(fallback([bare, bare])).to.have.property('files', false)
  })

  it('refuses an empty list, and no patience at all', () => {
    for (const make of [() => fallback([]), () => fallback([part('A')], { patience: 0 })]) expect(make).to.throw().with.property('code', 'transport/wrong-option')
  })
})
