import { expect } from '@open-wc/testing'
import { fromFunction, type Sends } from '../../../src/core/transports/from-function.ts'
import { TransportError } from '../../../src/core/transports/transport.ts'
import { fakeClock } from '../outbox/fixtures.ts'
import { issue, refusalOf, signal } from './fixtures.ts'
import { httpSetup } from './http-setup.ts'
import { runKit } from './kit-run.ts'

const send = (work: Sends, given = signal()) => fromFunction(work, { clock: fakeClock() }).send(issue, [], { signal: given })

describe('a function over a backend that keeps keys, run against the kit', () => {
  runKit(() => {
    const { transport, ...rest } = httpSetup()
    return { transport: fromFunction((...given) => transport.send(...given), { once: true }), ...rest }
  })
})

describe('a function that knows no keys, no files and no verdicts, run against the kit', () => {
  runKit(() => {
    const { transport, ...rest } = httpSetup()
    // Another id each time, as a backend would mint that is not told ours.
    const ownKey = async (story: string) => (await transport.send({ ...issue, id: crypto.randomUUID(), story }, [], { signal: signal() })).reference
    return { transport: fromFunction(({ story }) => ownKey(story!), { files: false }), ...rest, backend: { ...rest.backend, taken: async () => [...(await rest.backend.taken())].map(({ story, files }) => ({ story, files })) } }
  }, ['again', 'hang'])
})

describe('a function as a transport', () => {
  for (const [what, answer, reference] of [
    ['a text', 'K-1', 'K-1'], ['a number', 17, '17'], ['a reference', { reference: 'K-2' }, 'K-2'], ['a number for a reference', { reference: 3 }, '3'],
  ] as [string, never, string][])
    it(`may answer with ${what}`, async () => {
      expect(await send(() => answer)).to.deep.equal({ id: issue.id, reference, acceptedAt: '2026-11-21T00:00:00.000Z' })
    })

  it('may answer with a whole receipt, of which nothing is lost', async () => {
    const receipt = { id: issue.id, reference: 'K', acceptedAt: '2026-11-20T00:00:00.000Z', next: 'Wait', priority: 'high' }
    expect(await send(async () => receipt)).to.deep.equal(receipt)
  })

  for (const [what, answer] of [
    ['nothing', undefined], ['an empty text', ''], ['true', true], ['null', null], ['an object', {}], ['a list', ['K']],
    ['another issue’s receipt', { id: 'other', reference: 'K' }], ['an endless number', Infinity],
  ] as [string, never][])
    it(`has not delivered anything when it answers with ${what}`, async () => {
      const { code, retry } = await refusalOf(send(() => answer))
      expect([code, retry]).to.deep.equal(['transport/not-a-receipt', 'later'])
    })

  for (const [what, thrown, verdict] of [
    ['an error', new Error('oh'), { retry: 'later' }],
    ['a text', 'oh', { retry: 'later' }],
    ['nothing', undefined, { retry: 'later' }],
    ['an error that says never', Object.assign(new Error('no'), { retry: 'never', detail: 'Too long', pointer: '/story' }), { retry: 'never', detail: 'Too long', pointer: '/story' }],
    ['a status that means never', Object.assign(new Error('no'), { status: 422 }), { retry: 'never', status: 422 }],
    ['a status that passes', Object.assign(new Error('no'), { status: 429, afterMs: 5_000 }), { retry: 'later', status: 429, afterMs: 5_000 }],
    ['a verdict of its own', new TransportError('own/no', 'no', { retry: 'never' }), { retry: 'never', code: 'own/no' }],
  ] as [string, unknown, object][])
    it(`may throw ${what}`, async () => {
      expect(await refusalOf(send(() => { throw thrown }))).to.be.an.instanceOf(TransportError).and.to.deep.include(verdict)
    })

  it('need not know of the signal, and is not called once it has been given', async () => {
    const aborter = new AbortController()
    const waiting = refusalOf(send(() => new Promise(() => {}), aborter.signal))
    aborter.abort()
    expect((await waiting).retry).to.equal('later')
    let called = false
    expect((await refusalOf(send(() => ((called = true), 'K'), aborter.signal))).code).to.equal('transport/aborted')
    expect(called).to.equal(false)
  })

  it('is told whether an attempt before may have arrived, and gets a copy of its own', async () => {
    let seen: unknown
    const transport = fromFunction((issue, files, { again }) => ((seen = [files.length, again]), (issue.story = 'Changed'), 'K'))
    await transport.send(issue, [], { signal: signal(), again: true })
    expect([seen, issue.story]).to.deep.equal([[0, true], 'It whistles'])
  })

  it('says "possible" as long as nobody says otherwise', () => {
    expect(fromFunction(() => 'K')).to.have.property('duplicates', 'possible')
    expect(fromFunction(() => 'K', { once: true })).not.to.have.property('duplicates')
    expect(fromFunction(() => 'K', { files: false })).to.have.property('files', false)
  })

  it('refuses what is no function', () => {
    expect(() => fromFunction('K' as never)).to.throw().with.property('code', 'transport/wrong-option')
  })
})
