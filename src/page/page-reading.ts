import { lazySource } from '../core/articles/lazy-source.ts'
import type { PageReading } from '../desk/page.ts'
import { aboutPage } from './about-page.ts'
import { environmentOf } from './environment.ts'
import { hasPageArticles, pageArticles } from './find-page-articles.ts'
import { isOptedOut } from './opted-out.ts'
import { subjectOf, whereIs } from './subject.ts'
import { watchAddress } from './watch-address.ts'

export const readingOf = (view: Window): PageReading => ({
  subject: () => subjectOf(view.document, view.location),
  where: () => whereIs(view.document, view.location),
  environment: () => environmentOf(view),
  optedOut: () => isOptedOut(view),
  onMove: moved => watchAddress(view, moved),
  visible: () => view.document.visibilityState === 'visible',
  about: () => aboutPage(view.document, view.location),
  details: async (details, complain) => (await import('./details.ts')).readDetails(details, complain, view.document),
  lookOut: async address => (await import('./look-out.ts')).lookOut(address, view),
  parameter: name => new URLSearchParams(view.location.search).get(name) ?? undefined,
  articles: (selector = pageArticles, synonyms = []) => {
    if (!hasPageArticles(selector, view.document)) return undefined
    return lazySource('page', async () => (await import('./page-elements.ts')).pageElements(selector, view.document, { synonyms }))
  },
})
