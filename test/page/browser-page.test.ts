import { expect } from '@open-wc/testing'
import { browserPage } from '../../src/page/browser-page.ts'

describe('the page we are in', () => {
  it('tells its language, its zone and the size of its window', async () => {
    document.documentElement.lang = 'de-AT'
    const page = browserPage()
    expect(page.locale()).to.equal('de-AT')
    expect((await page.reading()).environment()).to.deep.include({ viewport: [innerWidth, innerHeight], timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone })
    document.documentElement.lang = ''
    expect(page.locale()).to.equal(navigator.language)
    document.documentElement.lang = 'en'
  })

  it('wakes once when idle, and whenever the network is back', async () => {
    let woken = 0
    let told = () => {}
    const idle = new Promise<void>(resolve => (told = resolve))
    const leave = browserPage().onWake(() => (woken++, told()))
    await idle
    dispatchEvent(new Event('online'))
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    document.dispatchEvent(new Event('visibilitychange'))
    expect(woken).to.equal(4)
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }))
    expect(woken).to.equal(4)
    leave()
    dispatchEvent(new Event('online'))
    expect(woken).to.equal(4)
  })

  it('hands out the claim it was opened at once, and takes it out of the address bar', async () => {
    const { href } = location
    history.replaceState(null, '', '#earshot=abc')
    const page = browserPage()
    expect(await page.claimed?.('#earshot=')).to.equal(`${href.split('#')[0]}#earshot=abc`)
    expect([location.hash, await page.claimed?.('#earshot=')]).to.deep.equal(['', undefined])
    history.replaceState(null, '', '#section')
    expect([await page.claimed?.('#earshot='), location.hash]).to.deep.equal([undefined, '#section'])
    history.replaceState(null, '', href)
  })
})
