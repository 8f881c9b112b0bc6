import { expect } from '@open-wc/testing'
import type { Receipt } from '../../../src/core/issue/receipt.ts'
import type { OutboxRecord } from '../../../src/core/outbox/record.ts'
import { bench, failing, issueOf, receiptOf } from './fixtures.ts'

describe('keeping', () => {
  it('writes first, then says kept, then sends', async () => {
    const { outbox, store, transport, heard, statuses } = bench()
    const write = store.write.bind(store)
    const steps: string[] = []
    store.write = async changes => {
      await write(changes)
      if (changes.put?.some(([key]) => key.startsWith('issue:'))) steps.push('written')
    }
    outbox.subscribe(({ status }) => steps.push(status))
    transport.answer = issue => (steps.push('sent'), receiptOf(issue))
    await outbox.keep(issueOf(), [])
    await heard('accepted')
    expect(steps).to.deep.equal(['written', 'kept', 'sending', 'sent', 'accepted'])
    expect(statuses()).to.equal('kept sending accepted')
  })

  it('says that a store in memory is not durable', async () => {
    expect(await bench().outbox.keep(issueOf(), [])).to.deep.equal({ durable: false })
  })

  it('takes the same issue twice as one', async () => {
    const { outbox, transport, heard } = bench()
    const issue = issueOf()
    await Promise.all([outbox.keep(issue, []), heard('kept').then(() => outbox.keep(issue, []))])
    await heard('accepted')
    await outbox.drain()
    expect(transport.calls.length).to.equal(1)
  })

  it('refuses other words under an id it already keeps', async () => {
    const { outbox, heard } = bench({ answer: () => Promise.reject(failing({ retry: 'later' })) })
    const issue = issueOf()
    await outbox.keep(issue, [])
    await heard('waiting')
    const thrown = await outbox.keep({ ...issue, story: 'Something else' }, []).catch(error => error)
    expect(thrown.code).to.equal('outbox/already-kept')
  })

  it('sends the bytes of a file as they were kept, on each attempt', async () => {
    const { outbox, clock, transport, heard } = bench({ answer: () => Promise.reject(failing({ retry: 'later' })) })
    const bytes = new Uint8Array([1, 2, 3]).buffer
    await outbox.keep(issueOf(), [{ id: 'a', name: 'a.png', type: 'image/png', size: 3, bytes }])
    await heard('waiting')
    new Uint8Array(transport.calls[0]!.attachments[0]!.bytes).fill(9)
    transport.answer = receiptOf
    await clock.advance(10_000)
    expect([...new Uint8Array(transport.calls[1]!.attachments[0]!.bytes)]).to.deep.equal([1, 2, 3])
  })

  it('sends in the order of birth, not by the clock', async () => {
    const { outbox, clock, transport } = bench({ answer: () => Promise.reject(failing({ retry: 'later' })) })
    const stories = ['first', 'second', 'third']
    for (const story of stories) {
      await outbox.keep(issueOf(story), [])
      clock.set(clock.now() - 86_400_000)
    }
    await clock.advance(3_000)
    expect((await outbox.records()).map(({ body }) => JSON.parse(body).story)).to.deep.equal(stories)
    expect(transport.calls.slice(0, 3).map(({ body }) => JSON.parse(body).story)).to.deep.equal(stories)
  })
})

describe('a receipt', () => {
  const notReceipts: [string, unknown][] = [
    ['nothing', undefined],
    ['null', null],
    ['a text', 'ok'],
    ['an empty object', {}],
    ['a list', []],
    ['one for another issue', { id: 'another', reference: 'K-1', acceptedAt: '' }],
  ]
  for (const [what, answer] of notReceipts)
    it(`is not ${what}: the issue waits`, async () => {
      const { outbox, heard } = bench({ answer: () => answer })
      await outbox.keep(issueOf(), [])
      expect((await heard('waiting')).failure?.code).to.equal('transport/not-a-receipt')
      expect((await outbox.records()).length).to.equal(1)
    })

  it('replaces the issue by its request in one write', async () => {
    const { outbox, store, heard } = bench()
    const writes: unknown[] = []
    const write = store.write.bind(store)
    store.write = changes => (writes.push(changes), write(changes))
    const issue = issueOf()
    await outbox.keep(issue, [])
    await heard('accepted')
    expect(writes).to.deep.include({
      put: [[`request:${issue.id}`, { version: 1, issue, receipt: receiptOf(issue) }]],
      delete: [`issue:${issue.id}`],
    })
    expect(await outbox.records()).to.deep.equal([])
    expect(await outbox.requests()).to.deep.equal([{ version: 1, issue, receipt: receiptOf(issue) }])
  })

  it('is stored as plain data, whatever the transport made it of', async () => {
    const { outbox, heard } = bench({ answer: issue => ({ ...receiptOf(issue), again: () => {} }) })
    await outbox.keep(issueOf(), [])
    expect((await heard('accepted')).receipt).not.to.have.property('again')
    expect((await outbox.requests()).length).to.equal(1)
  })

  it('lists what was accepted newest first', async () => {
    const { outbox, clock } = bench()
    for (const [i, story] of ['old', 'newer', 'newest'].entries())
      await outbox.keep(issueOf(story, { id: `01935b2e-7c0${i}-7fff-bfff-ffffffffffff` }), [])
    await clock.advance(2_000)
    expect((await outbox.requests()).map(({ issue }) => issue.story)).to.deep.equal(['newest', 'newer', 'old'])
  })
})

describe('a refusal', () => {
  const never = () => Promise.reject(failing({ retry: 'never', status: 422, detail: 'Too short', pointer: '/story' }, 'transport/refused'))

  it('keeps the issue, visible, with the backend’s words, does not send it again, and the integrator is told', async () => {
    const { outbox, clock, transport, heard, problems } = bench({ answer: never })
    await outbox.keep(issueOf(), [])
    const failure = { code: 'transport/refused', status: 422, detail: 'Too short', pointer: '/story' }
    expect((await heard('refused')).failure).to.deep.equal(failure)
    await clock.advance(86_400_000)
    await outbox.drain({ force: true })
    expect(transport.calls.length).to.equal(1)
    const [record] = await outbox.records()
    expect(record).to.deep.include({ status: 'refused', failure })
    expect(problems.map(({ code }) => code)).to.deep.equal(['transport/refused'])
  })

  it('ends with the corrected issue: the old one goes in the same write', async () => {
    const { outbox, store, transport, heard } = bench({ answer: never })
    const old = issueOf('Hm')
    await outbox.keep(old, [])
    await heard('refused')
    const writes: unknown[] = []
    const write = store.write.bind(store)
    store.write = changes => (writes.push([changes.put?.map(([key]) => key), changes.delete]), write(changes))
    transport.answer = () => new Promise(() => {})
    const issue = issueOf('The kettle whistles', { replaces: old.id })
    await outbox.keep(issue, [])
    expect(writes[0]).to.deep.equal([[`issue:${issue.id}`], [`issue:${old.id}`]])
    expect((await outbox.records()).map(({ id }) => id)).to.deep.equal([issue.id])
  })

  it('does not remove an issue that is merely waiting, whatever a new one says it replaces', async () => {
    const { outbox, heard } = bench({ answer: () => Promise.reject(failing({ retry: 'later' })) })
    const old = issueOf()
    await outbox.keep(old, [])
    await heard('waiting')
    const issue = issueOf('Again', { replaces: old.id })
    await outbox.keep(issue, [])
    expect((await outbox.records()).map(({ id }) => id)).to.deep.equal([old.id, issue.id])
  })
})

describe('discarding', () => {
  it('forgets an issue at the customer’s own hand', async () => {
    const { outbox, clock, transport, heard } = bench({ answer: () => Promise.reject(failing({ retry: 'later' })) })
    const issue = issueOf()
    await outbox.keep(issue, [])
    await heard('waiting')
    await outbox.discard(issue.id)
    await clock.advance(600_000)
    expect(await outbox.records()).to.deep.equal([])
    expect(transport.calls.length).to.equal(1)
  })

  it('is not undone by an attempt that was under way, whether it fails or is accepted', async () => {
    for (const outcome of ['fails', 'accepted'] as const) {
      const { outbox, heard, transport, store } = bench()
      let end!: (how: typeof outcome) => void
      transport.answer = issue =>
        new Promise<Receipt>((resolve, reject) => (end = how => (how === 'fails' ? reject(failing({ retry: 'later' })) : resolve(receiptOf(issue)))))
      const issue = issueOf()
      await outbox.keep(issue, [])
      await heard('sending')
      await outbox.discard(issue.id)
      end(outcome)
      await outbox.drain()
      expect(await store.entries('issue:')).to.deep.equal([])
      expect(await store.entries('request:')).to.deep.equal([])
    }
  })
})

describe('disposing', () => {
  it('lets an attempt under way end well and starts no other', async () => {
    const { outbox, clock, heard, transport, store, problems } = bench({ channel: name => new BroadcastChannel(name) })
    let end!: () => void
    transport.answer = issue => new Promise<Receipt>(resolve => (end = () => resolve(receiptOf(issue))))
    const [first, second] = [issueOf(), issueOf()]
    await outbox.keep(first, [])
    await heard('sending')
    await outbox.keep(second, [])
    outbox.dispose()
    end()
    await outbox.drain()
    await clock.advance(600_000)
    expect(await store.get(`request:${first.id}`)).to.deep.include({ receipt: receiptOf(first) })
    expect(transport.calls.map(({ id }) => id)).to.deep.equal([first.id])
    expect(problems).to.deep.equal([])
  })
})

describe('frozen bytes', () => {
  it('are the same characters on every attempt, with every odd one in them', async () => {
    const { outbox, clock, transport } = bench({ answer: () => Promise.reject(failing({ retry: 'later' })) })
    const story = 'é e\u0301 \u2028 \u0000 \ud83d\udc1f \ud800 "\\ </script> \u202e'
    const issue = issueOf(story, { answers: { 10: 'ten', 2: 'two', b: -0, a: 1e21, deep: [[], {}, [undefined]] }, gone: undefined })
    await outbox.keep(issue, [])
    await clock.advance(60_000)
    const bodies = new Set(transport.calls.map(({ body }) => body))
    expect(transport.calls.length).to.be.greaterThan(3)
    expect([...bodies]).to.deep.equal([JSON.stringify(issue)])
  })

  it('do not change when the caller changes the issue afterwards', async () => {
    const { outbox, transport, heard } = bench()
    const issue = issueOf('As typed', { answers: { order: '1' } })
    const keeping = outbox.keep(issue, [])
    issue.answers!.order = '2'
    await keeping
    await heard('accepted')
    expect(JSON.parse(transport.calls[0]!.body).answers).to.deep.equal({ order: '1' })
  })

  it('are checked before each send: a body that no longer fits its checksum is set aside', async () => {
    const { outbox, store, clock, transport, heard, problems } = bench({ answer: () => Promise.reject(failing({ retry: 'later' })) })
    const issue = issueOf()
    await outbox.keep(issue, [])
    await heard('waiting')
    const record = (await store.get<OutboxRecord>(`issue:${issue.id}`))!
    await store.write({ put: [[`issue:${issue.id}`, { ...record, body: record.body.replace('kettle', 'cattle') }]] })
    await clock.advance(60_000)
    expect(transport.calls.length).to.equal(1)
    expect(problems.map(({ code }) => code)).to.deep.equal(['outbox/corrupt'])
  })
})
