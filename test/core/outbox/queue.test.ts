import { expect } from '@open-wc/testing'
import { bench, failing, issueOf, messageOf, receiptOf } from './fixtures.ts'

describe('what waits, in a few figures', () => {
  it('is nothing where nothing waits', async () => {
    const { outbox, heard } = bench()
    expect(await outbox.queue()).to.equal(undefined)
    await outbox.keep(issueOf(), [])
    await heard('accepted')
    expect(await outbox.queue()).to.equal(undefined)
  })

  it('counts issues and messages, says since when, why and until when, and leaves gaps out', async () => {
    const { outbox, clock, heard } = bench({ answer: () => Promise.reject(failing({ retry: 'later' }, 'transport/unreachable')) })
    const start = clock.now()
    const issue = issueOf()
    await outbox.keep(issue, [])
    await heard('waiting')
    await outbox.keepMessage(issue.id, messageOf(), [])
    await outbox.keep(issueOf('Nobody’s', { kind: 'gap' }), [])
    // The message stands behind its issue, and is not what is tried next.
    const queue = await outbox.queue()
    expect(queue).to.deep.include({ count: 2, refused: 0, since: start, failure: { code: 'transport/unreachable' } })
    expect(queue!.nextTry).to.be.greaterThan(clock.now())
  })

  it('tells what somebody has to act on from what goes by itself', async () => {
    const { outbox, heard } = bench({ answer: () => Promise.reject(failing({ retry: 'never', status: 422 })) })
    await outbox.keep(issueOf(), [])
    await heard('refused')
    expect(await outbox.queue()).to.deep.include({ count: 0, refused: 1 })
  })

  it('has nobody wait since tomorrow, when the clock was put back', async () => {
    const { outbox, clock, heard } = bench({ answer: () => Promise.reject(failing({ retry: 'later' })) })
    await outbox.keep(issueOf(), [])
    await heard('waiting')
    clock.set(clock.now() - 86_400_000)
    expect((await outbox.queue())!.since).to.equal(clock.now())
    expect((await outbox.queue())!.nextTry).to.be.at.most(clock.now() + 300_000)
  })

  it('is not told to somebody else who is signed in now', async () => {
    const tokenOf = (sub: string) => ['', btoa(JSON.stringify({ sub })), ''].join('.')
    let sub = 'ada'
    const { outbox, heard } = bench({ identity: async () => tokenOf(sub), answer: () => Promise.reject(failing({ retry: 'later' })) })
    await outbox.keep(issueOf(), [])
    await heard('waiting')
    sub = 'bob'
    expect(await outbox.queue()).to.equal(undefined)
    sub = 'ada'
    expect(await outbox.queue()).to.deep.include({ count: 1 })
  })

  it('ends with the last that is accepted', async () => {
    const { outbox, clock, transport, heard } = bench({ answer: () => Promise.reject(failing({ retry: 'later' })) })
    await outbox.keep(issueOf(), [])
    await heard('waiting')
    transport.answer = receiptOf
    await clock.advance(10_000)
    await heard('accepted')
    expect(await outbox.queue()).to.equal(undefined)
  })
})
