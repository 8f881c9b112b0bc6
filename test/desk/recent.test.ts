import { expect } from '@open-wc/testing'
import type { Draft } from '../../src/core/issue/draft.ts'
import { day } from '../../src/core/support/clock.ts'
import { staff, threaded } from './thread-fixtures.ts'

const about = async (world: ReturnType<typeof threaded>, draft: Partial<Draft>) => (await world.desk.recent({ kind: 'problem', ...draft })).map(({ issue }) => issue.story)

describe('Before something is written again', () => {
  it('earlier requests about the same are found, newest first, at most three; without asking anybody', async () => {
    const world = threaded()
    const problems = ['one', 'two', 'three', 'four'].map(story => [story, { topic: 'kettles' }] as const)
    for (const [story, more] of [...problems, ['praise', { kind: 'praise', topic: 'kettles' }], ['another', { topic: 'lamps' }]] as const) {
      await world.sent(story, more)
      await world.clock.advance(1_000)
    }
    world.reads.length = 0
    expect(await about(world, { topic: 'kettles' })).to.deep.equal(['four', 'three', 'two'])
    expect(await about(world, { topic: 'bells', subject: { url: 'https://shop.example/elsewhere' } })).to.deep.equal([])
    expect(await about(world, { kind: 'praise', topic: 'kettles' })).to.deep.equal([])
    expect(world.reads).to.deep.equal([])
    world.desk.dispose()
  })

  it('the number of an order tells more than the page; the page tells only where nothing speaks against it, and the words agree', async () => {
    const world = threaded()
    const help = { url: 'https://shop.example/help' }
    const elsewhere = { url: 'https://shop.example/other' }
    await world.sent('The parcel came open', { topic: 'delivery', subject: help, answers: { orderNumber: 'A-1007' } })
    const found = ['The parcel came open']
    expect(await about(world, { topic: 'returns', answers: { orderNumber: 'a-1007 ' } })).to.deep.equal(found)
    expect(await about(world, { topic: 'returns', subject: help, story: 'My parcel never came' })).to.deep.equal([])
    expect(await about(world, { subject: help, story: 'My parcel never came' })).to.deep.equal(found)
    expect(await about(world, { subject: help, story: 'Your telephone number is wrong' })).to.deep.equal([])
    expect(await about(world, { subject: help })).to.deep.equal([])
    expect(await about(world, { subject: elsewhere, story: 'My parcel never came' })).to.deep.equal([])
    world.desk.dispose()
  })

  it('what was closed a month ago is over, and an issue is not its own predecessor', async () => {
    const world = threaded()
    const id = await world.sent('over', { topic: 'kettles' })
    world.say(id, staff('done', { at: new Date(world.clock.now()).toISOString() }))
    world.close(id)
    await world.desk.requests()
    expect(await about(world, { topic: 'kettles' })).to.deep.equal(['over'])
    expect(await about(world, { topic: 'kettles', replaces: id })).to.deep.equal([])
    await world.clock.advance(31 * day)
    expect(await about(world, { topic: 'kettles' })).to.deep.equal([])
    world.desk.dispose()
  })

  it('a store that cannot be read keeps nobody from sending', async () => {
    const world = threaded()
    await world.sent('The kettle whistles', { topic: 'kettles' })
    world.store.entries = () => Promise.reject(new Error('Hangs'))
    expect(await about(world, { topic: 'kettles' })).to.deep.equal([])
    expect(await world.desk.requests().then(() => 'none', () => 'cannot tell')).to.equal('cannot tell')
    world.desk.dispose()
  })

  it('nothing is looked for where there is nothing', async () => {
    const world = threaded()
    expect(await about(world, { topic: 'kettles' })).to.deep.equal([])
    expect(world.opened()).to.equal(0)
    world.desk.dispose()
  })
})
