import assert from 'node:assert/strict'
import { seal } from '../../../src/core/issue/seal.ts'
import type { Attachment } from '../../../src/core/issue/issue.ts'
import { http } from '../../../src/core/transports/http.ts'

const { signal } = new AbortController()
const read = async (response: Promise<Response>) => {
  const answer = await response
  return { status: answer.status, headers: answer.headers, said: answer.headers.get('content-type')?.includes('json') ? await answer.json() as unknown : await answer.text() }
}

/** A file that is larger than what any server reads of a body at once, and never the same in two places. */
function largeFile(): Attachment {
  const bytes = Uint8Array.from({ length: 3 * 2 ** 20 }, (_, index) => (index * 31 + (index >> 8)) % 256)
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return { id: 'f1', name: 'lamp.png', type: 'image/png', size: bytes.length, bytes: bytes.buffer }
}

/** What a customer, the shop's page and the staff do with a server, over real HTTP. Answers with an open stream of news, and how to read it. */
export async function walk(url: string, staffKey: string) {
  const file = largeFile()
  const issue = seal({ kind: 'problem', story: 'The lamp came broken. مرحبا', attachments: [file] })
  const statuses: number[] = []
  const transport = http(`${url}/issues`, {
    async fetch(...given) {
      const response = await fetch(...given)
      statuses.push(response.status)
      return response
    },
  })
  const receipt = await transport.send(issue, [file], { signal })
  assert.deepEqual(await transport.send(issue, [file], { signal }), receipt)
  assert.deepEqual(statuses, [201, 200])

  const bearer = { authorization: `Bearer ${receipt.token}` }
  const kept = await fetch(`${url}/issues/${issue.id}/attachments/f1`, { headers: bearer })
  assert.equal(Buffer.compare(Buffer.from(await kept.arrayBuffer()), Buffer.from(file.bytes)), 0, 'the file is another one')
  await transport.reply!(receipt, { id: crypto.randomUUID(), at: new Date().toISOString(), from: 'customer', text: 'It is the red one' }, { signal })
  const thread = await transport.thread!(receipt, { signal })
  assert.deepEqual(thread.messages.map(({ text }) => text), ['It is the red one'])

  const preflight = await fetch(`${url}/issues`, {
    method: 'OPTIONS', headers: { origin: 'https://shop.example', 'access-control-request-method': 'POST' },
  })
  assert.equal(preflight.headers.get('access-control-allow-origin'), 'https://shop.example')
  assert.match(preflight.headers.get('access-control-allow-headers') ?? '', /idempotency-key/i)
  assert.equal((await read(fetch(`${url}/issues/${issue.id}`))).status, 401)

  for (const authorization of ['', 'Bearer undefined', 'Bearer ']) {
    assert.equal((await read(fetch(`${url}/inbox/issues`, { headers: { authorization } }))).status, 401)
  }
  const staff = { authorization: `Bearer ${staffKey}`, 'content-type': 'application/json' }
  const { said } = await read(fetch(`${url}/inbox/issues`, { headers: staff }))
  assert.deepEqual((said as { issues: { reference: string }[] }).issues.map(({ reference }) => reference), [receipt.reference])

  // As a browser asks for it, so that whoever would gather the stream up to compress it does.
  const events = await fetch(`${url}/issues/${issue.id}/events`, { headers: { ...bearer, accept: 'text/event-stream', 'accept-encoding': 'gzip, br' } })
  assert.equal(events.headers.get('content-type'), 'text/event-stream')
  const reader = events.body!.pipeThrough(new TextDecoderStream()).getReader()
  assert.match((await reader.read()).value!, /event: news/)
  const written = await fetch(`${url}/inbox/issues/${issue.id}/messages`, {
    method: 'POST', headers: staff, body: JSON.stringify({ text: 'A new lamp is on its way.', author: { name: 'Marit' } }),
  })
  assert.equal(written.status, 201)
  assert.match((await reader.read()).value!, /event: news/)
  return { issue, reader }
}
