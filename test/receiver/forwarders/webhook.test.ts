import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { Webhook } from 'standardwebhooks'
import { webhook, type WebhookOptions } from '../../../src/receiver/forwarders/webhook.ts'
import { transportPromises } from '../../../src/testing/transport-kit.ts'
import { newIssue } from '../requests.ts'
import { startWebhooks, type Taken } from './webhook-server.ts'

const secretOf = (letter: string) => `whsec_${Buffer.from(letter.repeat(32)).toString('base64')}`
const secret = secretOf('a')
const now = () => ({ signal: new AbortController().signal })

describe('issues as signed webhooks', () => {
  let server: Awaited<ReturnType<typeof startWebhooks>>
  before(async () => { server = await startWebhooks(secret) })
  after(() => server.stop())
  beforeEach(() => {
    server.taken.clear()
    Object.assign(server, { mood: 'accept', answer: undefined, fixed: undefined, attempts: [], paths: [], largest: Infinity })
  })
  const open = (more: Partial<WebhookOptions> = {}) => webhook({ url: server.url, secret, unencrypted: true, ...more })

  describe('keeps the promises of a transport', () => {
    const make = () => {
      const taken = () => [...server.taken.values()].filter(({ event }) => event.type === 'issue.created').map(({ event: { data } }) => {
        const issue = data['issue'] as { id: string; story: string }
        const files = data['files'] as { name: string; base64: string }[]
        return { id: issue.id, story: issue.story, issue, files: files.map(({ name, base64 }) => ({ name, bytes: Uint8Array.from(Buffer.from(base64, 'base64')).buffer })) }
      })
      const answer = (status: number, headers: Readonly<Record<string, string>>) => void (server.fixed = { status, headers })
      return { transport: open(), secret, backend: { mood: (next: typeof server.mood) => void (server.mood = next), taken, answer } }
    }
    // By the standard any 2xx is an acceptance.
    for (const { title, run } of transportPromises(make, { without: ['nonsense'] })) it(title, run)
  })

  it('signs as the standard has it, anew for each attempt, with an id that stays and is nobody’s word', async () => {
    const issue = { ...newIssue(), id: 'a.b.c' }
    let time = Date.now()
    const clock = { now: () => time, after: () => () => {} }
    const first = await open({ clock }).send(issue, [], now())
    time += 60_000
    await open({ clock }).send(issue, [], { ...now(), again: true })
    assert.equal(server.taken.size, 1)
    assert.deepEqual(server.attempts[0], server.attempts[1])
    const [[id, { headers, event }]] = [...server.taken] as [[string, Taken]]
    assert.match(id, /^msg_[0-9a-f]{40}$/)
    assert.equal(first.reference, id)
    assert.equal(headers['content-type'], 'application/json')
    assert.deepEqual([event.type, event.timestamp], ['issue.created', issue.createdAt])
    // The address is the owner's, to the last letter.
    assert.deepEqual(new Set(server.paths), new Set(['/hooks/geheim-7/']))
  })

  it('signs with every key while one is on its way out', async () => {
    await open({ secret: [secretOf('b'), secret] }).send(newIssue(), [], now())
    const [{ headers }] = [...server.taken.values()] as [Taken]
    assert.equal(String(headers['webhook-signature']).split(' ').length, 2)
    await assert.rejects(open({ secret: secretOf('b') }).send(newIssue(), [], now()), { retry: 'later', code: 'transport/unauthorized' })
  })

  it('takes the reference and the address that the other side answers with', async () => {
    server.answer = { reference: 'T-17', url: 'https://tracker.example/17' }
    const { reference, url } = await open().send(newIssue(), [], now())
    assert.deepEqual([reference, url], ['T-17', 'https://tracker.example/17'])
    server.answer = { reference: 17, url: 'javascript:alert(1)' }
    const odd = await open().send(newIssue(), [], now())
    assert.match(odd.reference, /^msg_/)
    assert.equal(odd.url, undefined)
  })

  it('describes files that are too large to travel along', async () => {
    const file = (id: string, size: number) => ({ id, name: `${id}.png`, type: 'image/png', size, bytes: new ArrayBuffer(size) })
    await open({ files: 10, caseUrl: () => 'https://desk.example/case' }).send(newIssue(), [file('a', 6), file('b', 6), file('c', 4)], now())
    const [{ event: { data } }] = [...server.taken.values()] as [Taken]
    const files = data['files'] as { id: string; base64?: string }[]
    assert.deepEqual(files.map(({ id, base64 }) => [id, base64 !== undefined]), [['a', true], ['b', false], ['c', true]])
    assert.equal(data['caseUrl'], 'https://desk.example/case')
  })

  it('goes without the files’ bytes where the other side finds it too large with them, and gives up only what is too large without', async () => {
    const file = { id: 'a', name: 'a.png', type: 'image/png', size: 3_000, bytes: new ArrayBuffer(3_000) }
    server.largest = 2_000
    const receipt = await open().send(newIssue(), [file], now())
    await open().reply!(receipt, { id: 'm1', at: '2026-11-22T10:00:00.000Z', from: 'customer', text: 'See here.' }, { ...now(), attachments: [file] })
    for (const { event: { data } } of server.taken.values()) assert.deepEqual(data['files'], [{ id: 'a', name: 'a.png', type: 'image/png', size: 3_000 }])
    assert.equal(server.taken.size, 2)
    server.largest = 10
    await assert.rejects(open().send(newIssue(), [file], now()), { retry: 'never', code: 'transport/too-large' })
  })

  it('tells what the customer says later, once', async () => {
    const forwarder = open()
    const receipt = await forwarder.send(newIssue(), [], now())
    const message = { id: 'm1', at: '2026-11-22T10:00:00.000Z', from: 'customer' as const, text: 'Still dark.' }
    for (let times = 0; times < 2; times++) await forwarder.reply!(receipt, message, now())
    assert.equal(server.taken.size, 2)
    const { event } = [...server.taken.values()][1]!
    assert.equal(event.type, 'message.created')
    assert.deepEqual(event.data, { issue: receipt.id, reference: receipt.reference, message, files: [] })
  })

  it('stops when the other side is gone for good, and follows nobody elsewhere', async () => {
    server.mood = 'gone'
    await assert.rejects(open().send(newIssue(), [], now()), { retry: 'never', code: 'transport/gone' })
    server.mood = 'redirect'
    await assert.rejects(open().send(newIssue(), [], now()), { retry: 'later' })
    assert.equal(server.paths.includes('/elsewhere'), false)
  })

  it('names neither its address nor its secret when something goes wrong', async () => {
    for (const mood of ['down', 'refuse', 'busy'] as const) {
      server.mood = mood
      await assert.rejects(open().send(newIssue(), [], now()), (error: Error) => {
        assert.doesNotMatch(error.message + JSON.stringify(error), /geheim|127\.0\.0\.1|whsec|YWFh/)
        return true
      })
    }
  })

  it('refuses settings that cannot work, when it is made', () => {
    const wrong: Partial<WebhookOptions>[] = [
      { url: '/hooks' }, { url: 'ftp://a.example' }, { secret: 'geheim' }, { secret: 'whsec_' }, { secret: [] }, { secret: 'whsec_c2hvcnQ=' }, { hookSecret: 'x' },
    ]
    for (const one of wrong) assert.throws(() => open(one), { code: 'transport/wrong-option' })
    assert.throws(() => webhook({ url: 'http://a.example', secret }), { code: 'transport/wrong-option' })
    assert.throws(() => webhook({ url: 'https://user:pass@a.example', secret }), { code: 'transport/no-endpoint' })
  })

  describe('told by the other side what became of it', () => {
    const back = secretOf('c')
    const hook = (event: object, { key = back, id = 'evt_1', at = new Date(), body = JSON.stringify(event) } = {}) => {
      const headers = {
        'webhook-id': id, 'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)), 'webhook-signature': new Webhook(key).sign(id, at, JSON.stringify(event)),
      }
      return open({ hookSecret: back }).hook!(new Request('https://desk.example/hook', { method: 'POST', headers }), Buffer.from(body))
    }
    const event = { type: 'issue.changed', timestamp: '2026-11-22T10:00:00.000Z', data: { reference: 'T-17', status: 'closed', text: 'Mended.', author: { name: 'Ben' } } }

    it('reads the status and the words', async () => {
      assert.deepEqual(await hook(event), [
        { reference: 'T-17', id: 'evt_1', status: 'closed', at: event.timestamp, text: 'Mended.', author: { name: 'Ben' } },
      ])
    })

    it('believes nobody without the signature', async () => {
      assert.equal(await hook(event, { key: secret }), undefined)
      assert.equal(await hook(event, { body: JSON.stringify({ ...event, type: 'other' }) }), undefined)
      assert.equal(await hook(event, { at: new Date(Date.now() - 3_600_000) }), undefined)
      assert.equal(open().hook, undefined)
    })

    it('leaves out what says nothing about an issue', async () => {
      for (const other of [{ ...event, type: 'user.created' }, { ...event, data: {} }, { ...event, data: { reference: 'T-17', status: 'odd' } }, []]) {
        assert.deepEqual(await hook(other), [])
      }
    })
  })
})
