import { expect } from '@open-wc/testing'
import type { Attachment } from '../../src/core/issue/issue.ts'
import type { Receipt } from '../../src/core/issue/receipt.ts'
import type { Message, MessageKind } from '../../src/core/issue/thread.ts'
import { TransportError } from '../../src/core/transports/transport.ts'
import { deskFor, until } from './desk-fixtures.ts'

const mail = 'bob@example.com'

/** A desk with one issue the backend has, and what it hears of messages. */
async function withIssue() {
  const set = deskFor()
  const heard: { to: Receipt; message: Message; files: readonly Attachment[] | undefined }[] = []
  const world = { take: async () => {} }
  set.world.transport.reply = async (to, message, { attachments }) => {
    await world.take()
    heard.push({ to, message, files: attachments })
  }
  const { issue, receipt } = await set.desk.submit({ kind: 'problem', story: 'It hums' })
  return { ...set, heard, take: (take: () => Promise<void>) => (world.take = take), issue, issueReceipt: await receipt }
}

const codeOf = (work: Promise<unknown>) => work.then(() => 'nothing thrown', (error: { code: string }) => error.code)

describe('A reply', () => {
  it('is kept first, and then brought to its issue with the receipt of that', async () => {
    const { desk, issue, issueReceipt, heard } = await withIssue()
    const { id, receipt, issue: of, durable } = await desk.reply(issue.id, '  It still hums  ')
    expect([of.id, durable]).to.deep.equal([issue.id, false])
    expect(await receipt).to.deep.equal(issueReceipt)
    expect(heard.map(({ to, message }) => [to.reference, message.id, message.text, message.from])).to.deep.equal([[issueReceipt.reference, id, 'It still hums', 'customer']])
    desk.dispose()
  })

  it('is in the state until the backend has it, and from then on in the thread', async () => {
    const { desk, issue, take } = await withIssue()
    let arrive = () => {}
    const asked = new Promise<void>(begun => take(() => (begun(), new Promise(resolve => (arrive = resolve)))))
    const { id, receipt } = await desk.reply(issue.id, 'Hello?')
    await asked
    const { messages } = await until(desk, state => state.messages?.get(id)?.status === 'sending')
    expect(messages!.get(id)).to.include({ to: issue.id, attempts: 1, durable: false })
    expect(messages!.get(id)!.message.text).to.equal('Hello?')
    arrive()
    await receipt
    const after = await until(desk, state => !state.messages!.has(id))
    expect(after.threads?.get(issue.id)?.messages.map(message => message.id), 'it is never in neither').to.deep.equal([id])
    const [request] = await desk.requests()
    expect(request!.thread!.messages.map(({ id, text }) => [id, text])).to.deep.equal([[id, 'Hello?']])
    desk.dispose()
  })

  it('survives the page: the next one shows it and sends it', async () => {
    const { desk, issue, take, make, heard } = await withIssue()
    take(() => Promise.reject(new TransportError('transport/failed', 'No', { retry: 'later' })))
    const { id } = await desk.reply(issue.id, 'After the reload')
    await until(desk, state => state.messages?.get(id)?.status === 'waiting')
    desk.dispose()
    take(async () => {})
    const next = make()
    await next.flush()
    await until(next, state => state.messages?.get(id) === undefined)
    expect(heard.map(({ message }) => message.text)).to.deep.equal(['After the reload'])
    next.dispose()
  })

  it('to an issue that is still on its way follows it', async () => {
    const { desk, world } = deskFor()
    const heard: string[] = []
    world.transport.reply = async ({ reference }, { text }) => void heard.push(`${reference} ${text}`)
    let accept = () => {}
    const asked = new Promise<void>(begun => {
      world.answer = issue => (begun(), new Promise(resolve => (accept = () => resolve(world.receiptFor(issue)))))
    })
    const { issue } = await desk.submit({ kind: 'problem', story: 'It hums' })
    await asked
    const { receipt } = await desk.reply(issue.id, 'And it smells')
    expect(heard).to.deep.equal([])
    accept()
    await receipt
    expect(heard).to.deep.equal(['E-0 And it smells'])
    desk.dispose()
  })

  it('that the backend refuses says why, stays, and can be taken back', async () => {
    const { desk, issue, take } = await withIssue()
    take(() => Promise.reject(new TransportError('transport/refused', 'No', { retry: 'never', detail: 'Too long' })))
    const { id, receipt } = await desk.reply(issue.id, 'x')
    expect(await codeOf(receipt)).to.equal('transport/refused')
    const { messages } = await until(desk, state => state.messages?.get(id)?.status === 'refused')
    expect(messages!.get(id)!.failure).to.include({ detail: 'Too long' })
    expect(await desk.withdraw(id)).to.equal(true)
    await until(desk, state => !state.messages!.has(id))
    desk.dispose()
  })

  it('brings what looks personal only where the customer said so', async () => {
    const { desk, issue, heard } = await withIssue()
    await (await desk.reply(issue.id, `Write to ${mail}`, { answers: { note: mail } })).receipt
    await (await desk.reply(issue.id, `Write to ${mail}`, { revealed: [mail] })).receipt
    expect(heard.map(({ message }) => message.text)).to.deep.equal(['Write to [email]', `Write to ${mail}`])
    expect(heard[0]!.message.answers).to.deep.equal({ note: '[email]' })
    expect(heard[1]!.message).not.to.have.any.keys('revealed', 'kind', 'answers', 'answerTo')
    desk.dispose()
  })

  it('gives an address to whoever asks for one', async () => {
    const { desk, issue, heard, world, issueReceipt } = await withIssue()
    const question: Message = {
      id: 'q1', at: '2026-11-21T11:00:00.000Z', from: 'staff', text: 'How can we reach you?', kind: 'question',
      fields: [{ name: 'reach', type: 'email', label: 'E-mail' }, { name: 'note', type: 'text' }],
    }
    world.transport.thread = async () => ({ id: issue.id, reference: issueReceipt.reference, status: 'answered', messages: [question] })
    await desk.requests()
    const answer = { kind: 'answer', answerTo: 'q1', answers: { reach: mail, note: mail } } as const
    await (await desk.reply(issue.id, '', answer)).receipt
    expect(heard[0]!.message).to.deep.include({ text: '', kind: 'answer', answerTo: 'q1', answers: { reach: mail, note: '[email]' } })
    desk.dispose()
  })

  it('carries its files beside it, and only their description in it', async () => {
    const { desk, issue, heard } = await withIssue()
    const file: Attachment = { id: 'a1', name: 'hum.png', type: 'image/png', size: 2, bytes: new Uint8Array([1, 2]).buffer }
    await (await desk.reply(issue.id, '', { attachments: [file] })).receipt
    const { message, files } = heard[0]!
    expect(message.attachments).to.deep.equal([{ id: 'a1', name: 'hum.png', type: 'image/png', size: 2 }])
    expect([...new Uint8Array(files![0]!.bytes)]).to.deep.equal([1, 2])
    desk.dispose()
  })

  it('may say all by its kind, or by a rating', async () => {
    const { desk, issue, heard } = await withIssue()
    await (await desk.reply(issue.id, '', { kind: 'solved' })).receipt
    await (await desk.reply(issue.id, '', { kind: 'rating', rating: { scale: 'csat', value: 5, max: 5 } })).receipt
    expect(heard.map(({ message: { text, kind, rating } }) => [text, kind, rating?.value])).to.deep.equal([['', 'solved', undefined], ['', 'rating', 5]])
    desk.dispose()
  })
})

describe('A reply is refused before it is kept', () => {
  it('when it says nothing', async () => {
    const { desk, issue } = await withIssue()
    for (const extra of [{}, { kind: 'answer' }, { kind: 'rating' }, { answers: {} }, { answers: { a: ' ' } }, { attachments: [] }] as const)
      expect(await codeOf(desk.reply(issue.id, ' \n ', { ...extra } as { kind?: MessageKind })), JSON.stringify(extra)).to.equal('desk/empty-message')
    desk.dispose()
  })

  it('when it is not of the agreed shape', async () => {
    const { desk, issue, store } = await withIssue()
    const wrong: [string, unknown, object][] = [
      ['issue/invalid', 'x'.repeat(10_001), {}],
      ['issue/invalid', 7, {}],
      ['issue/invalid', 'Hello', { rating: { scale: 'csat', value: 9, max: 5 } }],
      ['issue/invalid', 'Hello', { answerTo: {} }],
      ['issue/invalid', 'Hello', { answers: ['no'] }],
      ['desk/wrong-message', 'Hello', { kind: 'question' }],
      ['desk/wrong-message', 'Hello', { kind: '__proto__' }],
    ]
    for (const [code, text, extra] of wrong) expect(await codeOf(desk.reply(issue.id, text as string, extra)), JSON.stringify(extra)).to.equal(code)
    expect(await store.entries('issue:')).to.deep.equal([])
    desk.dispose()
  })

  it('when nobody knows the issue, or the transport carries no messages', async () => {
    const { desk, issue, world } = await withIssue()
    expect(await codeOf(desk.reply('nobody-knows', 'Hello'))).to.equal('desk/unknown-issue')
    delete world.transport.reply
    expect(await codeOf(desk.reply(issue.id, 'Hello'))).to.equal('desk/no-thread')
    desk.dispose()
  })
})

describe('A message on its way', () => {
  it('is forgotten with all the rest', async () => {
    const { desk, issue, take, store } = await withIssue()
    take(() => Promise.reject(new TransportError('transport/failed', 'No', { retry: 'later' })))
    const { id } = await desk.reply(issue.id, 'Hello?')
    await until(desk, state => state.messages?.get(id)?.status === 'waiting')
    await desk.forget()
    expect(desk.state.messages!.size).to.equal(0)
    expect(await store.entries('issue:')).to.deep.equal([])
    desk.dispose()
  })
})
