import { expect } from '@open-wc/testing'
import type { Attachment, Issue } from '../../../src/core/issue/issue.ts'
import type { Message } from '../../../src/core/issue/thread.ts'
import { chatwoot, type ChatwootOptions } from '../../../src/core/transports/chatwoot.ts'
import { asText } from '../../../src/core/transports/describe.ts'
import { sourceOf } from '../../../src/core/transports/source-of.ts'
import { chatwootSetup } from './chatwoot-setup.ts'
import { played, troubles, type Exchange } from './exchanges.ts'
import { issue as plain, refusalOf, signal } from './fixtures.ts'
import { runKit } from './kit-run.ts'

const issue: Issue = {
  ...plain, topic: 'kettles', contact: { name: 'Ada', email: 'ada@mail.example' }, answers: { order: '7' }, rating: { scale: 'csat', value: 2, max: 5 },
  subject: { url: 'https://shop.example/kettle' }, environment: { locale: 'en' },
}
const file: Attachment = { id: 'a', name: 'a.png', type: 'image/png', size: 4, bytes: Uint8Array.of(0, 255, 13, 10).buffer }
const contacts = 'https://chat.example/public/api/v1/inboxes/inbox7/contacts'
const headers = { accept: 'application/json' }
const posted = { ...headers, 'content-type': 'application/json' }
const conversation = { id: 12, uuid: 'u', inbox_id: 7, contact_last_seen_at: 0, status: 'open', agent_last_seen_at: 0, messages: [], contact: { id: 1 } }
const message = { id: 41, content: asText(issue), message_type: 0, content_type: 'text', content_attributes: {}, created_at: 1_763_719_201, conversation_id: 12 }

/** What is asked for one issue, in order; recorded from Chatwoot's own documentation and source. */
const exchanges = async (more: { person?: object; found?: unknown[]; said?: Partial<Exchange['asks']> } = {}): Promise<Record<'contact' | 'list' | 'begin' | 'say', Exchange>> => {
  const source = await sourceOf('inbox7', issue)
  const attributes = { earshot_id: issue.id, kind: 'problem', topic: 'kettles', language: 'en', page: 'https://shop.example/kettle', rating: '2/5', answers: '{"order":"7"}' }
  return {
    contact: { asks: { method: 'POST', url: contacts, headers: posted, body: { source_id: source, ...(more.person ?? { name: 'Ada' }) } }, answers: () => Response.json({ source_id: source, pubsub_token: 'p', id: 1, name: 'Ada', email: null }) },
    list: { asks: { method: 'GET', url: `${contacts}/${source}/conversations`, headers }, answers: () => Response.json(more.found ?? []) },
    begin: { asks: { method: 'POST', url: `${contacts}/${source}/conversations`, headers: posted, body: { custom_attributes: attributes } }, answers: () => Response.json(conversation) },
    say: { asks: { method: 'POST', url: `${contacts}/${source}/conversations/12/messages`, headers: posted, body: { content: asText(issue), echo_id: issue.id }, ...more.said }, answers: () => Response.json(message) },
  }
}
const sent = async (all: Exchange[], files: Attachment[] = [], options: ChatwootOptions = {}) => {
  const { fetch, left } = played(...all)
  const receipt = await chatwoot('https://chat.example/', 'inbox7', { fetch, ...options }).send(issue, files, { signal: signal() })
  expect(left.length).to.equal(0)
  return receipt
}

describe('an issue in an inbox of Chatwoot', () => {
  it('is a contact, a conversation and a message that says all of it', async () => {
    const { contact, list, begin, say } = await exchanges()
    const receipt = await sent([contact, list, begin, say])
    expect({ ...receipt, acceptedAt: '' }).to.deep.equal({ id: issue.id, reference: '12', token: await sourceOf('inbox7', issue), acceptedAt: '' })
  })

  it('has its files beside its words', async () => {
    const said = { headers: { ...headers, 'content-type': 'multipart/form-data' }, body: [['content', asText(issue)], ['echo_id', issue.id], ['attachments[]', 'a.png', 'image/png', [0, 255, 13, 10]]] }
    const { contact, list, begin, say } = await exchanges({ said })
    await sent([contact, list, begin, say], [file])
  })

  it('finishes what an attempt before it began', async () => {
    const { contact, list, say } = await exchanges({ found: [{ ...conversation, id: 13 }, conversation] })
    expect((await sent([contact, list, say])).reference).to.equal('12')
    const whole = await exchanges({ found: [{ ...conversation, messages: [message] }] })
    expect((await sent([whole.contact, whole.list])).reference).to.equal('12')
  })

  it('is not taken for told where only a template has spoken', async () => {
    const { contact, list, say } = await exchanges({ found: [{ ...conversation, messages: [{ ...message, message_type: 3, content: 'Hello!' }] }] })
    await sent([contact, list, say])
  })

  it('makes the customer’s address the contact’s only where the owner says so', async () => {
    const { contact, list, begin, say } = await exchanges({ person: { name: 'Ada', email: 'ada@mail.example' } })
    await sent([contact, list, begin, say], [], { email: true })
  })

  it('goes on with the source that Chatwoot prefers', async () => {
    const { contact } = await exchanges()
    const list: Exchange = { asks: { method: 'GET', url: `${contacts}/own%2Fid/conversations`, headers }, answers: () => Response.json([{ ...conversation, messages: [message] }]) }
    expect((await sent([{ ...contact, answers: () => Response.json({ source_id: 'own/id' }) }, list])).token).to.equal('own/id')
  })

  const steps = ['contact', 'list', 'begin', 'say'] as const
  for (const [index, step] of steps.entries())
    for (const { what, answer, ...expected } of troubles)
      it(`is not done with ${what} at its step "${step}"`, async () => {
        const all = await exchanges()
        const before = steps.slice(0, index).map(name => all[name])
        expect(await refusalOf(sent([...before, { ...all[step], answers: answer }]))).to.include(expected)
      })

  it('is refused in Chatwoot’s own words', async () => {
    const { contact, list, begin, say } = await exchanges()
    const invalid = () => Response.json({ message: 'Content is too long', attributes: ['content'] }, { status: 422 })
    expect(await refusalOf(sent([contact, list, begin, { ...say, answers: invalid }]))).to.include({ code: 'transport/refused', retry: 'never', detail: 'Content is too long' })
    const many = () => Response.json({ message: 'Too many messages', attributes: ['base'] }, { status: 422 })
    expect(await refusalOf(sent([contact, list, begin, { ...say, answers: many }]))).to.include({ code: 'transport/busy', retry: 'later', afterMs: 60_000 })
    const unknown = () => Response.json({ error: 'Resource could not be found' }, { status: 404 })
    expect(await refusalOf(sent([{ ...contact, answers: unknown }]))).to.include({ code: 'transport/not-found', retry: 'later', detail: 'Resource could not be found' })
  })

  it('is refused before anything is begun where it is longer than a message may be, or has more files', async () => {
    const { fetch } = played()
    const transport = chatwoot('https://chat.example', 'inbox7', { fetch })
    const long = { ...issue, observations: Array.from({ length: 80 }, () => ({ text: 'x'.repeat(2_000) })) }
    expect(await refusalOf(transport.send(long, [], { signal: signal() }))).to.include({ code: 'transport/too-large', retry: 'never' })
    expect(await refusalOf(transport.send(issue, Array.from({ length: 16 }, () => file), { signal: signal() }))).to.include({ code: 'transport/too-large', retry: 'never' })
  })

  it('leaves out of the filters what is longer than they may be; it stands in the message', async () => {
    const long = { ...issue, answers: { words: 'x'.repeat(2_000) } }
    let attributes: Record<string, unknown> = {}
    const fetch: typeof globalThis.fetch = async (url, init) => {
      const body = init?.body ? (JSON.parse(init.body as string) as Record<string, Record<string, unknown>>) : {}
      attributes = body.custom_attributes ?? attributes
      return Response.json(init?.method === 'GET' ? [] : String(url).endsWith('contacts') ? { source_id: 's' } : String(url).endsWith('messages') ? message : conversation)
    }
    await chatwoot('https://chat.example', 'inbox7', { fetch }).send(long, [], { signal: signal() })
    expect([attributes.topic, 'answers' in attributes]).to.deep.equal(['kettles', false])
  })

  for (const lost of ['contacts', 'conversations', 'messages'])
    it(`is there once where the answer about ${lost} was lost`, async () => {
      const { transport, backend, conversations, lose } = chatwootSetup()
      lose(lost)
      expect((await refusalOf(transport.send(issue, [], { signal: signal() }))).retry).to.equal('later')
      backend.mood('accept')
      const { reference } = await transport.send(issue, [], { signal: signal() })
      expect([reference, conversations.length, conversations[0]!.messages.length]).to.deep.equal(['1', 1, 1])
    })

  it('can be opened by nobody who only knows its id', async () => {
    const source = await sourceOf('inbox7', issue)
    expect(source).to.match(/^[\da-f]{64}$/)
    expect(await sourceOf('inbox7', { ...issue })).to.equal(source)
    expect(await sourceOf('inbox8', issue)).not.to.equal(source)
    expect(await sourceOf('inbox7', { ...issue, createdAt: '2026-11-21T10:00:00.001Z' })).not.to.equal(source)
  })

  for (const [what, make, code] of [
    ['another scheme', () => chatwoot('ftp://chat.example', 'inbox7'), 'transport/no-endpoint'],
    ['no inbox', () => chatwoot('https://chat.example', ''), 'transport/wrong-option'],
    ['a path for an inbox', () => chatwoot('https://chat.example', '../accounts'), 'transport/wrong-option'],
  ] as const)
    it(`cannot go to ${what}`, () => {
      expect(make).to.throw().with.property('code', code)
    })
})

describe('a conversation in Chatwoot', () => {
  const receipt = { id: issue.id, reference: '12', token: 'source', acceptedAt: '' }
  const agent = { id: 3, name: 'Ilse', avatar_url: 'https://chat.example/i.png', type: 'user', availability_status: 'online' }
  const at = new Date(1_763_719_201_000).toISOString()
  const read = async (status: string, ...messages: object[]) => {
    const answers = () => Response.json([{ ...conversation, id: 11 }, { ...conversation, status, messages: [message, ...messages] }])
    const { fetch } = played({ asks: { method: 'GET', url: `${contacts}/source/conversations`, headers }, answers })
    return chatwoot('https://chat.example', 'inbox7', { fetch }).thread!(receipt, { signal: signal() })
  }

  it('shows what agents and the customer said after the issue, by name', async () => {
    const thread = await read('open',
      { ...message, id: 42, message_type: 1, content: 'We look into it', sender: agent }, { ...message, id: 43, content: 'Thanks' },
      { ...message, id: 44, message_type: 1, content: '', sender: { ...agent, avatar_url: '' }, attachments: [{ id: 1, file_type: 'image', data_url: 'https://chat.example/plan.png' }] })
    expect(thread).to.deep.equal({
      id: issue.id, reference: '12', status: 'answered', owner: { name: 'Ilse' },
      messages: [
        { id: '42', at, from: 'staff', author: { name: 'Ilse', avatar: 'https://chat.example/i.png' }, text: 'We look into it' },
        { id: '43', at, from: 'customer', text: 'Thanks' },
        { id: '44', at, from: 'staff', author: { name: 'Ilse' }, text: 'https://chat.example/plan.png' },
      ],
    })
  })

  it('shows neither notes among agents nor what happened behind the scenes', async () => {
    const thread = await read('open', { ...message, id: 42, message_type: 2, content: 'Assigned to Ilse' }, { ...message, id: 43, message_type: 1, private: true, content: 'A liar' }, null as unknown as object, { id: 'x' })
    expect(thread.messages).to.deep.equal([])
  })

  it('says whose turn it is; what a template says is no answer', async () => {
    const template = { ...message, id: 42, message_type: 3, content: 'We are back on Monday' }
    const reply = { ...message, id: 43, message_type: 1, content: 'Done', sender: agent }
    expect([(await read('open')).status, (await read('pending', template)).status, (await read('snoozed', reply)).status, (await read('resolved', reply)).status])
      .to.deep.equal(['open', 'open', 'answered', 'closed'])
    expect((await read('pending', template)).messages).to.deep.equal([{ id: '42', at, from: 'staff', text: 'We are back on Monday' }])
  })

  it('of somebody else, or none, is not asked for again', async () => {
    const { fetch } = played({ asks: { method: 'GET', url: `${contacts}/source/conversations`, headers }, answers: () => Response.json([{ ...conversation, id: 99 }]) })
    expect(await refusalOf(chatwoot('https://chat.example', 'inbox7', { fetch }).thread!(receipt, { signal: signal() }))).to.include({ code: 'transport/not-found', retry: 'never' })
  })

  const replies: [string, Partial<Message>, string][] = [
    ['as it is', { text: 'Still\r\nwhistles ' }, 'Still\r\nwhistles '],
    ['with what is solved', { text: '', kind: 'solved' }, 'It is solved.'],
    ['with its rating', { text: 'Quick', kind: 'rating', rating: { scale: 'csat', value: 5, max: 5 } }, 'Quick\n\n5 of 5 (csat)'],
    ['with its answers', { text: '', kind: 'answer', answers: { order: '7', parts: ['lid'] } }, 'order: 7\n\nparts: ["lid"]'],
  ]
  for (const [what, more, content] of replies)
    it(`takes a reply ${what}`, async () => {
      const { fetch, left } = played({ asks: { method: 'POST', url: `${contacts}/source/conversations/12/messages`, headers: posted, body: { content, echo_id: 'm1' } }, answers: () => Response.json({ ...message, id: 50 }) })
      const transport = chatwoot('https://chat.example', 'inbox7', { fetch })
      const reply: Message = { id: 'm1', at, from: 'customer', text: '', ...more }
      await transport.reply!(receipt, reply, { signal: signal() })
      await transport.reply!(receipt, reply, { signal: signal() })
      expect(left.length).to.equal(0)
    })
})

describe('a reply whose answer was lost', () => {
  const reply = (text: string, id: string): Message => ({ id, at: '2026-11-21T12:00:00.000Z', from: 'customer', text })
  const opened = async () => {
    const setup = chatwootSetup()
    const receipt = await setup.transport.send(issue, [], { signal: signal() })
    const say = (message: Message) => setup.transport.reply!(receipt, message, { signal: signal() })
    await setup.transport.thread!(receipt, { signal: signal() })
    await say(reply('Hello?', 'm1'))
    return { ...setup, receipt, say }
  }

  it('is not said again', async () => {
    const { say, lose, backend, conversations } = await opened()
    lose('messages')
    expect((await refusalOf(say(reply('Anybody?', 'm2')))).retry).to.equal('later')
    backend.mood('accept')
    await say(reply('Anybody?', 'm2'))
    expect(conversations[0]!.messages.slice(1).map(({ content }) => content)).to.deep.equal(['Hello?', 'Anybody?'])
  })

  it('is not taken for the same words of before', async () => {
    const { say, backend, conversations } = await opened()
    backend.mood('down')
    expect((await refusalOf(say(reply('Hello?', 'm2')))).retry).to.equal('later')
    backend.mood('accept')
    await say(reply('Hello?', 'm2'))
    expect(conversations[0]!.messages.slice(1).map(({ content }) => content)).to.deep.equal(['Hello?', 'Hello?'])
  })
})

describe('the transport kit, run on Chatwoot', () => runKit(chatwootSetup))
