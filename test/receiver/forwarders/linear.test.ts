import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { linear, type LinearOptions } from '../../../src/receiver/forwarders/linear.ts'
import { transportPromises, type TransportSetup } from '../../../src/testing/transport-kit.ts'
import { assertSilent, fakeService, fileOf, hostile, issueOf, messageOf, refusal, signal, type Asked, type FakeService } from './fake-service.ts'
import { addressesIn, below, kindsIn } from './read-markdown.ts'

const key = 'lin_api_secret'
const teamId = '9cfb482a-81e3-4154-b5b9-2c805e70a02d'
const now = Date.parse('2026-11-22T12:00:00Z')
const v4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

interface Kept { id: string; teamId: string; title: string; description: string; labelIds?: string[] }
interface Query { query: string; variables: { id?: string; key?: string; filename?: string; input?: Kept & { body: string; issueId: string } } }

const errors = (message: string, type: string, more: object = {}) => ({ data: null, errors: [{ message, extensions: { type, userPresentableMessage: message, ...more } }] })

/** Linear, as the schema in https://github.com/linear/linear has it. */
function fakeLinear() {
  const issues: Kept[] = []
  const comments: { id: string; body: string; issueId: string }[] = []
  const files: { name: string; bytes: ArrayBuffer }[] = []
  let uploading = ''
  const shown = ({ id }: Kept) => ({ id, identifier: `ENG-${issues.findIndex(one => one.id === id) + 1}`, url: 'https://linear.app/acme/issue/ENG-1', createdAt: '2026-11-22T12:00:00.000Z' })
  const service = fakeService(async ({ method, url, headers, json }: Asked) => {
    assert.equal(method, 'POST')
    assert.equal(url.href, 'https://api.linear.app/graphql')
    assert.equal(headers.get('authorization'), key)
    const { query, variables } = json as Query
    const { id, input } = variables
    if (/^query.*\bteams\(/.test(query)) return Response.json({ data: { teams: { nodes: variables.key === 'ENG' ? [{ id: teamId }] : [] } } })
    if (/^query.*\bissues\(/.test(query)) return Response.json({ data: { issues: { nodes: issues.filter(issue => issue.id === id).map(shown) } } })
    if (/^query.*\bcomments\(/.test(query)) return Response.json({ data: { comments: { nodes: comments.filter(comment => comment.id === id) } } })
    if (/^mutation.*\bfileUpload\(/.test(query)) {
      uploading = variables.filename!
      const file = { uploadUrl: 'https://uploads.example/put?sig=1', assetUrl: 'https://uploads.linear.app/a/b', headers: [{ key: 'x-goog-content-length-range', value: '1,9' }] }
      return Response.json({ data: { fileUpload: { uploadFile: file } } })
    }
    assert.match(input!.id, v4)
    if (/^mutation.*\bissueCreate\(/.test(query)) {
      if (issues.some(issue => issue.id === input!.id)) return Response.json(errors('id already exists', 'invalid input'))
      issues.push(input!)
      return Response.json({ data: { issueCreate: { success: true, issue: shown(input!) } } })
    }
    if (/^mutation.*\bcommentCreate\(/.test(query)) {
      if (comments.some(comment => comment.id === input!.id)) return Response.json(errors('id already exists', 'invalid input'), { status: 400 })
      comments.push(input!)
      return Response.json({ data: { commentCreate: { success: true, comment: { id: input!.id } } } })
    }
    throw new Error(`Linear knows no ${query}`)
  }, () => Response.json(errors('title is too long', 'invalid input'), { status: 400 }))
  const fetch: FakeService['fetch'] = async (input, init) => {
    if (!String(input).startsWith('https://uploads.example/')) return service.fetch(input, init)
    const request = new Request(input, init)
    assert.deepEqual([request.method, request.headers.get('authorization'), request.headers.get('content-type')], ['PUT', null, 'image/png'])
    assert.equal(request.headers.get('x-goog-content-length-range'), '1,9')
    files.push({ name: uploading, bytes: await request.arrayBuffer() })
    return new Response()
  }
  return { ...service, fetch, issues, comments, files }
}

const open = (service: FakeService, more: Partial<LinearOptions> = {}) => linear({ key, team: 'ENG', fetch: service.fetch, ...more })

describe('the transport kit, run on Linear', () => {
  const make = (): TransportSetup => {
    const service = fakeLinear()
    const taken = () => service.issues.map(({ description }) => ({ story: below(description, 'What was said'), files: service.files }))
    return { transport: open(service), backend: service.backend(taken), secret: key }
  }
  for (const { title, run } of transportPromises(make)) it(title, run)
})

describe('Linear issues', () => {
  it('writes an issue of the team with its files, and gives its identifier and address back', async () => {
    const service = fakeLinear()
    const issue = issueOf({ story: hostile })
    const receipt = await open(service, { labels: ['l-1'], caseUrl: () => 'https://shop.example/inbox' }).send(issue, [fileOf('ket](x)tle.png')], { signal: signal() })
    assert.deepEqual(receipt, { id: issue.id, reference: 'ENG-1', url: 'https://linear.app/acme/issue/ENG-1', acceptedAt: '2026-11-22T12:00:00.000Z' })
    const [{ description, labelIds, ...kept }] = service.issues as [Kept]
    assert.deepEqual([kept.teamId, kept.title, labelIds], [teamId, 'It whistles', ['l-1']])
    assert.equal(below(description, 'What was said'), hostile)
    assert.deepEqual(addressesIn(description), ['https://uploads.linear.app/a/b', 'https://shop.example/inbox'])
    assert.ok(!kindsIn(description).includes('image'))
    assert.deepEqual(service.files.map(({ name, bytes }) => [name, [...new Uint8Array(bytes)]]), [['ket](x)tle.png', [1, 2, 3]]])
  })

  it('asks for the team once, and not at all where it has its id', async () => {
    const service = fakeLinear()
    const forwarder = open(service)
    for (const id of ['a', 'b']) await forwarder.send(issueOf({ id }), [], { signal: signal() })
    assert.equal(service.asked.length, 3)
    await open(service, { team: teamId }).send(issueOf({ id: 'c' }), [], { signal: signal() })
    assert.equal(service.asked.length, 4)
  })

  it('makes the same issue once, by whichever worker and whether or not it knows of an earlier attempt', async () => {
    const service = fakeLinear()
    const [one, other] = [open(service), open(service)]
    const first = await one.send(issueOf(), [], { signal: signal() })
    assert.deepEqual(await other.send(issueOf(), [], { signal: signal() }), first)
    assert.deepEqual(await other.send(issueOf(), [fileOf()], { signal: signal(), again: true }), first)
    assert.deepEqual([service.issues.length, service.files.length], [1, 0])
  })

  it('finds the issue that an earlier attempt makes at this moment', async () => {
    const service = fakeLinear()
    let looked = 0
    const hurried: FakeService['fetch'] = async (input, init) => {
      const answer = await service.fetch(input, init)
      // Asked before it is there, told after.
      if (++looked === 1) await open(service).send(issueOf(), [], { signal: signal() })
      return answer
    }
    const receipt = await open({ ...service, fetch: hurried }, { team: teamId }).send(issueOf(), [], { signal: signal(), again: true })
    assert.deepEqual([receipt.reference, service.issues.length], ['ENG-1', 1])
  })

  it('sends the issue without a file that Linear will not have, and says so', async () => {
    const service = fakeLinear()
    const small: FakeService['fetch'] = async (input, init) =>
      /fileUpload/.test(String(init?.body)) ? Response.json(errors('File is too large', 'user error')) : service.fetch(input, init)
    await open({ ...service, fetch: small }).send(issueOf(), [fileOf('film.mp4')], { signal: signal() })
    assert.match(service.issues[0]!.description, /Not taken, in the inbox: ` film\.mp4 `/)
  })

  it('waits for a team that is not there', async () => {
    const error = await refusal(open(fakeLinear(), { team: 'OPS' }).send(issueOf(), [], { signal: signal() }))
    assert.deepEqual([error.retry, error.detail], ['later', 'No team "OPS"'])
  })

  it('reads Linear’s refusals, whichever status they come with', async () => {
    const service = fakeLinear()
    const reset = { 'x-ratelimit-requests-remaining': '0', 'x-ratelimit-requests-reset': String(now + 90_000) }
    const answers: [object, number, Record<string, string>, unknown[]][] = [
      [errors('Too many requests', 'ratelimited', { code: 'RATELIMITED' }), 400, reset, ['later', 'transport/busy', 90_000]],
      [errors('Too many requests', 'ratelimited', { code: 'RATELIMITED' }), 400, {}, ['later', 'transport/busy', 60_000]],
      [errors('You need to authenticate', 'authentication error'), 401, {}, ['later', 'transport/unauthorized', undefined]],
      [errors('No access', 'forbidden'), 200, {}, ['later', 'transport/unauthorized', undefined]],
      [errors('Usage limit exceeded', 'usage limit exceeded'), 200, {}, ['later', 'transport/failed', undefined]],
      [errors('title is too long', 'invalid input'), 200, {}, ['never', 'transport/refused', undefined]],
    ]
    for (const [body, status, headers, expected] of answers) {
      service.instead(({ json }) => (/issues\(/.test((json as Query).query) ? Response.json({ data: { issues: { nodes: [] } } }) : Response.json(body, { status, headers })))
      const error = await refusal(open(service, { team: teamId, clock: { now: () => now, after: () => () => {} } }).send(issueOf(), [], { signal: signal() }))
      assert.deepEqual([error.retry, error.code, error.afterMs], expected, JSON.stringify(body))
      assertSilent(error, key)
    }
  })

  it('comments what the customer says later, once', async () => {
    const service = fakeLinear()
    const forwarder = open(service)
    const receipt = await forwarder.send(issueOf(), [], { signal: signal() })
    for (let times = 0; times < 2; times++) await forwarder.reply!(receipt, messageOf({ text: hostile }), { signal: signal() })
    assert.equal(service.comments.length, 1)
    assert.equal(service.comments[0]!.issueId, service.issues[0]!.id)
    assert.equal(below(service.comments[0]!.body, 'The customer writes'), hostile)
  })
})
