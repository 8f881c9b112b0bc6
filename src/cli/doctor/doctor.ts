import { systemClock, type Clock } from '../../core/support/clock.ts'
import { messageOf } from '../../core/support/errors.ts'
import { elementsIn, parseHtml } from '../html-document.ts'
import { ask, type Asking } from './ask.ts'
import { checkArticles, indexesOf } from './check-articles.ts'
import { checkLine } from './check-line.ts'
import { checkPeople } from './check-people.ts'
import { checkPolicy, policiesOf } from './check-policy.ts'
import { checkScript } from './check-script.ts'
import { checkSettings } from './check-settings.ts'
import { baseOf, findTags } from './find-tag.ts'
import { notesOn, type Examination } from './finding.ts'

export interface DoctorOptions {
  /** False: no test message is sent. Default true. */
  send?: boolean
  /** Milliseconds for each question. Default 30,000. */
  timeout?: number
  fetch?: typeof fetch
  clock?: Clock
}

/**
 * Walks the line of a page the way a customer's browser would: the page, the script, the settings, the policy, one marked message and
 * its answer, the people, the articles. Never rejects for what it finds.
 */
export async function doctor(url: URL, { send = true, timeout = 30_000, fetch = globalThis.fetch, clock = systemClock }: DoctorOptions = {}): Promise<Examination> {
  const asking: Asking = { fetch, timeout }
  const start = clock.now()
  const examination: Examination = { url: url.href, at: start, findings: [], measures: {} }
  const { findings, measures } = examination
  const onPage = notesOn('page', findings)
  try {
    const { answer, text } = await ask(url, asking, { headers: { accept: 'text/html' } })
    measures.pageMs = clock.now() - start
    if (!answer.ok) return (onPage.mend('page/unreachable', `The page answers ${answer.status}.`), examination)
    onPage.well(`The page answers in ${measures.pageMs} ms.`)
    const page = new URL(answer.url || url.href)
    const document = parseHtml(text)
    const base = baseOf(document, page)
    const [tag, ...more] = findTags(document, base)
    if (!tag) {
      onPage.mend('page/no-script', 'The page has no script tag of Earshot\'s; where an app brings it, ask desk.selfTest() there.')
      return examination
    }
    if (more.length) onPage.mend('loader/twice', `The page has ${more.length + 1} script tags of Earshot's; the first one works, the others do nothing.`)
    await checkScript(tag, asking, onPage)

    const { settings, file } = await checkSettings(tag, base, asking, notesOn('settings', findings))
    const { endpoint: given, accept = 'receipt', articles, locale } = settings as { endpoint?: string; accept?: 'receipt' | '2xx'; articles?: unknown; locale?: string }
    const endpoint = given !== undefined && URL.canParse(given, page) && /^https?:$/.test(new URL(given, page).protocol) ? new URL(given, page) : undefined
    const targets = [endpoint, file, ...indexesOf(articles, page)].filter(target => target !== undefined)
    checkPolicy(policiesOf(answer.headers, document), tag, targets, page, notesOn('policy', findings))

    const onLine = notesOn('line', findings)
    if (endpoint) await checkLine({ endpoint, accept, page, clock, send }, asking, measures, onLine)
    else onLine.mend('transport/no-endpoint', 'No endpoint is set, or it is not an address: what customers say stays on their device.')
    await checkPeople({ settings, page, clock }, asking, measures, notesOn('people', findings))
    const lang = [...elementsIn(document)].find(({ name }) => name === 'html')?.attributes.get('lang')
    await checkArticles({ setting: articles, page, locale: locale ?? (lang?.trim() || 'en') }, asking, measures, notesOn('articles', findings))
  } catch (error) {
    onPage.mend('page/unreachable', `${messageOf(error)}.`)
  }
  return examination
}
