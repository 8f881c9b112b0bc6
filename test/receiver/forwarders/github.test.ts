import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { describe, it } from 'node:test'
import { systemClock } from '../../../src/core/support/clock.ts'
import { github, type GithubOptions } from '../../../src/receiver/forwarders/github.ts'
import { transportPromises, type TransportSetup } from '../../../src/testing/transport-kit.ts'
import { fakeGithub, token, type Kept } from './fake-github.ts'
import { assertSilent, fileOf, hostile, issueOf, messageOf, refusal, signal } from './fake-service.ts'
import { addressesIn, below, kindsIn } from './read-markdown.ts'

const now = Date.parse('2026-11-22T12:00:00Z')
const clock = { now: () => now, after: () => () => {} }
const open = (service: { fetch: typeof globalThis.fetch }, more: Partial<GithubOptions> = {}) =>
  github({ repository: 'acme/shop', token, fetch: service.fetch, clock, ...more })

describe('the transport kit, run on GitHub', () => {
  const make = (): TransportSetup => {
    const service = fakeGithub()
    const forwarder = open(service, { clock: { ...systemClock, now: () => now } })
    const taken = () => service.issues.map(({ body }) => ({ story: below(body, 'What was said'), files: [] }))
    return { transport: forwarder, backend: service.backend(taken), secret: token }
  }
  // Files stay with the receiver; there is no way into GitHub for them.
  for (const { title, run } of transportPromises(make, { without: ['files'] })) it(title, run)
})

describe('GitHub issues', () => {
  it('writes an issue with title, words and labels, and gives its number and address back', async () => {
    const service = fakeGithub()
    const forwarder = open(service, { labels: ['from customers'], caseUrl: ({ id }) => `https://shop.example/inbox/${id}` })
    const issue = issueOf({ attachments: [{ id: 'f', name: 'kettle.png', type: 'image/png', size: 3 }] })
    const receipt = await forwarder.send(issue, [fileOf()], { signal: signal() })
    assert.deepEqual(receipt, { id: issue.id, reference: '#41', url: 'https://github.com/acme/shop/issues/41', acceptedAt: '2026-11-22T12:00:00Z' })
    const [{ title, body, labels }] = service.issues as [Kept]
    assert.deepEqual([title, labels], ['It whistles', ['from customers']])
    assert.equal(below(body, 'What was said'), 'It whistles at night')
    assert.equal(below(body, 'Files').trim(), 'kettle.png (image/png, 3 bytes)')
    assert.deepEqual(addressesIn(body), [`https://shop.example/inbox/${issue.id}`])
    assert.equal(service.asked.length, 1)
  })

  it('keeps a customer’s words as they are: no mention, no reference, no link, no picture, no markup, no marker', async () => {
    const service = fakeGithub()
    await open(service).send(issueOf({ story: hostile, summary: '@octocat see #1 at https://evil.example' }), [], { signal: signal() })
    const { title, body } = service.issues[0]!
    assert.equal(below(body, 'What was said'), hostile)
    assert.deepEqual(kindsIn(body), ['br', 'codespan', 'html', 'paragraph', 'space', 'strong', 'text'])
    assert.equal(body.match(/<!-- earshot:/g)!.length - hostile.match(/<!-- earshot:/g)!.length, 1)
    assert.doesNotMatch(title, /@o|#1|:\/\//)
    assert.equal(title.replaceAll('\u2060', ''), '@octocat see #1 at https://evil.example')
  })

  it('names the fields of a form in words, whatever they are called', async () => {
    const service = fakeGithub()
    await open(service).send(issueOf({ answers: { '](https://evil.example) @all\n# x': 'yes', order: '7' } }), [], { signal: signal() })
    const { body } = service.issues[0]!
    assert.deepEqual(addressesIn(body), [])
    assert.ok(!kindsIn(body).includes('heading'))
    assert.equal(below(body, 'order'), '7')
  })

  it('finds an issue again that the listing no longer has', async () => {
    const service = fakeGithub({ searchOnly: true })
    const forwarder = open(service)
    const first = await forwarder.send(issueOf(), [], { signal: signal() })
    assert.deepEqual(await forwarder.send(issueOf(), [], { signal: signal(), again: true }), first)
    assert.equal(service.issues.length, 1)
  })

  it('gives no issue up because the search refuses to say', async () => {
    const service = fakeGithub()
    service.instead(({ path }) => (path === '/search/issues' ? Response.json({ message: 'Validation Failed' }, { status: 422 }) : Response.json([])))
    assert.equal((await refusal(open(service).send(issueOf(), [], { signal: signal(), again: true }))).retry, 'later')
  })

  it('goes through the pages of a busy day', async () => {
    const service = fakeGithub()
    const forwarder = open(service)
    const first = await forwarder.send(issueOf(), [], { signal: signal() })
    service.issues.unshift(...Array.from({ length: 250 }, (_, i) => ({ ...service.issues[0]!, number: 1_000 + i, body: '' })))
    assert.deepEqual(await forwarder.send(issueOf(), [], { signal: signal(), again: true }), first)
  })

  it('leaves out what does not fit, says so, and keeps what was said', async () => {
    const service = fakeGithub()
    const story = 'It whistles. '.repeat(700)
    await open(service).send(issueOf({ story, diagnostics: { errors: Array.from({ length: 4_000 }, (_, i) => `error ${i} \`\``) } }), [], { signal: signal() })
    const { body } = service.issues[0]!
    assert.ok(body.length <= 65_536, String(body.length))
    assert.equal(below(body, 'What was said'), story)
    assert.match(below(body, 'Shortened'), /^\d+ of \d+ characters are left out here; the inbox has all of them\./)
    assert.match(body, /<!-- earshot:01935b2e-7c00-7fff-bfff-000000000001 -->$/)
  })

  it('passes on how long GitHub asks to wait, in each of its ways', async () => {
    const service = fakeGithub()
    const answers: [number, Record<string, string>, string, number][] = [
      [403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now / 1_000 + 600) }, 'API rate limit exceeded', 601_000],
      [429, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now / 1_000 + 30) }, 'API rate limit exceeded', 31_000],
      [403, { 'retry-after': '45' }, 'You have exceeded a secondary rate limit', 45_000],
      [403, {}, 'You have exceeded a secondary rate limit', 60_000],
    ]
    for (const [status, headers, message, afterMs] of answers) {
      service.instead(() => Response.json({ message }, { status, headers }))
      const error = await refusal(open(service).send(issueOf(), [], { signal: signal() }))
      assert.deepEqual([error.retry, error.code, error.afterMs], ['later', 'transport/busy', afterMs])
    }
  })

  it('waits for a person where the token, the repository or its issues are wrong, and never tells the token', async () => {
    const service = fakeGithub()
    for (const [status, message] of [[401, 'Bad credentials'], [403, 'Resource not accessible by personal access token'], [404, 'Not Found'], [410, 'Issues are disabled for this repo']] as const) {
      service.instead(() => Response.json({ message }, { status }))
      const error = await refusal(open(service).send(issueOf(), [], { signal: signal() }))
      assert.deepEqual([error.retry, error.status, error.detail], ['later', status, message])
      assertSilent(error, token)
    }
  })

  it('comments what the customer says later, once', async () => {
    const service = fakeGithub()
    const forwarder = open(service)
    const receipt = await forwarder.send(issueOf(), [], { signal: signal() })
    for (let times = 0; times < 2; times++) await forwarder.reply!(receipt, messageOf({ text: hostile }), { signal: signal() })
    await forwarder.reply!(receipt, messageOf({ id: 'other', kind: 'solved', text: '' }), { signal: signal() })
    assert.equal(service.comments.length, 2)
    assert.equal(below(service.comments[0]!.body, 'The customer writes'), hostile)
    assert.match(service.comments[1]!.body, /\*\*The customer says that it is solved\*\*/)
    const { retry } = await refusal(forwarder.reply!({ ...receipt, reference: 'K-1' }, messageOf(), { signal: signal() }))
    assert.equal(retry, 'never')
  })

  it('refuses options that cannot work, when it is made', () => {
    assert.throws(() => github({ repository: 'shop', token }), /owner\/name.*transport\/wrong-option/)
    assert.throws(() => github({ repository: 'acme/shop', token: '' }), /transport\/wrong-option/)
    assert.throws(() => github({ repository: 'acme/shop', token, api: 'ftp://x' }), /transport\/wrong-option/)
  })
})

describe('news from GitHub', () => {
  const secret = 'It is a secret'
  const said = (more: object = {}) => ({ action: 'closed', repository: { full_name: 'Acme/Shop' }, issue: { number: 41, updated_at: '2026-11-22T11:00:00Z' }, ...more })
  const comment = (more: object = {}) => said({
    action: 'created',
    comment: { id: 7, body: 'We mended it.<!-- between us: finally -->', created_at: '2026-11-22T11:30:00Z', author_association: 'MEMBER', user: { login: 'marit', type: 'User', avatar_url: 'https://a.example/m' }, ...more },
  })
  const sign = (text: string, key = secret) => `sha256=${createHmac('sha256', key).update(text).digest('hex')}`
  async function tell(event: string, value: unknown, { options = {}, headers = {}, text = JSON.stringify(value) }: { options?: Partial<GithubOptions>; headers?: Record<string, string>; text?: string } = {}) {
    const request = new Request('https://shop.example/hooks/github', {
      method: 'POST', headers: { 'Content-Type': 'application/json', 'X-GitHub-Event': event, 'X-GitHub-Delivery': 'guid-1', 'X-Hub-Signature-256': sign(text), ...headers },
    })
    return open(fakeGithub(), { secret, ...options }).hook!(request, new TextEncoder().encode(text))
  }

  it('knows GitHub’s own example of a signature', async () => {
    // https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries#testing-the-webhook-payload-validation
    const headers = { 'X-Hub-Signature-256': 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17' }
    const options = { secret: "It's a Secret to Everybody" }
    assert.deepEqual(await tell('ping', undefined, { text: 'Hello, World!', headers, options }), [])
    assert.equal(await tell('ping', undefined, { text: 'Hello, World?', headers, options }), undefined)
  })

  it('believes nothing without its signature', async () => {
    for (const signature of ['', 'sha256=', sign(JSON.stringify(said()), 'another'), sign(JSON.stringify(said())).replace('sha256', 'sha1'), `${sign(JSON.stringify(said()))}00`]) {
      assert.equal(await tell('issues', said(), { headers: { 'X-Hub-Signature-256': signature } }), undefined, signature)
    }
    assert.equal(open(fakeGithub()).hook, undefined)
  })

  it('says when an issue is closed and opened again, as JSON and as a form', async () => {
    assert.deepEqual(await tell('issues', said()), [{ reference: '#41', id: 'closed:41:2026-11-22T11:00:00Z', status: 'closed', at: '2026-11-22T11:00:00Z' }])
    const text = new URLSearchParams({ payload: JSON.stringify(said({ action: 'reopened' })) }).toString()
    const news = await tell('issues', undefined, { text, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } })
    assert.deepEqual(news?.map(({ status }) => status), ['open'])
  })

  it('gives a piece of news one id, whichever delivery brings it', async () => {
    const ids = await Promise.all(['guid-1', 'guid-2'].map(async delivery => (await tell('issues', said(), { headers: { 'X-GitHub-Delivery': delivery } }))![0]!.id))
    assert.equal(ids[0], ids[1])
  })

  it('tells the customer what a member comments, where the owner wants it', async () => {
    assert.deepEqual(await tell('issue_comment', comment()), [])
    assert.deepEqual(await tell('issue_comment', comment(), { options: { comments: 'public' } }), [{
      reference: '#41', id: 'comment:7', status: 'answered', at: '2026-11-22T11:30:00Z', text: 'We mended it.', author: { name: 'marit', avatar: 'https://a.example/m' },
    }])
  })

  it('tells the customer nothing that a stranger, an app or the forwarder itself wrote', async () => {
    const others = [{ author_association: 'NONE' }, { author_association: 'CONTRIBUTOR' }, { user: { login: 'stale', type: 'Bot' } }, { body: '**The customer writes**\n\n` x `\n\n<!-- earshot:1 -->' }, { body: '<!-- only for us' }]
    for (const other of others) assert.deepEqual(await tell('issue_comment', comment(other), { options: { comments: 'public' } }), [], JSON.stringify(other))
    assert.deepEqual(await tell('issue_comment', { ...comment(), action: 'edited' }, { options: { comments: 'public' } }), [])
  })

  it('hears nothing in what is not about an issue of its repository', async () => {
    const odd = [said({ action: 'labeled' }), said({ repository: { full_name: 'acme/other' } }), said({ issue: { number: '41' } }), said({ issue: { number: 41, pull_request: {} } }), [], 'x', null]
    for (const value of odd) assert.deepEqual(await tell('issues', value), [], JSON.stringify(value))
    assert.deepEqual(await tell('star', said()), [])
    assert.deepEqual(await tell('issues', undefined, { text: '{"action":' }), [])
  })
})
