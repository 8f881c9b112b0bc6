import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { describe, it } from 'node:test'
import { systemClock } from '../../../src/core/support/clock.ts'
import { zendesk, type ZendeskOptions } from '../../../src/receiver/forwarders/zendesk.ts'
import { transportPromises, type TransportSetup } from '../../../src/testing/transport-kit.ts'
import { assertSilent, fakeService, fileOf, hostile, issueOf, messageOf, refusal, signal } from './fake-service.ts'

const token = 'zd-token-secret'
const now = Date.parse('2026-11-22T12:00:00Z')

interface Comment { html_body: string; uploads?: string[]; author_id?: number }
interface Ticket {
  id: number
  subject: string
  external_id: string
  comment: Comment
  created_at: string
  requester_id: number
  requester?: { name: string; email: string; locale?: string }
  tags?: string[]
  custom_fields?: { id: number; value: unknown }[]
}

/** Zendesk, as https://developer.zendesk.com/api-reference/ticketing has it: keys hold for one body, uploads until a comment names them. */
function fakeZendesk() {
  const tickets: Ticket[] = []
  const keys = new Map<string, { body: string; ticket: Ticket }>()
  const uploads = new Map<string, { name: string; type: string; bytes: ArrayBuffer }>()
  const audits: { metadata: { custom: object }; status?: string; comment: Comment }[] = []
  const service = fakeService(({ method, url, path, headers, json, bytes }) => {
    assert.equal(url.origin, 'https://shop.zendesk.com')
    assert.equal(headers.get('authorization'), `Basic ${Buffer.from(`agent@shop.example/token:${token}`).toString('base64')}`)
    assert.equal(headers.get('accept'), 'application/json')
    if (method === 'POST' && path === '/api/v2/uploads') {
      const id = `upload-${uploads.size + 1}`
      uploads.set(id, { name: url.searchParams.get('filename')!, type: headers.get('content-type')!, bytes: bytes!.buffer })
      return Response.json({ upload: { token: id } }, { status: 201 })
    }
    if (method === 'GET' && path === '/api/v2/tickets') {
      return Response.json({ tickets: tickets.filter(({ external_id }) => external_id === url.searchParams.get('external_id')) })
    }
    if (method === 'POST' && path === '/api/v2/tickets') {
      const [key, body] = [headers.get('idempotency-key')!, JSON.stringify(json)]
      const before = keys.get(key)
      if (before && before.body !== body) {
        return Response.json({ error: 'IdempotentRequestError', description: 'Request parameters do not match the given idempotency key' }, { status: 400 })
      }
      const ticket = before?.ticket ?? { ...(json as { ticket: Ticket }).ticket, id: tickets.length + 35_436, created_at: '2026-11-22T12:00:00Z', requester_id: 7 }
      if (!before) tickets.push(ticket)
      keys.set(key, { body, ticket })
      return Response.json({ ticket }, { status: 201 })
    }
    if (method === 'GET' && path === '/api/v2/tickets/35436') return Response.json({ ticket: tickets[0] })
    if (method === 'GET' && path === '/api/v2/tickets/35436/audits') {
      const [size, page] = [Number(url.searchParams.get('per_page')), Number(url.searchParams.get('page'))]
      return Response.json({ audits: audits.slice((page - 1) * size, page * size) })
    }
    if (method === 'PUT' && path === '/api/v2/tickets/35436') {
      const { metadata, ...change } = (json as { ticket: { metadata: object; comment: Comment; status?: string } }).ticket
      audits.push({ metadata: { custom: metadata }, ...change })
      return Response.json({ ticket: tickets[0] })
    }
    throw new Error(`Zendesk knows no ${method} ${path}`)
  }, () => Response.json({ error: 'RecordInvalid', description: 'Record validation errors', details: { email: [{ description: 'Email: x is not properly formatted' }] } }, { status: 422 }))
  return { ...service, tickets, uploads, audits }
}

const clock = { now: () => now, after: () => () => {} }
const open = (service: { fetch: typeof globalThis.fetch }, more: Partial<ZendeskOptions> = {}) =>
  zendesk({ subdomain: 'shop', email: 'agent@shop.example', token, fetch: service.fetch, clock, ...more })

const references: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" }
/** What a person reads in a paragraph. */
const read = (html: string) => html.replace(/<br>/g, '\n').replace(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => references[name]!).replaceAll('\u2060', '')
const below = (html: string, label: string) =>
  read(new RegExp(`<p dir="auto"><strong>${label}</strong></p>\n<p dir="auto" style="white-space: pre-wrap">([^]*?)</p>`).exec(html)![1]!)

describe('the transport kit, run on Zendesk', () => {
  const make = (): TransportSetup => {
    const service = fakeZendesk()
    const taken = () => service.tickets.map(({ comment, external_id }) => ({
      id: external_id,
      story: below(comment.html_body, 'What was said'),
      files: (comment.uploads ?? []).map(id => service.uploads.get(id)!),
    }))
    return { transport: open(service, { clock: { ...systemClock, now: () => now } }), backend: service.backend(taken), secret: token }
  }
  for (const { title, run } of transportPromises(make)) it(title, run)
})

describe('Zendesk tickets', () => {
  it('are made in the customer’s name, with files, tags and fields of the owner’s', async () => {
    const service = fakeZendesk()
    const issue = issueOf({ contact: { name: 'Ann Aal', email: 'ann@home.example' }, answers: { order: '7' }, environment: { locale: 'de' } })
    const forwarder = open(service, { tags: ['from_customers'], fields: { 360001: 'answers.order', 360002: 'topic' }, caseUrl: ({ id }) => `https://shop.example/inbox/${id}` })
    const receipt = await forwarder.send(issue, [fileOf('käse & "co".png')], { signal: signal() })
    assert.deepEqual(receipt, { id: issue.id, reference: '#35436', url: 'https://shop.zendesk.com/agent/tickets/35436', acceptedAt: '2026-11-22T12:00:00Z' })
    const [{ subject, external_id, requester, tags, custom_fields, comment }] = service.tickets as [Ticket]
    assert.deepEqual({ subject, external_id, tags, requester }, {
      subject: 'It whistles', external_id: issue.id, tags: ['from_customers'], requester: { name: 'Ann Aal', email: 'ann@home.example', locale: 'de' },
    })
    assert.deepEqual(custom_fields, [{ id: 360001, value: '7' }])
    assert.equal(below(comment.html_body, 'What was said'), 'It whistles at night')
    assert.ok(comment.html_body.includes(`<a href="https://shop.example/inbox/${issue.id}">`))
    assert.deepEqual(comment.uploads!.map(id => service.uploads.get(id)!.name), ['käse & "co".png'])
  })

  it('name nobody where there is no address that could be one', async () => {
    for (const email of [undefined, '', 'ann', 'ann@home', 'a@b.example\r\nx', 'a@b.example, c@d.example', '<a@b.example>']) {
      const service = fakeZendesk()
      await open(service).send(issueOf({ contact: { name: 'Ann', ...(email !== undefined && { email }) } }), [], { signal: signal() })
      assert.equal(service.tickets[0]!.requester, undefined, String(email))
    }
  })

  it('keep a customer’s words as they are: no markup, no placeholder', async () => {
    const service = fakeZendesk()
    const story = `${hostile}\n{{ticket.requester.email}} {% if true %}{{{x}}}{% endif %}`
    await open(service).send(issueOf({ story, summary: '{{ticket.title}}', answers: { '<b>{{x}}</b>': 'y' } }), [], { signal: signal() })
    const { subject, comment: { html_body } } = service.tickets[0]!
    assert.equal(below(html_body, 'What was said'), story)
    assert.doesNotMatch(html_body + subject, /\{[{%]/)
    assert.doesNotMatch(html_body.replace(/<\/?(?:p|strong|br)(?: dir="auto")?(?: style="white-space: pre-wrap")?>/g, ''), /[<>]/)
  })

  it('are found by the issue’s id when an attempt follows another one, and when a key no longer fits', async () => {
    const service = fakeZendesk()
    const forwarder = open(service)
    const first = await forwarder.send(issueOf(), [fileOf()], { signal: signal() })
    assert.deepEqual(await forwarder.send(issueOf(), [fileOf()], { signal: signal(), again: true }), first)
    assert.equal(service.uploads.size, 1)
    // Files have other names then, and Zendesk refuses the key for another body.
    assert.deepEqual(await forwarder.send(issueOf(), [fileOf()], { signal: signal() }), first)
    assert.equal(service.tickets.length, 1)
  })

  it('take what is said later once, in the customer’s name, and open again where it asks for something', async () => {
    const service = fakeZendesk()
    const forwarder = open(service)
    const receipt = await forwarder.send(issueOf(), [], { signal: signal() })
    for (let times = 0; times < 2; times++) await forwarder.reply!(receipt, messageOf(), { signal: signal(), attachments: [fileOf()] })
    await forwarder.reply!(receipt, messageOf({ id: 'm2', kind: 'praise', text: '' }), { signal: signal() })
    const [asked, praise] = service.audits
    assert.equal(service.audits.length, 2)
    assert.deepEqual([asked!.status, asked!.comment.author_id, asked!.comment.uploads], ['open', 7, ['upload-1']])
    assert.equal(below(asked!.comment.html_body, 'The customer writes'), 'Still whistles')
    assert.equal(praise!.status, undefined)
    await refusal(forwarder.reply!({ ...receipt, reference: '../users/1' }, messageOf(), { signal: signal() }))
  })

  it('do not wait for a file that Zendesk will not have', async () => {
    const service = fakeZendesk()
    const forwarder = zendesk({
      subdomain: 'shop', email: 'agent@shop.example', token, clock,
      fetch: async (input, init) => (String(input).includes('virus.exe') ? Response.json({ error: 'UnsupportedType' }, { status: 422 }) : service.fetch(input, init)),
    })
    await forwarder.send(issueOf(), [fileOf('virus.exe'), fileOf('lamp.png')], { signal: signal() })
    const [{ comment }] = service.tickets as [Ticket]
    assert.deepEqual(comment.uploads!.map(id => service.uploads.get(id)!.name), ['lamp.png'])
    assert.equal(below(comment.html_body, 'Not taken, in the inbox'), 'virus.exe')
  })

  it('wait while nobody knows whether there is one already', async () => {
    const service = fakeZendesk()
    const forwarder = zendesk({
      subdomain: 'shop', email: 'agent@shop.example', token, clock,
      fetch: async (input, init) => (init!.method === 'GET' ? new Response('', { status: 502 }) : service.fetch(input, init)),
    })
    await forwarder.send(issueOf(), [fileOf()], { signal: signal() })
    assert.equal((await refusal(forwarder.send(issueOf(), [fileOf()], { signal: signal() }))).retry, 'later')
    assert.equal((await refusal(forwarder.send(issueOf(), [fileOf()], { signal: signal(), again: true }))).retry, 'later')
    assert.equal(service.tickets.length, 1)
  })

  it('say why Zendesk will not have one, and neither token nor agent', async () => {
    const service = fakeZendesk()
    service.mood('refuse')
    const error = await refusal(open(service).send(issueOf(), [], { signal: signal() }))
    assert.equal(error.retry, 'never')
    assert.equal(error.detail, 'RecordInvalid; Record validation errors; Email: x is not properly formatted')
    assertSilent(error, token, 'agent@shop.example', Buffer.from(`agent@shop.example/token:${token}`).toString('base64'))
  })

  it('refuse settings that cannot work, when it is made', () => {
    const wrong: Partial<ZendeskOptions>[] = [{ subdomain: 'evil.example/' }, { subdomain: '' }, { email: 'agent' }, { token: '' }, { fields: { 1: '$nothing' } }]
    for (const one of wrong) assert.throws(() => open(fakeZendesk(), one), { code: 'transport/wrong-option' })
  })
})

describe('news of Zendesk', () => {
  const secret = 'dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ=='
  const event = (type: string, more: object, detail: object = { id: '35436', status: 'SOLVED' }) => ({
    type: `zen:event-type:${type}`, account_id: 12514403, id: 'evt-1', time: '2026-11-22T11:59:58Z', zendesk_event_version: '2022-11-06',
    subject: 'zen:ticket:35436', detail, event: more,
  })
  const tell = (said: unknown, { key = secret, at = '2026-11-22T12:00:00Z', comments = 'public' as 'public' | null, body = JSON.stringify(said) } = {}) => {
    const headers = {
      'X-Zendesk-Webhook-Signature': createHmac('sha256', key).update(at + JSON.stringify(said)).digest('base64'),
      'X-Zendesk-Webhook-Signature-Timestamp': at,
    }
    const forwarder = open(fakeZendesk(), { secret, ...(comments && { comments }) })
    return forwarder.hook!(new Request('https://desk.example/hooks', { method: 'POST', headers }), Buffer.from(body))
  }
  const solved = event('ticket.status_changed', { current: 'SOLVED', previous: 'OPEN' })
  const comment = (more: object = {}) =>
    event('ticket.comment_added', { comment: { id: '99', body: 'It is on its way.', is_public: true, author: { id: '1', is_staff: true, name: 'Marit' }, ...more } })

  it('tell the status', async () => {
    assert.deepEqual(await tell(solved), [{ reference: '#35436', id: 'evt-1', at: '2026-11-22T11:59:58Z', status: 'closed' }])
    const statuses = ['NEW', 'OPEN', 'PENDING', 'HOLD', 'SOLVED', 'CLOSED', 'constructor']
    const told = await Promise.all(statuses.map(async current => (await tell(event('ticket.status_changed', { current })))![0]?.status))
    assert.deepEqual(told, ['open', 'open', 'answered', undefined, 'closed', 'closed', undefined])
  })

  it('tell what agents answer in public, where the owner wants it, and nothing else that is written there', async () => {
    assert.deepEqual(await tell(comment()), [
      { reference: '#35436', id: 'comment:99', at: '2026-11-22T11:59:58Z', status: 'answered', text: 'It is on its way.', author: { name: 'Marit' } },
    ])
    assert.deepEqual(await tell(comment(), { comments: null }), [])
    for (const more of [{ is_public: false }, { author: { is_staff: false } }, { body: ' ' }, { body: `Still whistles\n\nEarshot\n\n${messageOf().id}` }]) {
      assert.deepEqual(await tell(comment(more)), [])
    }
  })

  it('are believed only with the signature, and while they are news', async () => {
    assert.equal(await tell(solved, { key: 'other' }), undefined)
    assert.equal(await tell(solved, { body: JSON.stringify({ ...solved, id: 'evt-2' }) }), undefined)
    assert.equal(await tell(solved, { at: '2026-11-22T11:00:00Z' }), undefined)
    assert.equal(await tell(solved, { at: '' }), undefined)
    assert.equal(open(fakeZendesk()).hook, undefined)
  })

  it('of something else say nothing', async () => {
    for (const other of [[], null, event('user.created', {}), event('ticket.status_changed', { current: 'SOLVED' }, { id: '../7' }), { ...solved, id: 7.5, detail: 'x' }]) {
      assert.deepEqual(await tell(other), [])
    }
  })
})
