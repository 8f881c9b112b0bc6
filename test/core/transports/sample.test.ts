import { expect } from '@open-wc/testing'
import { createId } from '../../../src/core/support/ids.ts'
import { fallback } from '../../../src/core/transports/fallback.ts'
import { sample } from '../../../src/core/transports/sample.ts'
import { issue, refusalOf, signal } from './fixtures.ts'
import { composed, runKit } from './kit-run.ts'
import { part } from './parts-setup.ts'

describe('sample, of all, run against the kit', () => {
  runKit(composed(1, one => sample(one, 1), ([taken = []]) => taken))
})

describe('sample', () => {
  const taken = async (rate: number, ids: string[]) => {
    const to = part('A')
    const transport = sample(to, rate)
    await Promise.allSettled(ids.map(id => transport.send({ ...issue, id }, [], { signal: signal() })))
    return to.sent.map(({ issue: { id } }) => id)
  }
  const ids = Array.from({ length: 2_000 }, (_, i) => createId(1_700_000_000_000 + i))

  it('takes about its share, and the same issues each time', async () => {
    const first = await taken(0.25, ids)
    // Of 2,000 at a quarter, six standard deviations are 116.
    expect(first.length).to.be.within(384, 616)
    expect(await taken(0.25, ids)).to.deep.equal(first)
  })

  it('takes all of a smaller share into a larger one', async () => {
    const larger = new Set(await taken(0.5, ids))
    expect((await taken(0.1, ids)).every(id => larger.has(id))).to.equal(true)
  })

  it('takes none at 0 and all at 1', async () => {
    expect([(await taken(0, ids)).length, (await taken(1, ids)).length]).to.deep.equal([0, 2_000])
  })

  it('never takes what it leaves out for delivered', async () => {
    const { code, retry } = await refusalOf(sample(part('A'), 0).send(issue, [], { signal: signal() }))
    expect([code, retry]).to.deep.equal(['transport/left-out', 'never'])
  })

  it('lets somebody else have the rest', async () => {
    const [fresh, old] = [part('N'), part('O')]
    const transport = fallback([sample(fresh, 0.5), old])
    for (const id of ids.slice(0, 50)) await transport.send({ ...issue, id }, [], { signal: signal() })
    expect([fresh.sent.length + old.sent.length, fresh.sent.length > 0, old.sent.length > 0]).to.deep.equal([50, true, true])
  })

  it('refuses what is no share', () => {
    for (const rate of [-0.1, 1.1, NaN, '0.5' as never, undefined as never])
      expect(() => sample(part('A'), rate)).to.throw().with.property('code', 'transport/wrong-option')
  })
})
