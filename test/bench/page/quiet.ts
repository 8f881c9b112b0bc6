import type { Page } from 'playwright-core'

/** A page of whichever driver. */
interface Asked { evaluate(work: () => Promise<void>): Promise<void> }

/** Waits until the page has fetched nothing and worked on nothing for a second: what comes by itself has come. */
export const quiet = (page: Asked): Promise<void> =>
  page.evaluate(() => new Promise<void>(resolve => {
    let last = performance.now()
    const stir = () => (last = performance.now())
    const observer = new PerformanceObserver(stir)
    for (const type of ['resource', 'longtask', 'layout-shift']) observer.observe({ type })
    const look = () => {
      if (performance.now() - last < 1000) return void setTimeout(look, 100)
      observer.disconnect()
      requestIdleCallback(() => resolve())
    }
    look()
  }))

/** Waits until the widget itself stands behind the launcher, as it does soon after the page is idle. */
export const ready = (page: Page): Promise<void> =>
  page.evaluate(() => customElements.whenDefined('earshot-widget').then(() => new Promise<void>(resolve => requestAnimationFrame(() => resolve()))))
