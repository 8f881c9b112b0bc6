import { sourceFrom } from '../../core/articles/source-from.ts'
import { messageOf } from '../../core/support/errors.ts'
import { isRecord } from '../../core/support/json.ts'
import { ask, type Asking } from './ask.ts'
import type { Measures, Notes } from './finding.ts'

export interface ArticlesAsked { setting: unknown; page: URL; locale: string }

// These need a browser: they run what lies on the page's own site.
const inBrowser = ['page', 'pagefind']
const needsBrowser = (value: unknown) => isRecord(value) && inBrowser.includes(value['source'] as string)

/** The addresses of indexes in the setting, absolute. */
export function indexesOf(setting: unknown, page: URL): URL[] {
  const all: unknown[] = Array.isArray(setting) ? setting : [setting]
  return all.flatMap(value => (typeof value === 'string' && URL.canParse(value, page) ? [new URL(value, page)] : []))
}

/** Whether the articles can be read and searched, from the page's origin. */
export async function checkArticles({ setting, page, locale }: ArticlesAsked, asking: Asking, measures: Measures, { well, mend }: Notes): Promise<void> {
  if (setting === undefined) return well('No articles are set; customers find the form and the people.')
  for (const url of indexesOf(setting, page)) {
    const wrong = await refusal(url, page, asking)
    if (wrong) return mend('articles/unreachable', `The articles cannot be read: ${wrong}.`)
  }
  const all: unknown[] = Array.isArray(setting) ? setting : [setting]
  const here = all.filter(value => !needsBrowser(value))
  if (!here.length) return well('The articles are searched in the browser only; the page itself shows whether they answer.')
  try {
    const timed = (input: RequestInfo | URL, init?: RequestInit) => asking.fetch(input, { ...init, signal: AbortSignal.timeout(asking.timeout) })
    const source = sourceFrom(here, { base: page.href, fetch: timed, onProblem: ({ code, message }) => mend(code, `${message}.`) })
    const found = await source.search('help', { locale, limit: 5, signal: AbortSignal.timeout(asking.timeout) })
    measures.articles = found.length
    well(`The articles can be read and searched in "${locale}" ("help" finds ${found.length === 5 ? '5 or more' : found.length}).`)
  } catch (error) {
    mend('articles/unreachable', `The articles cannot be searched: ${messageOf(error)}.`)
  }
}

/** Why an index cannot be read by the page; undefined where it can. */
async function refusal(url: URL, page: URL, asking: Asking): Promise<string | undefined> {
  try {
    const { answer } = await ask(url, asking, { headers: { origin: page.origin } })
    if (!answer.ok) return `${url.href} answers ${answer.status}`
    const allowed = answer.headers.get('access-control-allow-origin')
    return url.origin === page.origin || allowed === '*' || allowed === page.origin ? undefined : `${url.href} lets no page of ${page.origin} read it (CORS)`
  } catch (error) {
    return messageOf(error)
  }
}
