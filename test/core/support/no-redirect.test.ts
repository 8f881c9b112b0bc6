import { expect } from '@open-wc/testing'
import { noRedirect } from '../../../src/core/support/no-redirect.ts'

describe('a request that follows no redirect', () => {
  it('says so in the words of the web', () => {
    expect(noRedirect()).to.equal('error')
  })

  it('says so in the words of a runtime that knows no such mode', () => {
    class Worker {
      constructor(_: string, { redirect }: RequestInit) {
        if (redirect === 'error') throw new TypeError('Invalid redirect value, must be one of "follow" or "manual"')
      }
    }
    expect(noRedirect(Worker as typeof Request)).to.equal('manual')
  })
})
