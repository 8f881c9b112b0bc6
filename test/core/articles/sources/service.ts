import { setupWorker } from 'msw/browser'
import { http, HttpResponse, type RequestHandler } from 'msw'

/** What a service holds in the tests of the sources. */
export interface Doc { id: string; title: string; summary: string; body: string }

export const docs: Doc[] = [
  { id: '101', title: 'Return something', summary: 'Sixty days, used or not.', body: 'You have sixty days from the day your parcel arrived. Open your order and print the label.' },
  { id: '102', title: 'When your refund arrives', summary: 'Five working days.', body: 'A refund follows within five working days after the parcel has arrived.' },
  { id: '103', title: 'The Heron lamp flickers', summary: 'Bulb, socket, dimmer.', body: 'First tighten the bulb. A dimmer on the wall makes any lamp flicker.' },
]

export const known = docs.map(({ id, title }) => ({ id, title }))

const wordsIn = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Those that have one of the words, most of them first: what a fake service needs of an engine. */
export function matching(query: string): Doc[] {
  const wanted = new Set(wordsIn(query))
  const worth = (doc: Doc) => wordsIn(`${doc.title} ${doc.title} ${doc.body}`).filter(word => wanted.has(word)).length
  return docs.filter(worth).sort((a, b) => worth(b) - worth(a))
}

/** The text with each word of the query between two signs, as engines do it. */
export function signed(text: string, query: string, [before, after]: readonly [string, string]): string {
  const wanted = new Set(wordsIn(query))
  return text.replace(/[\p{L}\p{N}]+/gu, word => (wanted.has(word.toLowerCase()) ? before + word + after : word))
}

const worker = setupWorker()

/** Plays services in this file's tests; answers with a way to play another one in one test, and with the requests that came. */
export function playing(...handlers: RequestHandler[]) {
  const requests: Request[] = []
  worker.events.on('request:start', ({ request }) => {
    if (new URL(request.url).origin !== location.origin) requests.push(request.clone())
  })
  before(() => worker.start({ quiet: true, onUnhandledFrame: 'bypass' }))
  beforeEach(() => {
    requests.length = 0
    worker.use(...handlers)
  })
  afterEach(() => worker.resetHandlers())
  after(() => worker.stop())
  return { requests, instead: (...others: RequestHandler[]) => worker.use(...others) }
}

export const answers = (pattern: string | RegExp, answer: () => Response | Promise<Response>) => http.all(pattern, answer)
export const asJson = (value: unknown, status = 200) => HttpResponse.json(value as never, { status })
export const asHtml = (html: string) => HttpResponse.html(html)
export const broken = () => HttpResponse.error()

export const options = (locale = 'en', limit = 10) => ({ locale, limit, signal: new AbortController().signal })
