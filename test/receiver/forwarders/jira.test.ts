import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { jira, type JiraOptions } from '../../../src/receiver/forwarders/jira.ts'
import { transportPromises, type TransportSetup } from '../../../src/testing/transport-kit.ts'
import { assertSilent, fakeService, fileOf, hostile, issueOf, messageOf, refusal, signal, type FakeService } from './fake-service.ts'

const token = 'ATATT-secret'

interface Node { type: string; text?: string; content?: Node[]; marks?: { type: string; attrs?: Record<string, string> }[] }
interface Kept { project: { key: string }; issuetype: { name: string }; summary: string; description: Node; labels: string[] }

const all = (node: Node): Node[] => [node, ...(node.content ?? []).flatMap(all)]
const shown = (node: Node): string => node.text ?? (node.type === 'hardBreak' ? '\n' : (node.content ?? []).map(shown).join(''))

/** The words below a label. */
function below(document: Node, label: string): string {
  const at = document.content!.findIndex(({ content }) => content?.[0]?.text === label && content[0].marks?.[0]?.type === 'strong')
  assert.ok(at >= 0, `there is no "${label}"`)
  return shown(document.content![at + 1]!)
}

/** Jira Cloud, as https://developer.atlassian.com/cloud/jira/platform/rest/v3 has it. @param late its search knows nothing yet. */
function fakeJira({ late = false } = {}) {
  const issues: { key: string; fields: Kept }[] = []
  const comments: { id: string; body: Node }[] = []
  const files: { name: string; bytes: ArrayBuffer }[] = []
  const service = fakeService(async ({ method, url, path, headers, json, form }) => {
    assert.equal(url.origin, 'https://acme.atlassian.net')
    assert.equal(headers.get('authorization'), `Basic ${btoa(`me@acme.example:${token}`)}`)
    if (method === 'POST' && path === '/rest/api/3/issue') {
      const key = `SHOP-${issues.length + 1}`
      issues.push({ key, fields: (json as { fields: Kept }).fields })
      return Response.json({ id: '10000', key, self: `https://acme.atlassian.net/rest/api/3/issue/10000` }, { status: 201 })
    }
    if (method === 'POST' && path === '/rest/api/3/search/jql') {
      const { jql, fields, maxResults } = json as { jql: string; fields: string[]; maxResults: number }
      assert.deepEqual([fields, maxResults], [['attachment'], 1])
      const [, label] = /^project = "SHOP" AND labels = "(earshot-[^"]+)" ORDER BY created ASC$/.exec(jql)!
      const found = late ? [] : issues.filter(({ fields }) => fields.labels.includes(label!))
      return Response.json({ issues: found.map(({ key }) => ({ key, fields: { attachment: files.map(({ name }) => ({ filename: name })) } })), isLast: true })
    }
    if (method === 'POST' && path === '/rest/api/3/issue/SHOP-1/attachments') {
      assert.equal(headers.get('x-atlassian-token'), 'no-check')
      const file = form!.get('file') as File
      files.push({ name: file.name, bytes: await file.arrayBuffer() })
      return Response.json([{ filename: file.name }])
    }
    if (path === '/rest/api/3/issue/SHOP-1/comment') {
      if (method === 'GET') return Response.json({ comments: [...comments].reverse(), total: comments.length })
      comments.push({ id: String(comments.length + 1), body: (json as { body: Node }).body })
      return Response.json(comments.at(-1), { status: 201 })
    }
    throw new Error(`Jira knows no ${method} ${path}`)
  }, () => Response.json({ errorMessages: [], errors: { summary: 'Summary is too long' } }, { status: 400 }))
  return { ...service, issues, comments, files }
}

const open = (service: FakeService, more: Partial<JiraOptions> = {}) =>
  jira({ site: 'https://acme.atlassian.net', email: 'me@acme.example', token, project: 'SHOP', fetch: service.fetch, ...more })

describe('the transport kit, run on Jira', () => {
  const make = (): TransportSetup => {
    const service = fakeJira()
    const taken = () => service.issues.map(({ fields }) => ({ story: below(fields.description, 'What was said'), files: service.files }))
    return { transport: open(service), backend: service.backend(taken), secret: token }
  }
  for (const { title, run } of transportPromises(make)) it(title, run)
})

describe('Jira issues', () => {
  it('writes an issue of the project with its label and files, and gives its key and address back', async () => {
    const service = fakeJira()
    const issue = issueOf()
    const receipt = await open(service, { type: 'Bug', labels: ['customers'], caseUrl: () => 'https://shop.example/inbox' }).send(issue, [fileOf()], { signal: signal() })
    assert.deepEqual({ ...receipt, acceptedAt: '' }, { id: issue.id, reference: 'SHOP-1', url: 'https://acme.atlassian.net/browse/SHOP-1', acceptedAt: '' })
    const { fields } = service.issues[0]!
    assert.deepEqual([fields.project.key, fields.issuetype.name, fields.summary, fields.labels], ['SHOP', 'Bug', 'It whistles', ['customers', `earshot-${issue.id}`]])
    const links = all(fields.description).flatMap(({ marks = [] }) => marks.flatMap(({ attrs }) => attrs?.['href'] ?? []))
    assert.deepEqual(links, ['https://shop.example/inbox'])
    assert.deepEqual(service.files.map(({ name }) => name), ['kettle.png'])
  })

  it('keeps a customer’s words as data: a document of paragraphs, breaks and texts', async () => {
    const service = fakeJira()
    await open(service).send(issueOf({ story: `${hostile}\u0001` }), [], { signal: signal() })
    const { description } = service.issues[0]!.fields
    assert.equal(below(description, 'What was said'), `${hostile}\ufffd`)
    assert.deepEqual([...new Set(all(description).map(({ type }) => type))].sort(), ['doc', 'hardBreak', 'paragraph', 'text'])
    assert.ok(all(description).every(({ type, text }) => type !== 'text' || text))
  })

  it('goes on where it stopped: the issue is there, one of its files is not', async () => {
    for (const late of [false, true]) {
      const service = fakeJira({ late })
      const failing: FakeService['fetch'] = async (input, init) => {
        const isSecond = String(input).endsWith('/attachments') && service.files.length === 1
        return isSecond ? new Response('', { status: 503 }) : service.fetch(input, init)
      }
      let fetch = failing
      const forwarder = open({ ...service, fetch: (input, init) => fetch(input, init) })
      const files = [fileOf('a.png'), fileOf('b.png')]
      assert.equal((await refusal(forwarder.send(issueOf(), files, { signal: signal() }))).retry, 'later')
      fetch = service.fetch
      assert.equal((await forwarder.send(issueOf(), files, { signal: signal(), again: true })).reference, 'SHOP-1')
      assert.equal(service.issues.length, 1)
      assert.deepEqual(service.files.map(({ name }) => name).slice(-1), ['b.png'])
    }
  })

  it('leaves out what does not fit, says so, and keeps what was said', async () => {
    const service = fakeJira()
    const story = 'It whistles. '.repeat(700)
    await open(service).send(issueOf({ story, diagnostics: { errors: Array.from({ length: 3_000 }, (_, i) => `"error" ${i}`) } }), [], { signal: signal() })
    const { description } = service.issues[0]!.fields
    assert.ok(JSON.stringify(description).length <= 32_767)
    assert.equal(below(description, 'What was said'), story)
    assert.match(below(description, 'Shortened'), /characters are left out here/)
  })

  it('comments what the customer says later, once', async () => {
    const service = fakeJira()
    const forwarder = open(service)
    const receipt = await forwarder.send(issueOf(), [], { signal: signal() })
    const other = messageOf({ id: 'other', text: `earshot:${messageOf().id}` })
    await forwarder.reply!(receipt, other, { signal: signal() })
    for (let times = 0; times < 2; times++) await forwarder.reply!(receipt, messageOf({ text: hostile }), { signal: signal(), attachments: [fileOf()] })
    assert.deepEqual(service.comments.map(({ body }) => below(body, 'The customer writes')), [other.text, hostile])
    assert.equal(service.files.length, 1)
    assert.equal((await refusal(forwarder.reply!({ ...receipt, reference: '../x' }, messageOf(), { signal: signal() }))).retry, 'never')
  })

  it('waits for a person or for Jira, tells why, and never the token', async () => {
    const service = fakeJira()
    for (const [status, body] of [[401, { errorMessages: ['Client must be authenticated'] }], [404, { errorMessages: ['No project'] }], [429, { errorMessages: ['Rate limit exceeded'] }]] as const) {
      service.instead(() => Response.json(body, { status, headers: { 'Retry-After': '9' } }))
      const error = await refusal(open(service).send(issueOf(), [], { signal: signal() }))
      assert.deepEqual([error.retry, error.detail, error.afterMs], ['later', body.errorMessages[0], 9_000])
      assertSilent(error, token, btoa(`me@acme.example:${token}`))
    }
  })

  it('refuses options that cannot work, when it is made', () => {
    assert.throws(() => open(fakeJira(), { project: 'A" OR 1=1' }), /transport\/wrong-option/)
    assert.throws(() => open(fakeJira(), { token: '' }), /transport\/wrong-option/)
    assert.throws(() => open(fakeJira(), { site: 'acme' }), /transport\/wrong-option/)
  })
})
