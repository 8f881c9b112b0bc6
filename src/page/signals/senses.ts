import { observeRequests } from '../requests.ts'
import type { Scene } from './detector.ts'
import type { Senses } from './scene.ts'

/** The real ones: what the browser tells of requests and of the way through the site. Nothing is patched, nothing is kept. */
export const sensesOf = (endpoint: string | undefined) => ({ clock, ended, hear }: Scene): Senses => ({
  requests(listener) {
    observeRequests(
      entry => /^(fetch|xml)/.test(entry.initiatorType) && entry.name.startsWith(`${location.origin}/`) && listener(entry),
      { endpoint, ended },
    )
  },
  arrivals(listener) {
    const { navigation } = window
    // The browser's own list of this tab's pages: it has to be kept by nobody. Where there is none, the visit begins here.
    const entry = (step: number) => navigation?.entries()[navigation.currentEntry!.index + step]?.url
    const pathOf = (url = location.href) => new URL(url).pathname + new URL(url).search
    for (let step = -(navigation?.currentEntry?.index ?? 0); step < 0; step++) listener(pathOf(entry(step) ?? undefined))
    let last = ''
    const arrive = (path = pathOf()) => {
      if (path !== last) listener((last = path), clock.now())
    }
    arrive()
    navigation?.addEventListener('currententrychange', () => arrive(), { signal: ended })
    hear('popstate click', () => arrive())
    hear('pageshow', event => {
      // Back from the page that now lies ahead in the list.
      if ((event as PageTransitionEvent).persisted) arrive(pathOf(entry(1) ?? undefined))
      arrive()
    })
  },
})
