import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, it } from 'node:test'
import { openService } from '../../../src/receiver/forwarding/service.ts'
import { openWebhook } from '../../../src/receiver/forwarding/webhook-service.ts'
import { assertSilent, refusal, signal } from '../forwarders/fake-service.ts'

// Over real connections: `fetch` is Node's own.
describe('a service that a forwarder speaks to', () => {
  let answer: (request: IncomingMessage, response: ServerResponse, body: string) => void
  let base = ''
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part)).on('end', () => answer(request, response, Buffer.concat(parts).toString()))
  })
  before(async () => {
    await once(server.listen(0, '127.0.0.1'), 'listening')
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/secret/`
  })
  after(() => server.close())
  const open = () => openService({ name: 'The tracker', base, headers: { Authorization: 'Bearer hidden' } })
  const say = (status: number, said: unknown, headers: Record<string, string> = {}) => {
    answer = (_, response) => response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(said))
  }

  it('is asked with its headers, a path, a query and JSON', async () => {
    const seen: unknown[] = []
    answer = ({ method, url, headers }, response, body) => {
      seen.push([method, url, headers.authorization, headers['content-type'], headers['x-more'], body])
      response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"a":1}')
    }
    const { said } = await open().call({ path: '/issues', query: { q: 'a b&c', none: undefined, page: 2 }, signal: signal() })
    await open().call({ json: { é: 1 }, headers: { 'X-More': 'x' }, signal: signal() })
    assert.deepEqual(said, { a: 1 })
    assert.deepEqual(seen, [
      ['GET', '/secret/issues?q=a+b%26c&page=2', 'Bearer hidden', undefined, undefined, ''],
      ['POST', '/secret', 'Bearer hidden', 'application/json', 'x', '{"é":1}'],
    ])
  })

  it('is given files as a form', async () => {
    answer = ({ headers }, response, body) => {
      assert.match(headers['content-type']!, /^multipart\/form-data; boundary=/)
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(body.includes('filename="a.png"\r\nContent-Type: image/png\r\n\r\nbytes')))
    }
    const body = new FormData()
    body.set('file', new Blob(['bytes'], { type: 'image/png' }), 'a.png')
    assert.equal((await open().call({ body, signal: signal() })).said, true)
  })

  it('gives no issue up because it would not say something', async () => {
    say(422, {})
    assert.equal((await refusal(open().call({ signal: signal() }))).retry, 'later')
    assert.equal((await refusal(open().call({ json: {}, asks: true, signal: signal() }))).retry, 'later')
    assert.equal((await refusal(open().call({ json: {}, signal: signal() }))).retry, 'never')
  })

  it('is named in errors by its name: no address, no key', async () => {
    const webhook = openWebhook({ name: 'The channel', address: base })
    const both = [() => open().call({ json: {}, signal: signal() }), () => webhook.post({}, signal())]
    for (const work of both) {
      for (const status of [302, 400, 401, 500]) {
        say(status, { detail: 'No' }, { Location: '/elsewhere' })
        const error = await refusal(work())
        assert.match(error.message, /^(No answer from )?The (tracker|channel)/)
        assertSilent(error, 'secret', 'hidden', '127.0.0.1')
      }
      answer = (request) => request.socket.destroy()
      assertSilent(await refusal(work()), 'secret', 'hidden', '127.0.0.1')
    }
    for (const wrong of ['ftp://secret', 'secret', '']) {
      assert.throws(() => openService({ name: 'X', base: wrong }), error => /wrong-option/.test(String(error)) && !String(error).includes('ftp:'))
    }
  })
})
