import { claimMark } from '../core/issue/claim-mark.ts'
import type { Page } from '../desk/page.ts'

/** The page we are in, as a desk sees it. */
export function browserPage(view: Window = window): Page {
  return {
    reading: async () => (await import('./page-reading.ts')).readingOf(view),
    locale: () => view.document.documentElement.lang || view.navigator.language || 'en',
    watch: async (options, report) => (await import('./signals/watch.ts')).watchForTrouble(options, report),
    recordDiagnostics: async options => (await import('./diagnostics/record-diagnostics.ts')).recordDiagnostics(options, view),
    claimed() {
      const { location, history } = view
      if (!location.hash.startsWith(claimMark)) return undefined
      const { href } = location
      // A secret does not stay where shoulders and histories see it.
      history.replaceState(history.state, '', location.pathname + location.search)
      return href
    },
    awaitMoments: async (...given) => (await import('./asks/await-moments.ts')).awaitMoments(...given),
    onWake(wake) {
      let leave: (() => void) | undefined
      let left = false
      // When the page has nothing better to do. Safari has no idle callback.
      const idle = view.requestIdleCallback ?? view.setTimeout
      idle(async () => {
        // Without it what waits goes with the next page.
        const room = await import('./wake-signals.ts').catch(() => undefined)
        if (left || !room) return
        leave = room.listenForWake(view, wake)
        wake()
      })
      return () => {
        left = true
        leave?.()
      }
    },
  }
}
