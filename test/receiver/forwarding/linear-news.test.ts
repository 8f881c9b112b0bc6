import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { describe, it } from 'node:test'
import { linear, type LinearOptions } from '../../../src/receiver/forwarders/linear.ts'
import { linearId } from '../../../src/receiver/forwarding/linear-id.ts'
import { fakeService } from '../forwarders/fake-service.ts'

const secret = 'a secret'
const now = Date.parse('2026-11-22T12:00:00.000Z')
const at = new Date(now).toISOString()
const issue = '2174add1-f7c8-44e3-bbf3-2d60b5ea8bc9'

const states: Record<string, object> = { todo: { name: 'Todo', type: 'unstarted' }, done: { name: 'Done', type: 'completed' }, review: { name: 'In review', type: 'started' } }

function open(options: Partial<LinearOptions> = {}, names: string[] = []) {
  const service = fakeService(({ json }) => {
    const { query, variables: { id } } = json as { query: string; variables: { id: string } }
    if (/\bworkflowStates\(/.test(query)) return Response.json({ data: { workflowStates: { nodes: states[id] ? [states[id]] : [] } } })
    if (/\bissues\(.*previousIdentifiers/.test(query)) return Response.json({ data: { issues: { nodes: [{ previousIdentifiers: names }] } } })
    throw new Error(`Linear knows no ${query}`)
  }, () => new Response())
  const { hook } = linear({ key: 'lin_api', team: 'ENG', secret, fetch: service.fetch, clock: { now: () => now, after: () => () => {} }, ...options })
  const tell = (said: object, { key = secret, sent = now } = {}) => {
    const body = JSON.stringify({ createdAt: at, webhookTimestamp: sent, ...said })
    const headers = { 'Content-Type': 'application/json', 'Linear-Signature': createHmac('sha256', key).update(body).digest('hex') }
    return hook!(new Request('https://desk.example/issues/hooks/linear', { method: 'POST', headers, body }), new TextEncoder().encode(body))
  }
  return { ...service, tell }
}

const moved = (state: object, from: string | undefined = 'todo', more: object = {}) => ({
  type: 'Issue', action: 'update', data: { id: issue, identifier: 'ENG-1', updatedAt: at, state, ...more }, updatedFrom: { updatedAt: 'x', ...(from && { stateId: from }) },
})
const commented = (more: object = {}) => ({
  type: 'Comment', action: 'create', actor: { type: 'user', name: 'Marit' },
  data: { id: '10b5e54c-6b0f-4d9e-9a3f-0123456789ab', body: 'A new lid is **on its way**. <!-- not this -->', createdAt: at, userId: 'u1', issueId: issue, issue: { id: issue, identifier: 'ENG-1' }, ...more },
})

describe('news from Linear', () => {
  it('says that an issue is done, and that it is not done any more; on the way it says nothing', async () => {
    const { tell } = open()
    const news = { reference: 'ENG-1', id: `state:${issue}:${at}`, at }
    assert.deepEqual(await tell(moved(states['done']!)), [{ ...news, status: 'closed' }])
    assert.deepEqual(await tell(moved({ name: 'Canceled', type: 'canceled' })), [{ ...news, status: 'closed' }])
    assert.deepEqual(await tell(moved(states['todo']!, 'done')), [{ ...news, status: 'open' }])
    assert.deepEqual(await tell(moved(states['review']!)), [])
    assert.deepEqual(await tell(moved(states['review']!, 'gone')), [])
    assert.deepEqual(await tell({ ...moved(states['done']!), updatedFrom: { title: 'x' } }), [], 'another change of what is done')
  })

  it('says what the owner named', async () => {
    const { tell } = open({ statuses: { 'In Review': 'answered' } })
    assert.deepEqual((await tell(moved(states['review']!)))!.map(({ status }) => status), ['answered'])
  })

  it('knows an issue by the name it had in another team', async () => {
    const { tell } = open({ comments: 'public' }, ['ENG-1', 'OPS-7'])
    const references = async (said: object) => (await tell(said))!.map(({ reference, id }) => [reference, id])
    const state = `state:${issue}:${at}`
    assert.deepEqual(await references(moved(states['done']!, 'todo', { identifier: 'WEB-3', previousIdentifiers: ['ENG-1'] })), [['WEB-3', state], ['ENG-1', state]])
    assert.deepEqual((await references(commented({ issue: { identifier: 'WEB-3' } }))).map(([reference]) => reference), ['WEB-3', 'ENG-1', 'OPS-7'])
  })

  it('tells what people comment, where the owner wants it', async () => {
    const expected = { reference: 'ENG-1', id: 'comment:10b5e54c-6b0f-4d9e-9a3f-0123456789ab', status: 'answered', at, text: 'A new lid is **on its way**.', author: { name: 'Marit' } }
    assert.deepEqual(await open({ comments: 'public' }).tell(commented()), [expected])
    assert.deepEqual(await open().tell(commented()), [])
  })

  it('keeps to the staff what apps, integrations and people outside write, and what is our own', async () => {
    const { tell } = open({ comments: 'public' })
    const kept = [
      { botActor: { type: 'zendesk' } }, { externalUserId: 'e1' }, { userId: null }, { body: ' <!-- only this --> ' }, { issueId: null, issue: null },
      { id: await linearId('01935b2e-7c00-7fff-bfff-0000000000aa') }, { body: '` Still whistles `\n\n<!-- earshot:m-1 -->' },
    ]
    for (const more of kept) assert.deepEqual(await tell(commented(more)), [], JSON.stringify(more))
    assert.deepEqual(await tell({ ...commented(), action: 'update' }), [])
    assert.deepEqual(await tell({ type: 'Reaction', action: 'create' }), [])
  })

  it('is nobody’s word without the secret, or from another time', async () => {
    const { tell } = open()
    const done = moved(states['done']!)
    assert.equal(await tell(done, { key: 'another' }), undefined)
    for (const sent of [now - 61_000, now + 61_000, NaN]) assert.equal(await tell(done, { sent }), undefined)
    assert.equal((await tell(done, { sent: now - 59_000 }))!.length, 1)
  })

  it('gives the same thing the same id each time, and that id is told from Linear’s own', async () => {
    const [one, two] = [await linearId('a'), await linearId('b')]
    assert.deepEqual([one === (await linearId('a')), one === two, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(one)], [true, false, true])
  })
})
