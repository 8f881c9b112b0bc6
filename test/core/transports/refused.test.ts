import { expect } from '@open-wc/testing'
import { refused } from '../../../src/core/transports/refused.ts'

describe('an answer that is no success, as what to throw', () => {
  it('says whether to come again and when, and what the backend said', async () => {
    const problem = JSON.stringify({ detail: 'Too short', errors: [{ pointer: '#/story' }] })
    const { name, retry, status, detail, pointer } = await refused(new Response(problem, { status: 422, headers: { 'Content-Type': 'application/problem+json' } }))
    expect({ name, retry, status, detail, pointer }).to.deep.equal({ name: 'TransportError', retry: 'never', status: 422, detail: 'Too short', pointer: '/story' })
    const busy = await refused(new Response('<h1>Busy</h1>', { status: 503, headers: { 'Retry-After': '7' } }))
    expect([busy.retry, busy.afterMs, busy.detail]).to.deep.equal(['later', 7_000, undefined])
  })

  it('does not tell the address’s query, where keys may stand', async () => {
    const answer = new Response(null, { status: 500 })
    Object.defineProperty(answer, 'url', { value: 'https://tickets.example/api?key=secret' })
    expect((await refused(answer)).message).to.contain('https://tickets.example/api answered 500').and.not.contain('secret')
  })
})
