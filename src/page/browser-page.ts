import type { Page } from '../desk/page.ts'

/** The page we are in, as a desk sees it. */
export function browserPage(view: Window = window): Page {
  return {
    reading: async () => (await import('./page-reading.ts')).readingOf(view),
    locale: () => view.document.documentElement.lang || view.navigator.language || 'en',
    watch: async (options, report) => (await import('./signals/watch.ts')).watchForTrouble(options, report),
    recordDiagnostics: async options => (await import('./diagnostics/record-diagnostics.ts')).recordDiagnostics(options, view),
    // Asked for when the page wakes: it comes with what wakes it.
    claimed: async mark => (await import('./wake-signals.ts')).takeClaim(view, mark),
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
