import assert from 'node:assert/strict'
import { it } from 'node:test'
import { Validator, type Schema } from '@cfworker/json-schema'
import { createInbox } from '../../src/receiver/inbox.ts'
import { openapiDocument } from '../../src/receiver/openapi.ts'
import { createReceiver } from '../../src/receiver/receiver.ts'
import { customer } from './customer.ts'
import { onEachDatabase } from './databases.ts'
import { fakeForwarder, refusal } from './forwarding/fake-forwarder.ts'
import { openInbox } from './open-inbox.ts'
import { openReceiver } from './open-receiver.ts'
import { ask, endpoint, getThread, newIssue, post, postForm, postMessageForm, postReply, receiptOf } from './requests.ts'

interface Operation { responses: Record<string, { content: Record<string, { schema: Schema }> }> }
interface Document { openapi: string; paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, Schema> } }

const document = openapiDocument() as unknown as Document

/** The schema the document gives for an answer, with what it refers to. */
function schemaOf(method: string, path: string, response: Response): Validator {
  const type = response.headers.get('content-type')!
  const described = document.paths[path]?.[method.toLowerCase()]?.responses[response.status]?.content[type]
  assert.ok(described, `${method} ${path} ${response.status} ${type} is not in the document`)
  return new Validator({ ...described.schema, components: document.components } as Schema, '2020-12', false)
}

/** Asked one after the other: several of them change what the next is answered. */
type Case = [method: string, path: string, status: number, ask: () => Promise<Response>]

async function asDescribed(cases: readonly Case[], look: (body: { challenge?: object }, status: number, what: string) => void = () => {}): Promise<void> {
  for (const [method, path, status, ask] of cases) {
    const what = `${method} ${path} ${status}`
    const response = await ask()
    assert.equal(response.status, status, what)
    const body = (await response.json()) as object
    if ([400, 415, 422].includes(status)) assert.ok((body as { errors?: unknown[] }).errors?.length, `${what} does not say where`)
    look(body, status, what)
    assert.deepEqual(schemaOf(method, path, response).validate(body).errors, [], what)
  }
}

onEachDatabase('the OpenAPI document', query => {
  it('describes every answer', async () => {
    const receiver = createReceiver({ query, owner: { name: 'Maria' }, answersWithin: 24, next: 'Call us.' })
    const inbox = createInbox({ query, authorize: request => !request.headers.has('x-stranger') })
    const bytes = new Uint8Array([1])
    const issue = newIssue({
      topic: 'lamps', rating: { scale: 'csat', value: 2, max: 5 }, observations: [{ text: 'late', topic: 'delivery' }, { text: 'wet' }],
      attachments: [{ id: 'a', name: 'a', type: 'image/png', size: 1, bytes: bytes.buffer }],
    })
    const { token } = await receiptOf(await receiver.handle(postForm(issue, [['a', bytes]])))
    const staff = (path: string, method = 'GET', body?: object, headers = {}) =>
      inbox.handle(new Request(`https://desk.example/inbox${path}`, {
        method, headers: { 'content-type': 'application/json', ...headers }, ...(body && { body: JSON.stringify(body) }),
      }))
    const one = `/issues/${issue.id}`
    const cases: Case[] = [
      ['POST', '/issues', 201, () => receiver.handle(post(newIssue()))],
      ['POST', '/issues', 200, () => receiver.handle(postForm(issue, [['a', bytes]]))],
      ['POST', '/issues', 400, () => receiver.handle(post('{', {}, 'k'))],
      ['POST', '/issues', 415, () => receiver.handle(post(issue, { 'content-type': 'text/plain' }))],
      ['POST', '/issues', 422, () => receiver.handle(post({ ...issue, kind: 'rant' as never }))],
      ['GET', '/issues/openapi.json', 200, () => receiver.handle(new Request(`${endpoint}/openapi.json`))],
      ['GET', '/issues/{id}', 401, () => receiver.handle(getThread(issue.id))],
      ['POST', '/issues/{id}/messages', 201, () => receiver.handle(postReply(issue.id, token!, { id: 'm', text: 'x' }))],
      ['POST', '/issues/{id}/messages', 422, () => receiver.handle(postReply(issue.id, token!, {}))],
      ['GET', '/inbox/issues', 200, () => staff('/issues')],
      ['GET', '/inbox/issues', 401, () => staff('/issues', 'GET', undefined, { 'x-stranger': '1' })],
      ['POST', '/inbox/issues/{id}/messages', 201, () => staff(`${one}/messages`, 'POST', { text: 'y', author: { name: 'Ben' } })],
      ['POST', '/inbox/issues/{id}/messages', 201, () => staff(`${one}/messages`, 'POST', { text: 'z', kind: 'question', fields: [{ type: 'text', name: 'why', label: 'Why?' }] })],
      ['POST', '/inbox/issues/{id}/messages', 422, () => staff(`${one}/messages`, 'POST', { text: 'z', kind: 'question', fields: [] })],
      ['GET', '/inbox/issues', 200, () => staff('/issues?order=promise&late=1')],
      ['POST', '/inbox/notes', 201, () => staff('/notes', 'POST', { id: 'n', text: 'It is better now', issues: [issue.id] })],
      ['POST', '/inbox/notes', 422, () => staff('/notes', 'POST', { text: 'x', issues: ['none'] })],
      ['GET', '/inbox/kudos', 200, () => staff('/kudos')],
      ['GET', '/inbox/kudos', 400, () => staff('/kudos?before=x')],
      ['PUT', '/inbox/duty', 200, () => staff('/duty', 'PUT', { person: 'Ben', rungs: ['team'], minutes: 3 })],
      ['PUT', '/inbox/duty', 422, () => staff('/duty', 'PUT', {})],
      ['GET', '/inbox/duty', 200, () => staff('/duty')],
      ['DELETE', '/inbox/duty', 200, () => staff('/duty?person=Ben', 'DELETE')],
      ['PATCH', '/inbox/issues/{id}', 200, () => staff(one, 'PATCH', { status: 'closed' })],
      ['GET', '/inbox/issues/{id}', 200, () => staff(one)],
      ['GET', '/inbox/issues/{id}', 404, () => staff('/issues/none')],
      ['GET', '/issues/{id}', 200, () => receiver.handle(getThread(issue.id, token))],
    ]
    await asDescribed(cases)
  })

  it('describes every answer about what is passed on', async () => {
    const { forwarder } = fakeForwarder()
    const news = { hook: async (_: Request, body: Uint8Array) => (body.length > 2 ? [{ reference: '#1', id: 'a', status: 'closed' as const }] : undefined) }
    const { receiver, ask: staff, send } = openInbox(query, {}, { forwarding: { to: { github: { ...forwarder, ...news }, dead: { send: () => Promise.reject(refusal({ retry: 'never' })) } } } })
    const { id } = await send({ observations: [{ text: 'wet' }] })
    await receiver.forward()
    const [job] = ((await (await staff('/forwards?status=dead')).json()) as { forwards: { id: string }[] }).forwards
    const hook = (body: unknown, name = 'github') => receiver.handle(ask(`/hooks/${name}`, { method: 'POST', body }))
    const cases: Case[] = [
      ['GET', '/inbox/issues/{id}', 200, () => staff(`/issues/${id}`)],
      ['GET', '/inbox/forwards', 200, () => staff('/forwards')],
      ['GET', '/inbox/forwards', 400, () => staff('/forwards?status=x')],
      ['POST', '/inbox/forwards/{id}/give-up', 200, () => staff(`/forwards/${job!.id}/give-up`, 'POST')],
      ['POST', '/inbox/forwards/{id}/retry', 200, () => staff(`/forwards/${job!.id}/retry`, 'POST')],
      ['POST', '/inbox/forwards/{id}/retry', 404, () => staff('/forwards/x/retry', 'POST')],
      ['POST', '/inbox/forwards/{id}/hand-over', 200, () => staff(`/forwards/${job!.id}/hand-over`, 'POST', { to: 'slack' })],
      ['POST', '/inbox/forwards/{id}/hand-over', 422, () => staff(`/forwards/${job!.id}/hand-over`, 'POST', { to: '' })],
      ['POST', '/issues/hooks/{forwarder}', 200, () => hook(['news'])],
      ['POST', '/issues/hooks/{forwarder}', 401, () => hook(1)],
      ['POST', '/issues/hooks/{forwarder}', 404, () => hook(1, 'dead')],
    ]
    await asDescribed(cases)
  })

  it('describes every answer about a proof of work', async () => {
    const receiver = openReceiver(query, { spam: { proof: { cost: 1, worker: false } } })
    const issue = newIssue()
    const { token } = await receiptOf(await receiver.handle(post(issue)))
    const prove = (own = token) => receiver.handle(ask(`/${issue.id}/proof`, { method: 'POST', body: {}, ...(own && { token: own }) }))
    const cases: Case[] = [
      ['POST', '/issues', 201, () => receiver.handle(post(newIssue()))],
      ['POST', '/issues', 200, () => receiver.handle(post(issue))],
      ['POST', '/issues/{id}/proof', 422, () => prove()],
      ['POST', '/issues/{id}/proof', 401, () => prove('somebody')],
      ['POST', '/issues/{id}/proof', 404, () => openReceiver(query).handle(ask(`/${issue.id}/proof`, { method: 'POST', token: token!, body: {} }))],
    ]
    await asDescribed(cases, ({ challenge }, status, what) => assert.equal(challenge !== undefined, status < 300, what))
  })

  it('describes every answer to a customer\'s device', async () => {
    const receiver = openReceiver(query, { identity: async token => (token === 'ann' ? { sub: 'ann' } : undefined), ladder: [{ id: 'desk', name: 'Maria', kind: 'message' }] })
    const { send, share, say } = customer(receiver)
    const [first, second] = [await send(), await send()]
    const { token, id } = second
    assert.equal(await say(second, { text: 'x', kind: 'rating', rating: { scale: 'csat', value: 2, max: 5 } }), 201)
    const bytes = new Uint8Array([1])
    const file = { id: 'a', name: 'a', type: 'image/png', size: 1 }
    const { code } = await share(second)
    const theirs = { 'earshot-identity': 'ann' }
    await receiver.handle(post(newIssue(), theirs))
    const cases: Case[] = [
      ['POST', '/issues', 201, () => receiver.handle(post(newIssue({ escalation: { of: id, rung: 'lead', level: 2 } }), { 'earshot-earlier': token }))],
      ['GET', '/issues', 200, () => receiver.handle(ask('', { headers: theirs }))],
      ['GET', '/issues', 401, () => receiver.handle(ask(''))],
      ['GET', '/issues/people', 200, () => receiver.handle(ask('/people'))],
      ['GET', '/issues/health', 200, () => receiver.handle(ask('/health'))],
      ['GET', '/issues/ready', 200, () => receiver.handle(ask('/ready'))],
      ['POST', '/issues/open', 200, () => receiver.handle(ask('/open', { method: 'POST', body: { code } }))],
      ['POST', '/issues/open', 404, () => receiver.handle(ask('/open', { method: 'POST', body: { code } }))],
      ['POST', '/issues/open', 422, () => receiver.handle(ask('/open', { method: 'POST', body: [] }))],
      ['POST', '/issues/{id}/messages', 201, () => receiver.handle(postMessageForm(id, token, { id: 'f', attachments: [file] }, [['a', bytes]]))],
      ['POST', '/issues/{id}/messages', 422, () => receiver.handle(postReply(id, token, { id: 'm', kind: 'question', text: 'x' }))],
      ['GET', '/issues/{id}', 200, () => receiver.handle(getThread(id, token))],
      ['GET', '/issues/{id}/attachments/{attachment}', 404, () => receiver.handle(ask(`/${id}/attachments/none`, { token }))],
      ['GET', '/issues/{id}/events', 401, () => receiver.handle(ask(`/${id}/events`))],
      ['POST', '/issues/{id}/shares', 201, () => receiver.handle(ask(`/${id}/shares`, { method: 'POST', token }))],
      ['POST', '/issues/{id}/shares', 401, () => receiver.handle(ask(`/${id}/shares`, { method: 'POST', token: first.token }))],
    ]
    await asDescribed(cases)
    const bare: [method: string, path: string, status: number, answer: Response][] = [
      ['GET', '/issues/{id}/events', 200, await receiver.handle(ask(`/${id}/events`, { token }))],
      ['GET', '/issues/{id}/attachments/{attachment}', 200, await receiver.handle(ask(`/${id}/attachments/a`, { token }))],
      ['DELETE', '/issues/{id}/shares', 204, await receiver.handle(ask(`/${id}/shares`, { method: 'DELETE', token }))],
    ]
    for (const [method, path, status, answer] of bare) {
      assert.equal(answer.status, status, `${method} ${path}`)
      assert.ok(document.paths[path]?.[method.toLowerCase()]?.responses[status], `${method} ${path} ${status}`)
      await answer.body?.cancel()
    }
  })

  it('names every way there is, and no other', async () => {
    const { handle } = openReceiver(query)
    for (const [path, ways] of Object.entries(document.paths)) {
      if (!path.startsWith('/issues')) continue
      const response = await handle(new Request(`https://desk.example${path.replace(/[{}]/g, '')}`, { method: 'PUT' }))
      const named = Object.keys(ways).filter(way => way !== 'parameters').map(way => way.toUpperCase())
      assert.deepEqual(response.headers.get('allow')?.split(', ').sort(), [...named, 'OPTIONS'].sort(), path)
    }
  })

  it('is served where the receiver is', async () => {
    const receiver = createReceiver({ query, basePath: '/desk/in/' })
    const response = await receiver.handle(new Request('https://desk.example/desk/in/openapi.json'))
    const served = (await response.json()) as Document
    assert.equal(served.openapi, '3.1.0')
    assert.ok(served.paths['/desk/in/{id}/messages'])
    assert.ok(served.components.schemas['Issue'])
  })
})
