import { isSender, prepare, submitMany } from './in-page.ts'
import { startMortal, withProfile, type Tab } from './mortal-browser.ts'
import { judge, openShop, type Shop, type Verdict } from './shop.ts'

export interface TabsFigures extends Verdict {
  issues: number
  /** Milliseconds from the crash to the next attempt, by the other tab. */
  takeover: number
}

const page = '/products/heron/'

/** Two tabs with work for both, and the receiver silent until `release`: the one is in the middle of sending, the other waits for its turn. */
async function twoTabs(shop: Shop, open: () => Promise<Tab>, issues: number): Promise<{ sender: Tab; other: Tab; release: () => void }> {
  let release = () => {}
  shop.held = new Promise<void>(resolve => (release = resolve))
  const tabs = [await open(), await open()] as const
  for (const tab of tabs) {
    await tab.goto(shop.demo.url + page)
    await prepare(tab)
  }
  const half = Math.floor(issues / 2)
  await submitMany(tabs[0], Array.from({ length: issues - half }, (_, at) => `first tab, ${at}`), false)
  await submitMany(tabs[1], Array.from({ length: half }, (_, at) => `second tab, ${at}`), false)
  const kept = () => shop.told.filter(({ said }) => said === 'kept').length
  await shop.until('all are kept', () => kept() === issues)
  let sender: Tab | undefined
  await shop.until('one of them sends', async () => {
    for (const tab of tabs) if (await isSender(tab)) sender = tab
    return sender !== undefined
  })
  await shop.until('it is in the middle of it', () => shop.attempts() > 0)
  const [first, second] = tabs
  return { ...(sender === first ? { sender: first, other: second } : { sender: second, other: first }), release }
}

const delivered = (shop: Shop, issues: number) =>
  shop.until('everything is delivered', async () => (await judge(shop)).lost.length === 0, 120 + issues)

/** The tab that sends crashes in the middle of its work; the other one takes over. Chromium only: no other engine crashes one tab on request. */
export async function crashOfSender({ issues, dist }: { issues: number; dist?: string | undefined }): Promise<TabsFigures> {
  const shop = await openShop(dist)
  try {
    return await withProfile(async profile => {
      const browser = await startMortal('chromium', profile)
      try {
        const { sender, release } = await twoTabs(shop, browser.newTab, issues)
        const devtools = await sender.createCDPSession()
        const before = shop.attempts()
        const start = performance.now()
        // Never answered: there is nobody left who could.
        const gone = new Promise(resolve => sender.once('error', resolve))
        void devtools.send('Page.crash').catch(() => {})
        await gone
        await shop.until('somebody sends again', () => shop.attempts() > before)
        release()
        const takeover = performance.now() - start
        await delivered(shop, issues)
        return { issues, takeover, ...(await judge(shop)) }
      } finally {
        await browser.kill()
      }
    })
  } finally {
    await shop.close()
  }
}

/**
 * The tab that sends is frozen by the browser and thawed again, and the other left and come back to: from the back-forward cache, or
 * made anew where what the first one told has put it out of there.
 */
export async function frozenAndBack({ issues }: { issues: number }): Promise<Verdict> {
  const shop = await openShop()
  try {
    return await withProfile(async profile => {
      const browser = await startMortal('chromium', profile)
      try {
        const { sender, other, release } = await twoTabs(shop, browser.newTab, issues)
        const devtools = await sender.createCDPSession()
        await devtools.send('Page.setWebLifecycleState', { state: 'frozen' })
        release()
        await devtools.send('Page.setWebLifecycleState', { state: 'active' })
        await other.goto(`${shop.demo.url}/`)
        await other.goBack()
        await delivered(shop, issues)
        return await judge(shop)
      } finally {
        await browser.kill()
      }
    })
  } finally {
    await shop.close()
  }
}
