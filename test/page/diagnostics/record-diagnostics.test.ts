import { expect } from '@open-wc/testing'
import { recordDiagnostics } from '../../../src/page/diagnostics/record-diagnostics.ts'

const clock = { now: () => Date.UTC(2026, 10, 22), after: () => () => {} }
const at = '2026-11-22T00:00:00.000Z'

/** A recording that ends with the test. */
function recording(endpoint?: string) {
  const made = recordDiagnostics({ endpoint, clock })
  stop = () => made.stop()
  return made
}
let stop = () => {}
afterEach(() => stop())

/** As the browser tells of it, but below the window: the capture phase hears it, the test runner does not. */
const happen = (event: Event, target: EventTarget = document.body) => target.dispatchEvent(event)

const uncaught = (init: ErrorEventInit) => new ErrorEvent('error', { filename: 'https://shop.example/app.js?v=secret', lineno: 3, colno: 14, ...init })

async function soon<T>(look: () => T | undefined): Promise<T> {
  for (const since = performance.now(); performance.now() - since < 6_000; ) {
    const found = look()
    if (found !== undefined) return found
    await new Promise(requestAnimationFrame)
  }
  throw new Error('Not within six seconds')
}

describe('what went wrong on the page', () => {
  it('is remembered in the browser’s words, with where it was, and without queries and fragments', () => {
    const { read } = recording()
    happen(uncaught({ message: 'Uncaught TypeError: x at https://shop.example/cart?token=1#top', error: new TypeError('x') }))
    expect(read().errors).to.deep.equal([
      { at, type: 'error', message: 'Uncaught TypeError: x at https://shop.example/cart', where: 'https://shop.example/app.js:3:14' },
    ])
  })

  it('is remembered of promises, with the first place of the stack and no more of it', () => {
    const { read } = recording()
    const reason = Object.assign(new Error('Refused'), { stack: 'Error: Refused\n at f (https://shop.example/a.js?t=1:7:9)\n at g (https://shop.example/b.js:1:1)' })
    const promise = Promise.reject(reason)
    promise.catch(() => {})
    happen(new PromiseRejectionEvent('unhandledrejection', { promise, reason }))
    happen(new PromiseRejectionEvent('unhandledrejection', { promise, reason: 'words only' }))
    expect(read().errors).to.deep.equal([
      { at, type: 'rejection', message: 'Error: Refused', where: 'https://shop.example/a.js:7:9' },
      { at, type: 'rejection', message: 'words only' },
    ])
  })

  it('is remembered of what the policy forbids, and of what did not arrive', () => {
    const { read } = recording()
    happen(new SecurityPolicyViolationEvent('securitypolicyviolation', {
      effectiveDirective: 'img-src', blockedURI: 'https://evil.example/p.gif?who=ada', documentURI: location.href, originalPolicy: '', violatedDirective: 'img-src',
      disposition: 'enforce', statusCode: 200, sourceFile: 'https://shop.example/app.js', lineNumber: 1, columnNumber: 2,
    } as SecurityPolicyViolationEventInit))
    const picture = new Image()
    Object.defineProperty(picture, 'src', { value: 'https://shop.example/p.jpg?size=2' })
    document.body.append(picture)
    happen(new Event('error'), picture)
    picture.remove()
    expect(read().errors).to.deep.equal([
      { at, type: 'policy', message: 'img-src: https://evil.example/p.gif', where: 'https://shop.example/app.js:1:2' },
      { at, type: 'resource', message: '<img>', where: 'https://shop.example/p.jpg' },
    ])
  })

  it('is nothing that extensions, other origins without a word, or our own parts tell of, nor what was stopped on purpose', () => {
    const { read } = recording()
    happen(uncaught({ message: 'x', filename: 'chrome-extension://abc/inject.js' }))
    happen(uncaught({ message: 'Script error.', filename: '' }))
    happen(uncaught({ message: 'ResizeObserver loop completed with undelivered notifications.' }))
    happen(uncaught({ message: 'Stopped', error: new DOMException('Stopped', 'AbortError') }))
    const ours = document.createElement('earshot-nothing')
    document.body.append(ours)
    happen(new Event('error'), ours)
    ours.remove()
    expect(read().errors).to.deep.equal([])
  })

  it('is at most the latest twenty, each of at most three hundred characters, one that repeats the last counted with it', () => {
    const { read } = recording()
    for (let i = 0; i < 25; i++) happen(uncaught({ message: `Error ${i} ${'x'.repeat(1_000)}` }))
    for (let i = 0; i < 3; i++) happen(uncaught({ message: 'The same' }))
    const errors = read().errors as { message: string; count?: number }[]
    expect(errors).to.have.length(20)
    expect(errors[0]!.message).to.match(/^Error 6 x/).and.to.have.length(300)
    expect(errors.at(-1)).to.include({ message: 'The same', count: 3 })
  })

  it('is not disturbed by errors that cannot be read', () => {
    const { read } = recording()
    const hostile = new Error('x')
    Object.defineProperty(hostile, 'stack', { get: () => { throw new Error('No') } })
    const promise = Promise.resolve()
    happen(new PromiseRejectionEvent('unhandledrejection', { promise, reason: hostile }))
    happen(new PromiseRejectionEvent('unhandledrejection', { promise, reason: { toString: () => { throw new Error('No') } } }))
    expect(read().errors).to.deep.equal([{ at, type: 'rejection', message: 'something that cannot be read was thrown' }])
  })

  it('is the requests that failed, where the browser tells, but none of our own', async () => {
    const { read } = recording(`${location.origin}/not-there/issues`)
    await fetch('/not-there/issues?token=1').catch(() => {})
    await fetch('/not-there/at-all?token=secret').catch(() => {})
    const entry = await soon(() => (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).find(({ name }) => name.includes('at-all')))
    const told = 'responseStatus' in entry && entry.responseStatus >= 400
    const found = () => read().requests!.find(request => (request as { url: string }).url.includes('not-there')) as { url: string; status: number; by: string }
    if (told) {
      await soon(found)
      expect(found()).to.include({ url: `${location.origin}/not-there/at-all`, status: 404, by: 'fetch' })
    }
    expect(JSON.stringify(read())).not.to.contain('secret').and.not.to.contain('issues')
  })

  it('comes with the versions of Earshot and of the page', () => {
    const meta = Object.assign(document.createElement('meta'), { name: 'version', content: '2026.11' })
    const { read } = recording()
    expect(read().versions!['earshot']).to.match(/^\d+\.\d+\.\d+/)
    document.head.append(meta)
    expect(read().versions).to.include({ page: '2026.11' })
    meta.remove()
  })

  it('is not listened to any more once it was stopped', () => {
    const { read, stop: end } = recording()
    end()
    happen(uncaught({ message: 'Later' }))
    expect(read().errors).to.deep.equal([])
  })
})
