import { expect } from '@open-wc/testing'
import { createMemoryStore } from '../../src/core/outbox/memory-store.ts'
import type { Store } from '../../src/core/outbox/store.ts'
import { deskFor } from './desk-fixtures.ts'

describe('What is typed after an issue was sent', () => {
  it('stays a draft, where the device keeps the issue', async () => {
    const memory = createMemoryStore()
    const store: Store = {
      ...memory,
      durable: true,
      write(changes) {
        if (changes.put?.some(([key]) => key.startsWith('issue:'))) desk.edit('idea', { story: 'Bulbs that last' })
        return memory.write(changes)
      },
    }
    const { desk } = deskFor({}, store)
    desk.edit('idea', { story: 'Bulbs' })
    const { issue, receipt } = await desk.submit(desk.state.drafts.get('idea')!)
    await receipt
    expect(issue.story).to.equal('Bulbs')
    expect(desk.state.drafts.get('idea')).to.include({ story: 'Bulbs that last' })
    desk.dispose()
  })

  it('stays a draft, where the issue was only in memory until its receipt came', async () => {
    const { desk, world } = deskFor()
    let release = () => {}
    const held = new Promise<void>(resolve => (release = resolve))
    world.answer = issue => held.then(() => world.receiptFor(issue))
    desk.edit('idea', { story: 'Bulbs' })
    const { receipt, durable } = await desk.submit(desk.state.drafts.get('idea')!)
    expect(durable).to.equal(false)
    desk.edit('idea', { story: 'Another idea' })
    release()
    await receipt
    await desk.requests()
    expect(desk.state.drafts.get('idea')).to.include({ story: 'Another idea' })
    desk.dispose()
  })
})
