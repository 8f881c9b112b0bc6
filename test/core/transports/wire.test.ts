import { expect } from '@open-wc/testing'
import { http as answer, HttpResponse } from 'msw'
import { setupWorker } from 'msw/browser'
import { http } from '../../../src/core/transports/http.ts'
import { issue, receipt, refusalOf, send } from './fixtures.ts'

// Through the browser's own fetch and a service worker that plays the backend, and the network itself.
const address = `${location.origin}/wire/issues`

describe('over the browser’s own fetch', () => {
  const worker = setupWorker()
  before(() => worker.start({ quiet: true, onUnhandledFrame: 'bypass' }))
  afterEach(() => worker.resetHandlers())
  after(() => worker.stop())

  it('an issue arrives with its key, its bytes and no cookie, and its receipt comes back', async () => {
    let seen: { key: string | null; body: string; credentials: string } | undefined
    worker.use(
      answer.post(address, async ({ request }) => {
        seen = { key: request.headers.get('idempotency-key'), body: await request.text(), credentials: request.credentials }
        return HttpResponse.json(receipt, { status: 201 })
      }),
    )
    expect(await send(http(address))).to.deep.equal(receipt)
    expect(seen).to.deep.equal({ key: issue.id, body: JSON.stringify(issue), credentials: 'omit' })
  })

  it('files arrive whole', async () => {
    let size = 0
    worker.use(
      answer.post(address, async ({ request }) => {
        size = ((await request.formData()).get('a') as File).size
        return HttpResponse.json(receipt)
      }),
    )
    const bytes = new Uint8Array(100_000).buffer
    await send(http(address), [{ id: 'a', name: 'a.bin', type: 'application/octet-stream', size: 100_000, bytes }])
    expect(size).to.equal(100_000)
  })

  it('a host’s service worker that answers with its own page is no receipt', async () => {
    worker.use(answer.post(address, () => HttpResponse.html('<h1>You are offline</h1>')))
    expect((await refusalOf(send(http(address)))).code).to.equal('transport/not-a-receipt')
  })

  it('a broken line is later', async () => {
    worker.use(answer.post(address, () => HttpResponse.error()))
    expect((await refusalOf(send(http(address)))).code).to.equal('transport/unreachable')
  })

  it('a refusal brings its problem along', async () => {
    worker.use(answer.post(address, () => HttpResponse.json({ detail: 'Too short', pointer: '/story' }, { status: 422 })))
    const { retry, detail, pointer } = await refusalOf(send(http(address)))
    expect({ retry, detail, pointer }).to.deep.equal({ retry: 'never', detail: 'Too short', pointer: '/story' })
  })

  it('a port where nobody listens is later', async () => {
    expect((await refusalOf(send(http('http://127.0.0.1:9/issues')))).code).to.equal('transport/unreachable')
  })
})
