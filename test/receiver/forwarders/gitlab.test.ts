import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { describe, it } from 'node:test'
import { gitlab, type GitlabOptions } from '../../../src/receiver/forwarders/gitlab.ts'
import { transportPromises, type TransportSetup } from '../../../src/testing/transport-kit.ts'
import { assertSilent, fakeService, fileOf, hostile, issueOf, messageOf, refusal, signal, type FakeService } from './fake-service.ts'
import { addressesIn, below, kindsIn } from './read-markdown.ts'

const token = 'glpat-secret'
const root = '/api/v4/projects/acme%2Fshop'

interface Kept { iid: number; title: string; description: string; confidential: boolean; labels?: string; web_url: string; created_at: string }

/** GitLab, as https://docs.gitlab.com/api/issues has it. */
function fakeGitlab({ searchOnly = false } = {}) {
  const issues: Kept[] = []
  const notes: { id: number; body: string }[] = []
  const files: { name: string; bytes: ArrayBuffer }[] = []
  const service = fakeService(async ({ method, url, headers, json, form }) => {
    assert.equal(url.origin, 'https://gitlab.com')
    assert.equal(headers.get('private-token'), token)
    const path = url.pathname
    if (method === 'POST' && path === `${root}/uploads`) {
      const file = form!.get('file') as File
      files.push({ name: file.name, bytes: await file.arrayBuffer() })
      return Response.json({ alt: file.name, url: `/uploads/66dbcd21ec5d24ed6ea225176098d52b/${files.length}.png`, markdown: `![${file.name}](x)` }, { status: 201 })
    }
    if (method === 'POST' && path === `${root}/issues`) {
      const iid = issues.length + 1
      issues.unshift({ ...(json as Kept), iid, web_url: `https://gitlab.com/acme/shop/-/issues/${iid}`, created_at: '2026-11-22T12:00:00.000Z' })
      return Response.json(issues[0], { status: 201 })
    }
    if (method === 'GET' && path === `${root}/issues`) {
      const search = url.searchParams.get('search')
      assert.equal(url.searchParams.get('scope'), 'all')
      assert.equal(search === null, url.searchParams.has('created_after'))
      if (search) assert.equal(url.searchParams.get('in'), 'description')
      return Response.json(search ? issues.filter(({ description }) => description.includes(search)) : searchOnly ? [] : issues)
    }
    if (path === `${root}/issues/1/notes`) {
      if (method === 'GET') return Response.json(notes)
      notes.push({ id: notes.length + 1, body: (json as { body: string }).body })
      return Response.json(notes.at(-1), { status: 201 })
    }
    const [, member] = /\/members\/all\/(\d+)$/.exec(path) ?? []
    if (member) return member === '9' ? Response.json({ message: '404 Not found' }, { status: 404 }) : Response.json({ id: Number(member), access_level: member === '8' ? 10 : 30 })
    throw new Error(`GitLab knows no ${method} ${path}`)
  }, () => Response.json({ message: { title: ['is too long (maximum is 255 characters)'] } }, { status: 400 }))
  return { ...service, issues, notes, files }
}

const open = (service: FakeService, more: Partial<GitlabOptions> = {}) => gitlab({ project: 'acme/shop', token, fetch: service.fetch, ...more })

describe('the transport kit, run on GitLab', () => {
  const make = (): TransportSetup => {
    const service = fakeGitlab()
    const taken = () => service.issues.map(({ description }) => ({ story: below(description, 'What was said'), files: service.files }))
    return { transport: open(service), backend: service.backend(taken), secret: token }
  }
  for (const { title, run } of transportPromises(make)) it(title, run)
})

describe('GitLab issues', () => {
  it('writes a confidential issue with its files, and gives its number and address back', async () => {
    const service = fakeGitlab()
    const issue = issueOf({ story: hostile, summary: '@all see #1' })
    const receipt = await open(service, { labels: ['a', 'b'] }).send(issue, [fileOf('ket](https://evil.example)tle.png')], { signal: signal() })
    assert.deepEqual(receipt, { id: issue.id, reference: '#1', url: 'https://gitlab.com/acme/shop/-/issues/1', acceptedAt: '2026-11-22T12:00:00.000Z' })
    const [{ title, description, confidential, labels }] = service.issues as [Kept]
    assert.deepEqual([title, confidential, labels], ['@\u2060all see #\u20601', true, 'a,b'])
    assert.equal(below(description, 'What was said'), hostile)
    assert.deepEqual(addressesIn(description), ['/uploads/66dbcd21ec5d24ed6ea225176098d52b/1.png'])
    assert.ok(!kindsIn(description).includes('image'))
    // A quick action is a line that begins with a slash.
    assert.doesNotMatch(description, /^\//m)
  })

  it('may be open, on a GitLab of one’s own', async () => {
    const service = fakeGitlab()
    service.instead(({ url, json }) => {
      assert.equal(url.href, 'https://git.shop.example/base/api/v4/projects/17/issues')
      return Response.json({ iid: 5, ...(json as object) }, { status: 201 })
    })
    const { reference } = await open(service, { host: 'https://git.shop.example/base/', project: '17', confidential: false }).send(issueOf(), [], { signal: signal() })
    assert.equal(reference, '#5')
    assert.equal((service.asked[0]!.json as Kept).confidential, false)
  })

  it('finds an issue again by the search, and uploads nothing twice', async () => {
    const service = fakeGitlab({ searchOnly: true })
    const forwarder = open(service)
    const first = await forwarder.send(issueOf(), [fileOf()], { signal: signal() })
    assert.deepEqual(await forwarder.send(issueOf(), [fileOf()], { signal: signal(), again: true }), first)
    assert.deepEqual([service.issues.length, service.files.length], [1, 1])
  })

  it('names a file that GitLab finds too large, and sends the issue', async () => {
    const service = fakeGitlab()
    const large: FakeService['fetch'] = (input, init) =>
      String(input).endsWith('/uploads') ? Promise.resolve(Response.json({ message: 'too large' }, { status: 413 })) : service.fetch(input, init)
    await open({ ...service, fetch: large }).send(issueOf(), [fileOf('film.mp4')], { signal: signal() })
    assert.match(service.issues[0]!.description, /Not taken, in the inbox: ` film\.mp4 `/)
  })

  it('waits for a person or for GitLab, tells why, and never the token', async () => {
    const service = fakeGitlab()
    const answers: [number, Record<string, string>, unknown, number | undefined][] = [
      [401, {}, { message: '401 Unauthorized' }, undefined],
      [404, {}, { message: '404 Project Not Found' }, undefined],
      [429, { 'Retry-After': '60' }, { message: { error: 'This endpoint has been requested too many times. Try again later.' } }, 60_000],
    ]
    for (const [status, headers, body, afterMs] of answers) {
      service.instead(() => Response.json(body, { status, headers }))
      const error = await refusal(open(service).send(issueOf(), [], { signal: signal() }))
      assert.deepEqual([error.retry, error.status, error.afterMs], ['later', status, afterMs])
      assert.ok(error.detail)
      assertSilent(error, token)
    }
  })

  it('says what GitLab finds wrong in an issue', async () => {
    const service = fakeGitlab()
    service.mood('refuse')
    const { retry, detail } = await refusal(open(service).send(issueOf(), [], { signal: signal() }))
    assert.deepEqual([retry, detail], ['never', '{"title":["is too long (maximum is 255 characters)"]}'])
  })

  it('notes what the customer says later, once, with its files', async () => {
    const service = fakeGitlab()
    const forwarder = open(service)
    const receipt = await forwarder.send(issueOf(), [], { signal: signal() })
    for (let times = 0; times < 2; times++) await forwarder.reply!(receipt, messageOf({ text: hostile }), { signal: signal(), attachments: [fileOf()] })
    assert.deepEqual([service.notes.length, service.files.length], [1, 1])
    assert.ok(below(service.notes[0]!.body, 'The customer writes').startsWith(hostile))
  })
})

describe('news from GitLab', () => {
  const secret = 'a secret token'
  const key = Buffer.alloc(32, 7)
  const signingToken = `whsec_${key.toString('base64')}`
  const project = { id: 14, path_with_namespace: 'acme/shop' }
  const closed = { object_kind: 'issue', project, object_attributes: { iid: 23, action: 'close', updated_at: '2026-11-22 11:00:00 UTC' } }
  const note = (more: object = {}) => ({
    object_kind: 'note', project, issue: { iid: 23 }, user: { name: 'Marit', avatar_url: 'https://a.example/m' },
    object_attributes: { id: 1_244, note: 'We mended it.', noteable_type: 'Issue', author_id: 7, internal: false, system: false, action: 'create', created_at: '2026-11-22T11:30:00Z', ...more },
  })
  const seconds = () => Math.floor(Date.now() / 1_000)
  function tell(value: unknown, headers: Record<string, string>, options: Partial<GitlabOptions>) {
    const text = JSON.stringify(value)
    const request = new Request('https://shop.example/hooks/gitlab', { method: 'POST', headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'key-1', ...headers } })
    return open(fakeGitlab(), options).hook!(request, new TextEncoder().encode(text))
  }
  const known = (value: unknown, options: Partial<GitlabOptions> = {}) => tell(value, { 'X-Gitlab-Token': secret }, { secret, ...options })
  function signed(value: unknown, { by = key, at = seconds(), body = value }: { by?: Buffer; at?: number; body?: unknown } = {}): Record<string, string> {
    const mac = createHmac('sha256', by).update(`id-1.${at}.${JSON.stringify(body)}`).digest('base64')
    return { 'webhook-id': 'id-1', 'webhook-timestamp': String(at), 'webhook-signature': `v1,AAAA v1,${mac}` }
  }

  it('believes nothing without its token', async () => {
    for (const wrong of ['', 'a secret', 'a secret token ', 'A secret token'].map(given => given.replace(/ $/, 'x'))) {
      assert.equal(await tell(closed, { 'X-Gitlab-Token': wrong }, { secret }), undefined, wrong)
    }
    assert.equal(await tell(closed, {}, { secret }), undefined)
    assert.equal(open(fakeGitlab()).hook, undefined)
  })

  it('believes a signature: of this body, by this key, of these five minutes', async () => {
    assert.equal((await tell(closed, signed(closed), { signingToken }))?.length, 1)
    const wrong = [signed(closed, { by: Buffer.alloc(32, 8) }), signed(closed, { body: { ...closed, x: 1 } }), signed(closed, { at: seconds() - 301 }), signed(closed, { at: seconds() + 320 }), {}]
    for (const headers of wrong) assert.equal(await tell(closed, headers, { signingToken }), undefined, JSON.stringify(headers))
    assert.equal(await tell(closed, signed(closed), { signingToken, secret }), undefined)
    assert.equal((await tell(closed, { ...signed(closed), 'X-Gitlab-Token': secret }, { signingToken, secret }))?.length, 1)
  })

  it('says when an issue is closed and opened again', async () => {
    assert.deepEqual(await known(closed), [{ reference: '#23', id: 'close:23:2026-11-22T11:00:00.000Z', status: 'closed', at: '2026-11-22T11:00:00.000Z' }])
    assert.deepEqual((await known({ ...closed, object_attributes: { iid: 23, action: 'reopen' } }))?.map(({ status }) => status), ['open'])
    assert.deepEqual((await known(closed, { project: '14' }))?.length, 1)
  })

  it('tells the customer what a member notes, where the owner wants it', async () => {
    assert.deepEqual(await known(note()), [])
    assert.deepEqual(await known(note(), { comments: 'public' }), [{
      reference: '#23', id: 'note:1244', status: 'answered', at: '2026-11-22T11:30:00.000Z', text: 'We mended it.', author: { name: 'Marit', avatar: 'https://a.example/m' },
    }])
  })

  it('tells the customer nothing internal, nothing of GitLab’s own, nothing of strangers and guests, and nothing of the forwarder', async () => {
    const others = [{ internal: true }, { confidential: true }, { system: true }, { author_id: 9 }, { author_id: 8 }, { action: 'update' }, { noteable_type: 'MergeRequest' }, { note: '` x `\n\n<!-- earshot:1 -->' }, { note: '<!-- us -->' }]
    for (const other of others) assert.deepEqual(await known(note(other), { comments: 'public' }), [], JSON.stringify(other))
  })

  it('hears nothing in what is not about an issue of its project', async () => {
    const odd = [{ ...closed, project: { id: 15, path_with_namespace: 'acme/other' } }, { ...closed, object_attributes: { iid: '23', action: 'close' } }, { ...closed, object_kind: 'merge_request' }, { ...closed, object_attributes: { iid: 23, action: 'update' } }, [], null]
    for (const value of odd) assert.deepEqual(await known(value), [], JSON.stringify(value))
  })
})
