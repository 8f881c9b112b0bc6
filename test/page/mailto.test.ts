import { expect } from '@open-wc/testing'
import type { TransportError } from '../../src/core/transports/transport.ts'
import { mailto } from '../../src/page/mailto.ts'
import { openLetter } from '../../src/page/open-letter.ts'
import { issue } from '../core/transports/fixtures.ts'

const page = (isActive?: boolean) => {
  const location = { href: 'https://shop.example/' }
  const navigator = (isActive === undefined ? {} : { userActivation: { isActive } }) as Navigator
  return { location, opened: () => openLetter('mailto:a@b.example', { navigator, location }) }
}

describe('a letter that the page opens', () => {
  it('opens with a press, and in browsers that do not say whether there was one', () => {
    for (const { location, opened } of [page(true), page()]) expect([opened(), location.href]).to.deep.equal([true, 'mailto:a@b.example'])
  })

  it('is not even tried without one', () => {
    const { location, opened } = page(false)
    expect([opened(), location.href]).to.deep.equal([false, 'https://shop.example/'])
  })

  it('leaves an issue that nobody pressed Send for with the customer', async () => {
    const sending = mailto('help@shop.example', { accept: 'opened' }).send(issue, [], { signal: new AbortController().signal })
    const { code, retry } = await sending.then(() => ({ code: 'sent', retry: '' }), (error: TransportError) => error)
    expect([code, retry]).to.deep.equal(['mailto/needs-press', 'never'])
  })
})
