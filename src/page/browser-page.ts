import type { Page } from '../desk/page.ts'

/** The page we are in, as a desk sees it. */
export function browserPage(view: Window = window): Page {
  const { document } = view
  return {
    reading: async () => (await import('./page-reading.ts')).readingOf(view),
    locale: () => document.documentElement.lang || view.navigator.language || 'en',
    onWake(wake) {
      // Not on `pagehide` or when hidden: what is begun there is lost in two of three cases.
      const whenVisible = () => document.visibilityState === 'visible' && wake()
      const whenRestored = (event: PageTransitionEvent) => event.persisted && wake()
      view.addEventListener('online', wake)
      view.addEventListener('pageshow', whenRestored)
      document.addEventListener('visibilitychange', whenVisible)
      const leaveIdle = whenIdle(view, wake)
      return () => {
        leaveIdle()
        view.removeEventListener('online', wake)
        view.removeEventListener('pageshow', whenRestored)
        document.removeEventListener('visibilitychange', whenVisible)
      }
    },
  }
}

/** Once, when the page has nothing better to do. Safari has no idle callback. */
function whenIdle(view: Window, run: () => void): () => void {
  if (view.requestIdleCallback) {
    const handle = view.requestIdleCallback(run, { timeout: 3000 })
    return () => view.cancelIdleCallback(handle)
  }
  const timer = view.setTimeout(run, 1000)
  return () => view.clearTimeout(timer)
}
