import { expect } from '@open-wc/testing'
import { createMemoryStore } from '../../../src/core/outbox/memory-store.ts'
import { movableStore } from '../../../src/core/outbox/movable-store.ts'
import type { Store } from '../../../src/core/outbox/store.ts'

const disk = (): Store => ({ ...createMemoryStore(), durable: true })

describe('a store that moves', () => {
  it('has everything at the other place afterwards, and leaves nothing behind', async () => {
    const [from, to] = [createMemoryStore(), disk()]
    const store = movableStore(from)
    await store.write({ put: [['draft:a', 'Torn'], ['journey', {}]] })
    expect(store.durable).to.equal(false)
    await store.move(to)
    expect(store.durable).to.equal(true)
    expect(await store.entries('')).to.deep.equal([['draft:a', 'Torn'], ['journey', {}]])
    expect(await to.keys('')).to.deep.equal(['draft:a', 'journey'])
    expect(await from.keys('')).to.deep.equal([])
  })

  it('has whoever asks meanwhile wait, and loses nothing that is being written', async () => {
    const from = createMemoryStore()
    let written = () => {}
    const slow: Store = { ...from, write: async changes => (await new Promise<void>(resolve => (written = resolve)), from.write(changes)) }
    const to = disk()
    const store = movableStore(slow)
    const before = store.write({ put: [['a', 1]] })
    // It has begun to be written.
    await Promise.resolve()
    const moved = store.move(to)
    const after = store.write({ put: [['b', 2]] })
    written()
    await Promise.all([before, moved, after])
    expect(await to.entries('')).to.deep.equal([['a', 1], ['b', 2]])
  })

  it('stays where it is when the other place will not take it', async () => {
    const store = movableStore(createMemoryStore())
    await store.write({ put: [['a', 1]] })
    const full: Store = { ...disk(), write: () => Promise.reject(new Error('Full')) }
    const error = await store.move(full).catch((error: unknown) => error)
    expect((error as Error).message).to.equal('Full')
    expect([store.durable, await store.get('a')]).to.deep.equal([false, 1])
  })
})
