import { expect } from '@open-wc/testing'
import { busySeconds, transportPromises, type BackendMood, type TakenIssue, type TransportSetup } from '../../../src/testing/transport-kit.ts'
import { http } from '../../../src/core/transports/http.ts'
import type { Transport } from '../../../src/core/transports/transport.ts'
import { json } from './fixtures.ts'

/** A backend in a few lines that keeps keys, behind an injected fetch. */
function httpSetup(): TransportSetup {
  const all = new Map<string, TakenIssue & { reference: string }>()
  let mood: BackendMood = 'accept'
  const fetch: typeof globalThis.fetch = async (_, init) => {
    init!.signal!.throwIfAborted()
    if (mood === 'down') throw new TypeError('Failed to fetch')
    if (mood === 'busy') return new Response('', { status: 503, headers: { 'Retry-After': String(busySeconds) } })
    if (mood === 'refuse') return json({ detail: 'No' }, 422)
    if (mood === 'nonsense') return new Response('<h1>Log in</h1>', { headers: { 'Content-Type': 'text/html' } })
    if (mood === 'hang') return new Promise((_, reject) => init!.signal!.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))))
    const headers = new Headers(init!.headers)
    const request = new Response(init!.body as BodyInit, { headers: { 'Content-Type': headers.get('Content-Type')! } })
    const files: { name: string; bytes: ArrayBuffer }[] = []
    let issue: { story: string }
    if (headers.get('Content-Type')!.startsWith('multipart/')) {
      const form = await request.formData()
      const part = form.get('issue')!
      issue = JSON.parse(typeof part === 'string' ? part : await part.text())
      for (const value of form.values())
        if (value instanceof File && value !== part) files.push({ name: value.name, bytes: await value.arrayBuffer() })
    } else issue = await request.json()
    const id = headers.get('Idempotency-Key')!
    const known = all.get(id)
    if (!known) all.set(id, { id, story: issue.story, files, reference: `K-${all.size + 1}` })
    if (mood === 'lose-answer') throw new TypeError('Failed to fetch')
    return json({ id, reference: all.get(id)!.reference, acceptedAt: '2026-11-21T10:00:01.000Z' }, known ? 200 : 201)
  }
  return {
    transport: http('https://desk.example/issues', { fetch }),
    backend: { mood: next => void (mood = next), taken: () => [...all.values()] },
  }
}

describe('the transport kit, run on http', () => {
  for (const { title, run } of transportPromises(httpSetup)) it(title, run)
})

describe('the transport kit', () => {
  const over = (change: (transport: Transport) => Transport) => () => {
    const { transport, backend } = httpSetup()
    return { transport: change(transport), backend }
  }
  const broken: [string, () => TransportSetup][] = [
    ['that mints a new key for each attempt', over(t => ({ send: async (issue, ...rest) => ({ ...(await t.send({ ...issue, id: crypto.randomUUID() }, ...rest)), id: issue.id }) }))],
    ['that takes any failure for success', over(t => ({ send: (issue, ...rest) => t.send(issue, ...rest).catch(() => ({ id: issue.id, reference: 'x', acceptedAt: '2026-11-21' })) }))],
    ['that loses the verdict', over(t => ({ send: (...given) => t.send(...given).catch(() => Promise.reject(new Error('failed'))) }))],
    ['that cuts the story', over(t => ({ send: (issue, ...rest) => t.send({ ...issue, story: issue.story!.slice(0, 10) }, ...rest) }))],
    ['that writes into the issue', over(t => ({ send: (issue, ...rest) => ((issue.summary = 'changed'), t.send(issue, ...rest)) }))],
    ['that forgets the files', over(t => ({ send: (issue, _, options) => t.send(issue, [], options) }))],
  ]
  for (const [what, make] of broken)
    it(`catches one ${what}`, async () => {
      const outcomes = await Promise.allSettled(transportPromises(make).map(({ run }) => run()))
      expect(outcomes.some(({ status }) => status === 'rejected')).to.equal(true)
    })

  it('leaves out what the author says the service cannot do', () => {
    const titles = (...without: ('files' | 'busy')[]) => transportPromises(httpSetup, { without }).length
    expect([titles(), titles('files'), titles('files', 'busy')]).to.deep.equal([12, 11, 10])
  })
})
