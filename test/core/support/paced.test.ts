import { expect } from '@open-wc/testing'
import { paced } from '../../../src/core/support/paced.ts'
import { fakeClock } from '../outbox/fixtures.ts'

describe('work that is paced', () => {
  it('runs at once, then not before its time, and who asks meanwhile shares the next', async () => {
    const clock = fakeClock()
    let runs = 0
    const ask = paced(async () => ++runs, 1_000, clock)
    expect(await ask()).to.equal(1)
    const waiting = [ask(), ask(), ask()]
    await clock.advance(999)
    expect(runs).to.equal(1)
    await clock.advance(1)
    expect(await Promise.all(waiting)).to.deep.equal([2, 2, 2])
  })

  it('never runs twice at a time, and begins anew for who asks after it has begun', async () => {
    const clock = fakeClock()
    const ends: (() => void)[] = []
    const ask = paced(() => new Promise<number>(resolve => ends.push(() => resolve(ends.length))), 1_000, clock)
    const first = ask()
    await clock.advance(60_000)
    const second = ask()
    await clock.advance(60_000)
    expect(ends.length).to.equal(1)
    ends[0]!()
    expect(await first).to.equal(1)
    await clock.advance(1_000)
    ends[1]!()
    expect(await second).to.equal(2)
  })

  it('goes on after one that failed', async () => {
    const clock = fakeClock()
    let fails = true
    const ask = paced(async () => {
      if (fails) throw new Error('No')
      return 'done'
    }, 1_000, clock)
    expect(await ask().catch((error: Error) => error.message)).to.equal('No')
    fails = false
    const next = ask()
    await clock.advance(1_000)
    expect(await next).to.equal('done')
  })
})
