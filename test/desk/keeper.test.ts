import { expect } from '@open-wc/testing'
import { createMemoryStore } from '../../src/core/outbox/memory-store.ts'
import type { Context } from '../../src/desk/context.ts'
import { openKeeper } from '../../src/desk/keeper.ts'
import { fakeClock } from '../core/outbox/fixtures.ts'

const second = 1_000
const day = 86_400 * second

async function keeper() {
  const clock = fakeClock()
  const store = createMemoryStore()
  const context = { seams: { openStore: async () => store, clock }, settings: { desk: 'keeper' }, dispatch: () => {} } as unknown as Context
  return { clock, store, kept: await openKeeper(context, false) }
}

describe('What is kept besides issues', () => {
  it('is on the device within a second of the first letter, however fast the rest follows', async () => {
    const { clock, store, kept } = await keeper()
    for (let letters = 1; letters <= 10; letters++) {
      kept.keepSoon('draft:problem', { story: 'x'.repeat(letters) })
      await clock.advance(100)
    }
    const { value } = (await store.get<{ value: { story: string } }>('draft:problem'))!
    expect(value.story.length).to.be.greaterThan(5)
  })

  for (const [what, key, days] of [['a draft', 'draft:problem', 30], ['a journey', 'journey', 1], ['whom they thanked', 'thanked', 365]] as const) {
    it(`is offered again for ${days} ${days === 1 ? 'day' : 'days'} if it is ${what}, and no longer`, async () => {
      const { clock, kept } = await keeper()
      kept.keepSoon(key, { of: what })
      await clock.advance(second)
      await clock.advance(days * day - 2 * second)
      expect(await kept.load(key)).to.deep.equal({ of: what })
      await clock.advance(2 * second)
      expect(await kept.load(key)).to.equal(undefined)
    })
  }
})
