import { expect } from '@open-wc/testing'
import { lookOut } from '../../src/page/look-out.ts'

const own = location.origin + location.pathname
const [here, elsewhere] = [`${location.origin}/issues`, 'https://desk.example/issues']

/** A network in which only these answer, by mode and address. */
function network(answers: (href: string, mode: string | undefined) => boolean) {
  const asked: { href: string; init: RequestInit }[] = []
  const fetch = (async (href: string, init: RequestInit) => {
    asked.push({ href, init })
    if (answers(href, init.mode)) return new Response()
    throw new TypeError('Failed to fetch')
  }) as typeof globalThis.fetch
  return { fetch, asked }
}

const violation = (blockedURI: string, effectiveDirective = 'connect-src') =>
  document.dispatchEvent(new SecurityPolicyViolationEvent('securitypolicyviolation', { blockedURI, effectiveDirective, documentURI: own, originalPolicy: '', violatedDirective: effectiveDirective, disposition: 'enforce', statusCode: 200 }))

describe('Why an address gives no answer', () => {
  it('is nothing in between, where the page’s own address does not answer either', async () => {
    const { fetch, asked } = network(() => false)
    const watch = lookOut(here, window, fetch)
    expect(await watch.why()).to.equal('unreachable')
    expect(asked.map(({ href }) => href)).to.deep.equal([own])
    watch.stop()
  })

  it('seems to be something in between, where only that address is silent', async () => {
    for (const address of [here, elsewhere]) {
      const watch = lookOut(address, window, network(href => href === own).fetch)
      expect(await watch.why()).to.equal('blocked')
      watch.stop()
    }
  })

  it('is not told where it answers after all: then only that one request was cut', async () => {
    const watch = lookOut(here, window, network(() => true).fetch)
    expect(await watch.why()).to.equal('unreachable')
    watch.stop()
  })

  it('is CORS, where it answers but may not be read', async () => {
    const watch = lookOut(elsewhere, window, network((href, mode) => href === own || mode === 'no-cors').fetch)
    expect(await watch.why()).to.equal('cors')
    watch.stop()
  })

  it('is not the page’s policy, where that forbids our question to the page itself', async () => {
    const watch = lookOut(`${own}/issues`, window, network(() => false).fetch)
    violation(own)
    expect(await watch.why()).to.equal('unreachable')
    watch.stop()
  })

  it('is the page’s policy, where the browser says so; a violation of something else is not', async () => {
    const { fetch, asked } = network(href => href === own)
    const watch = lookOut(elsewhere, window, fetch)
    violation('https://other.example')
    violation('https://desk.example', 'img-src')
    expect(await watch.why()).to.equal('blocked')
    asked.length = 0
    violation('https://desk.example')
    expect(await watch.why()).to.equal('policy')
    expect(asked).to.deep.equal([])
    watch.stop()
  })

  it('is asked without anything of the customer’s: no body, no cookie, no query', async () => {
    const { fetch, asked } = network(href => href === own)
    await lookOut(elsewhere, window, fetch).why()
    for (const { href, init } of asked) {
      expect([init.method, init.credentials, init.body, new URL(href).search]).to.deep.equal(['HEAD', 'omit', undefined, ''])
      expect([own, elsewhere]).to.include(href)
    }
  })

  it('takes a network that throws, or lacks, for silence', async () => {
    const throwing = (() => { throw new Error('Patched') }) as unknown as typeof fetch
    expect(await lookOut(here, window, throwing).why()).to.equal('unreachable')
  })
})
