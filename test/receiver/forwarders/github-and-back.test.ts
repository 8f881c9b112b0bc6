import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { it } from 'node:test'
import type { Thread } from '../../../src/core/issue/thread.ts'
import { github } from '../../../src/receiver/forwarders/github.ts'
import { onEachDatabase } from '../databases.ts'
import { handClock, openInbox } from '../open-inbox.ts'
import { getThread } from '../requests.ts'
import { fakeGithub, token } from './fake-github.ts'
import { below } from './read-markdown.ts'

const secret = 'a secret'

onEachDatabase('an issue that went to GitHub', query => {
  function open() {
    const clock = handClock()
    const service = fakeGithub({ now: clock.now })
    const workshop = github({ repository: 'acme/shop', token, secret, comments: 'public', fetch: service.fetch, clock })
    const site = openInbox(query, {}, { clock, forwarding: { to: { workshop } } })
    async function tell(event: string, said: object): Promise<number> {
      const body = JSON.stringify({ repository: { full_name: 'acme/shop' }, ...said })
      const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
      const headers = { 'Content-Type': 'application/json', 'X-GitHub-Event': event, 'X-GitHub-Delivery': crypto.randomUUID(), 'X-Hub-Signature-256': signature }
      return (await site.receiver.handle(new Request('https://desk.example/issues/hooks/workshop', { method: 'POST', headers, body }))).status
    }
    const thread = async ({ id, token }: { id: string; token: string }) => (await (await site.receiver.handle(getThread(id, token))).json()) as Thread
    return { ...site, clock, service, tell, thread }
  }

  it('is there once, although the first answer was lost', async () => {
    const { receiver, send, service, clock } = open()
    service.mood('lose-answer')
    const { issue } = await send({ story: 'It whistles at @night' })
    assert.deepEqual(await receiver.forward(), { done: 0, failed: 1 })
    service.mood('accept')
    clock.pass(1)
    assert.deepEqual(await receiver.forward(), { done: 1, failed: 0 })
    assert.deepEqual(service.issues.map(({ body }) => below(body, 'What was said')), ['It whistles at @night'])
    assert.match(service.issues[0]!.body, new RegExp(`<!-- earshot:${issue.id} -->$`))
  })

  it('takes along what the customer says later, and brings back what is said and done there', async () => {
    const { receiver, send, say, service, tell, thread } = open()
    const sent = await send()
    await receiver.forward()
    await say(sent, { id: 'more', text: 'It is the red one' })
    await receiver.forward()
    assert.deepEqual(service.comments.map(({ body }) => below(body, 'The customer writes')), ['It is the red one'])

    const issue = { number: 41, updated_at: '2026-11-23T07:30:00Z' }
    const comment = { id: 7, body: 'A new lid is on its way.', created_at: '2026-11-23T07:00:00Z', author_association: 'OWNER', user: { login: 'marit', type: 'User' } }
    assert.equal(await tell('issue_comment', { action: 'created', issue, comment }), 200)
    assert.equal(await tell('issue_comment', { action: 'created', issue, comment }), 200)
    assert.equal(await tell('issue_comment', { action: 'created', issue, comment: { ...comment, id: 8, body: service.comments[0]!.body } }), 200)
    const answered = await thread(sent)
    assert.equal(answered.status, 'answered')
    assert.deepEqual(answered.messages.filter(({ from }) => from === 'staff').map(({ text, author }) => [text, author?.name]), [['A new lid is on its way.', 'marit']])

    assert.equal(await tell('issues', { action: 'closed', issue }), 200)
    assert.equal((await thread(sent)).status, 'closed')
  })
})
