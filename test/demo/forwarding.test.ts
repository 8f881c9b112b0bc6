import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { readOptions } from '../../demo/server/options.ts'
import { startDemo } from '../../demo/start.ts'
import type { ForwardCounts, InboxForward } from '../../src/receiver/store-inbox-forwards.ts'
import { newIssue } from '../receiver/requests.ts'

test('the demonstration passes issues on to an address, and shows what that would not take until it does', async t => {
  const answers = [422, 201]
  const bodies: unknown[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', chunk => { body += String(chunk) }).on('end', () => {
      bodies.push(JSON.parse(body))
      const status = answers.shift()!
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(status === 201 ? { reference: 'T-7' } : { detail: 'No room' }))
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => (server.close(), server.closeAllConnections()))
  const demo = await startDemo({ forwardTo: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` })
  t.after(() => demo.close())

  const staff = async (path: string, method = 'GET') => (await fetch(`${demo.url}/inbox/api/${path}`, { method })).json() as Promise<unknown>
  const list = () => staff('forwards') as Promise<{ forwards: InboxForward[]; counts: ForwardCounts }>
  /** Until its attempt is written down. */
  const settled = async (status: string) => {
    for (;;) {
      const { forwards: [forward] } = await list()
      if (forward?.status === status) return forward
      await new Promise(resolve => setTimeout(resolve, 20))
    }
  }
  const issue = newIssue()
  const sent = await fetch(`${demo.url}/issues`, {
    method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': issue.id }, body: JSON.stringify(issue),
  })
  assert.equal(sent.status, 201)
  const dead = await settled('dead')
  assert.deepEqual([dead.forwarder, dead.failure!.text], ['webhook', 'It answered 422: No room'])
  await staff(`forwards/${dead.id}/retry`, 'POST')
  assert.deepEqual((await settled('done')).there, { reference: 'T-7' })
  assert.deepEqual(bodies, [issue, issue])
})

test('the address to pass on to is one, or is asked for', () => {
  assert.equal(readOptions(['--forward-to', 'https://tickets.example/in']).forwardTo, 'https://tickets.example/in')
  for (const wrong of ['tickets', 'file:///etc', '']) assert.throws(() => readOptions(['--forward-to', wrong]), /--forward-to: expected an http\(s\) address/)
})
