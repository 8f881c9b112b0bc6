import { expect } from '@open-wc/testing'
import { mirror, type MirrorOptions } from '../../../src/core/transports/mirror.ts'
import { sample } from '../../../src/core/transports/sample.ts'
import { TransportError, type SendOptions, type Transport } from '../../../src/core/transports/transport.ts'
import { fakeClock } from '../outbox/fixtures.ts'
import { issue, refusalOf, signal } from './fixtures.ts'
import { composed, runKit } from './kit-run.ts'
import { part } from './parts-setup.ts'

const send = (transport: Transport, more: Partial<SendOptions> = {}) => transport.send(issue, [], { signal: signal(), ...more })
const later = (afterMs?: number) => () => { throw new TransportError('transport/busy', 'Busy', { retry: 'later', ...(afterMs && { afterMs }) }) }
const never = () => { throw new TransportError('transport/refused', 'No', { retry: 'never' }) }

describe('mirror, run against the kit', () => {
  // What is at the first is there once; the copy must have the same.
  runKit(composed(2, (main, copy) => mirror(main, [copy]), ([main = [], copy = []]) => {
    if (copy.length > main.length) throw new Error('There is a copy of what the first has not')
    return main
  }))
})

describe('mirror', () => {
  const heard = () => {
    const missed: string[] = []
    const options: MirrorOptions = { onMiss: (_, { id }, to) => void missed.push(`${id} ${to}`) }
    return { missed, options }
  }

  it('gives the receipt of the first, and everybody the same issue', async () => {
    const [main, one, two] = [part('M', () => ({ token: 'k' })), part('A'), part('B')]
    const receipt = await send(mirror(main, [one, { to: two }]))
    expect(receipt).to.deep.include({ reference: 'M-1', token: 'k' }).and.not.have.property('via')
    expect([one, two].map(({ sent }) => sent.map(({ issue }) => issue))).to.deep.equal([[issue], [issue]])
  })

  it('copies nothing that the first has not taken, and says what that says', async () => {
    const [main, copy] = [part('M'), part('A')]
    const transport = mirror(main, [copy])
    main.mood = later(5_000)
    expect((await refusalOf(send(transport))).afterMs).to.equal(5_000)
    main.mood = never
    expect((await refusalOf(send(transport))).retry).to.equal('never')
    main.mood = () => {}
    expect([copy.sent.length, (await send(transport)).reference, copy.sent.length]).to.deep.equal([0, 'M-1', 1])
  })

  it('waits for a copy, and sends again only what has not arrived', async () => {
    const [main, one, two] = [part('M'), part('A'), part('B')]
    const transport = mirror(main, [one, two])
    two.mood = later()
    const { code, retry } = await refusalOf(send(transport))
    expect([code, retry]).to.deep.equal(['transport/partly', 'later'])
    two.mood = () => {}
    expect((await send(transport, { again: true })).reference).to.equal('M-1')
    expect([main.sent.length, one.sent.length, two.sent.length]).to.deep.equal([1, 1, 2])
    expect(two.sent[1]!.options.again).to.equal(true)
  })

  it('knows nothing of it after a reload: everybody may get it again, under the same id, and is told so', async () => {
    const [main, copy] = [part('M'), part('A')]
    copy.mood = later()
    await refusalOf(send(mirror(main, [copy])))
    copy.mood = () => {}
    await send(mirror(main, [copy]), { again: true })
    expect([main, copy].map(({ sent }) => sent.map(({ issue: { id }, options: { again } }) => [id, again])))
      .to.deep.equal([[[issue.id, undefined], [issue.id, true]], [[issue.id, undefined], [issue.id, true]]])
  })

  it('waits as long as the most patient copy asks, and leaves a busy one alone meanwhile, whichever issue comes', async () => {
    const clock = fakeClock()
    const [main, one, two] = [part('M'), part('A'), part('B')]
    const transport = mirror(main, [one, two], { clock })
    one.mood = later(3_000)
    two.mood = later(9_000)
    expect((await refusalOf(send(transport))).afterMs).to.equal(9_000)
    await clock.advance(4_000)
    one.mood = two.mood = () => {}
    const next = { ...issue, id: 'another' }
    expect((await refusalOf(transport.send(next, [], { signal: signal() }))).afterMs).to.equal(5_000)
    expect([one.sent.length, two.sent.length]).to.deep.equal([2, 1])
    await clock.advance(5_000)
    await send(transport)
    expect([main.sent.length, one.sent.length, two.sent.length]).to.deep.equal([2, 3, 2])
  })

  it('is not held up by a clock that was put back', async () => {
    const clock = fakeClock()
    const copy = part('A')
    const transport = mirror(part('M'), [copy], { clock })
    copy.mood = later(9_000)
    await refusalOf(send(transport))
    clock.set(clock.now() - 86_400_000)
    copy.mood = () => {}
    expect((await send(transport)).reference).to.equal('M-1')
  })

  it('is done where a copy is refused for good, and tells its owner once', async () => {
    const { missed, options } = heard()
    const [one, two] = [part('A'), part('B')]
    const transport = mirror(part('M'), [one, two], options)
    one.mood = never
    two.mood = later()
    await refusalOf(send(transport))
    two.mood = () => {}
    expect((await send(transport)).reference).to.equal('M-1')
    expect([missed, one.sent.length]).to.deep.equal([[`${issue.id} 0`], 1])
  })

  it('does not take a copy’s empty success for its arrival', async () => {
    const empty: Transport = { send: async () => undefined as never }
    const { code, message } = await refusalOf(send(mirror(part('M'), [empty])))
    expect(code).to.equal('transport/partly')
    expect(message).to.contain('does not name it in "id"')
  })

  it('does not wait for a copy that is not required, and tries it once', async () => {
    const copy = part('A')
    let fail = () => {}
    copy.mood = () => new Promise((_, reject) => (fail = () => reject(new Error('down'))))
    let tell: (about: string[]) => void
    const told = new Promise<string[]>(resolve => (tell = resolve))
    const transport = mirror(part('M'), [{ to: copy, required: false, name: 'figures' }], { onMiss: ({ message }, { id }, to) => tell([message, id, to]) })
    expect((await send(transport)).reference).to.equal('M-1')
    fail()
    expect([await told, copy.sent.length]).to.deep.equal([['down', issue.id, 'figures'], 1])
  })

  it('misses nothing that a sample leaves out', async () => {
    const { missed, options } = heard()
    const [one, two] = [part('A'), part('B')]
    await send(mirror(part('M'), [sample(one, 0), { to: sample(two, 0), required: false }], options))
    expect([missed, one.sent.length, two.sent.length]).to.deep.equal([[], 0, 0])
  })

  it('cannot be written into by a copy', async () => {
    const rude: Transport = { send: async issue => ((issue.story = 'Changed'), { id: issue.id, reference: 'x', acceptedAt: '' }) }
    const polite = part('B')
    await send(mirror(part('M'), [rude, polite]))
    expect([issue.story, polite.sent[0]!.issue.story]).to.deep.equal(['It whistles', 'It whistles'])
  })

  it('tells copies nothing of earlier receipts, whose tokens are not theirs', async () => {
    const [main, copy] = [part('M'), part('A')]
    const earlier = [{ id: 'a', reference: 'a', token: 'k', acceptedAt: '' }]
    await send(mirror(main, [copy]), { earlier })
    expect([main.sent[0]!.options.earlier, 'earlier' in copy.sent[0]!.options]).to.deep.equal([earlier, false])
  })

  it('follows an issue to the first, and has its methods and no others', async () => {
    const main = part('M')
    const transport = mirror(main, [part('A')])
    await transport.thread!(await send(transport), { signal: signal() })
    expect([main.asked.length, 'people' in transport, 'thread' in mirror({ send: main.send }, [part('A')])]).to.deep.equal([1, false, false])
  })

  it('says "possible" where the first or a copy does, and takes the files that the first takes', () => {
    const perhaps: Transport = { send: part('A').send, duplicates: 'possible', files: false }
    expect(mirror(part('M'), [perhaps])).to.deep.include({ duplicates: 'possible' }).and.not.have.property('files')
    expect(mirror(perhaps, [])).to.deep.include({ duplicates: 'possible', files: false })
    expect('duplicates' in mirror(part('M'), [part('A')])).to.equal(false)
  })

  it('refuses two copies of one name, and what is no transport', () => {
    expect(() => mirror(part('M'), [{ to: part('A'), name: 'x' }, { to: part('B'), name: 'x' }])).to.throw().with.property('code', 'transport/wrong-option')
    expect(() => mirror(part('M'), [{} as never])).to.throw().with.property('code', 'transport/wrong-option')
  })
})
