import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { describe, it } from 'node:test'
import { jira, type JiraOptions } from '../../../src/receiver/forwarders/jira.ts'
import { fakeService, type Asked } from '../forwarders/fake-service.ts'

const secret = 'a secret'
const now = '2026-11-22T12:00:00.000Z'

const paragraph = (...content: object[]) => ({ type: 'paragraph', content })
const words = (text: string, href?: string) => ({ type: 'text', text, ...(href && { marks: [{ type: 'link', attrs: { href } }] }) })
const comment = (more: object = {}) => ({
  id: '7', author: { accountId: 'a1', accountType: 'atlassian', displayName: 'Marit', avatarUrls: { '48x48': 'https://avatar.example/m' } },
  body: { type: 'doc', version: 1, content: [paragraph(words('A new lid is on its way.'))] },
  created: '2026-11-22T12:59:00.000+0100', jsdPublic: true, ...more,
})

/** Jira, as far as a webhook makes us ask it. @param answers by path. */
function open(options: Partial<JiraOptions> = {}, answers: Record<string, object> = {}) {
  const service = fakeService(({ method, path }: Asked) => {
    assert.equal(method, 'GET')
    const found = answers[path.replace('/rest/api/3', '')]
    return found ? Response.json(found) : Response.json({ errorMessages: ['Not found'] }, { status: 404 })
  }, () => new Response())
  const { hook } = jira({ site: 'https://acme.atlassian.net', email: 'me@acme.example', token: 'ATATT', project: 'SHOP', secret, fetch: service.fetch, ...options })
  const tell = (said: object, key = secret, header = 'X-Hub-Signature') => {
    const body = JSON.stringify(said)
    const signature = `sha256=${createHmac('sha256', key).update(body).digest('hex')}`
    const request = new Request('https://desk.example/issues/hooks/jira', { method: 'POST', headers: { 'Content-Type': 'application/json', [header]: signature }, body })
    return hook!(request, new TextEncoder().encode(body))
  }
  return { ...service, tell }
}

const status = (name: string, key: string) => ({ name, statusCategory: { key } })
const statuses = { '/status/1': status('To Do', 'new'), '/status/3': status('Done', 'done'), '/status/4': status('Waiting for customer', 'indeterminate') }
const moved = (to: object, from = '1', key = 'SHOP-1') => ({
  timestamp: Date.parse(now), webhookEvent: 'jira:issue_updated', issue: { id: '10000', key, fields: { status: to } },
  changelog: { id: '501', items: [{ field: 'labels' }, { field: 'status', fieldId: 'status', from, fromString: 'x', to: '9', toString: 'y' }] },
})
const commented = (key = 'SHOP-1') => ({ webhookEvent: 'comment_created', issue: { key }, comment: { id: '7', body: '*wiki*', jsdPublic: true } })

describe('news from Jira', () => {
  it('says that an issue is done, and that it is not done any more; on the way it says nothing', async () => {
    const { tell } = open({}, statuses)
    const news = { reference: 'SHOP-1', id: 'status:SHOP-1:501', at: now }
    assert.deepEqual(await tell(moved(status('Done', 'done'))), [{ ...news, status: 'closed' }])
    assert.deepEqual(await tell(moved(status('In Progress', 'indeterminate'), '3')), [{ ...news, status: 'open' }])
    assert.deepEqual(await tell(moved(status('In Progress', 'indeterminate'))), [])
    assert.deepEqual(await tell(moved(status('In Progress', 'indeterminate'), '77')), [], 'a status that is there no more')
  })

  it('says what the owner named', async () => {
    const { tell } = open({ statuses: { 'waiting for Customer': 'answered', 'To do': 'open' } }, statuses)
    const told = async (...given: Parameters<typeof moved>) => (await tell(moved(...given)))!.map(({ status }) => status)
    assert.deepEqual(await told(status('Waiting for customer', 'indeterminate')), ['answered'])
    assert.deepEqual(await told(status('To Do', 'new'), '4'), ['open'])
    assert.deepEqual(await told(status('In Progress', 'indeterminate'), '4'), [])
  })

  it('tells what people comment, by the comment itself and not by its copy in the webhook', async () => {
    const body = { type: 'doc', version: 1, content: [
      paragraph(words('A new lid is '), words('on its way', 'https://post.example/1'), { type: 'hardBreak' }, { type: 'emoji', attrs: { shortName: ':tea:' } }),
      { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(words('red'))] }, { type: 'listItem', content: [paragraph(words('blue'))] }] },
      paragraph({ type: 'mention', attrs: { id: 'a1', text: '@Ben' } }),
    ] }
    const { tell } = open({ comments: 'public' }, { '/issue/SHOP-1/comment/7': comment({ body }) })
    assert.deepEqual(await tell(commented()), [{
      reference: 'SHOP-1', id: 'comment:7', status: 'answered', at: '2026-11-22T11:59:00.000Z', author: { name: 'Marit', avatar: 'https://avatar.example/m' },
      text: 'A new lid is on its way (https://post.example/1)\n:tea:\n\n- red\n- blue\n\n@Ben',
    }])
  })

  it('keeps to the staff what is internal, for a group, an app’s, a customer’s, gone, or our own', async () => {
    const own = { type: 'doc', version: 1, content: [paragraph(words('Still whistles')), paragraph(words('earshot:m-1'))] }
    const kept = [
      { jsdPublic: false }, { visibility: { type: 'role', value: 'Developers' } }, { author: { accountType: 'app' } }, { author: { accountType: 'customer' } }, { author: {} },
      { body: own }, { body: { type: 'doc', version: 1, content: [] } }, { body: 'wiki' },
    ]
    for (const more of kept) assert.deepEqual(await open({ comments: 'public' }, { '/issue/SHOP-1/comment/7': comment(more) }).tell(commented()), [], JSON.stringify(more))
    assert.deepEqual(await open({ comments: 'public' }).tell(commented()), [])
    const silent = open({}, { '/issue/SHOP-1/comment/7': comment() })
    assert.deepEqual([await silent.tell(commented()), silent.asked.length], [[], 0])
  })

  it('waits for another time where Jira cannot be asked', async () => {
    const { tell, mood } = open({ comments: 'public' })
    mood('down')
    await assert.rejects(tell(commented()), { name: 'TransportError', retry: 'later' })
  })

  it('says nothing of other projects and other events', async () => {
    const { tell } = open({ comments: 'public' }, statuses)
    for (const said of [moved(status('Done', 'done'), '1', 'SHOPS-1'), commented('OPS-1'), commented('SHOP-1/../OPS-1'), { webhookEvent: 'jira:issue_deleted', issue: { key: 'SHOP-1' } }, {}]) {
      assert.deepEqual(await tell(said), [], JSON.stringify(said))
    }
  })

  it('is nobody’s word without the secret', async () => {
    const { tell } = open()
    assert.equal(await tell(moved(status('Done', 'done')), 'another'), undefined)
    assert.equal(await tell(moved(status('Done', 'done')), secret, 'X-Other'), undefined)
  })

  it('refuses meanings that there are not, when it is made', () => {
    assert.throws(() => open({ statuses: { Done: 'finished' as 'closed' } }), { code: 'transport/wrong-option' })
    assert.equal(jira({ site: 'https://acme.atlassian.net', email: 'me@acme.example', token: 'ATATT', project: 'SHOP' }).hook, undefined)
  })
})
