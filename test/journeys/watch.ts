import type { Page } from './driver/page.ts'
import type { Time } from './time.ts'

/** Runs before any other script of a page, and notes what should never happen there. Sent at once: a page may be left. */
function watch(sends: boolean) {
  const troubles: string[] = []
  Object.defineProperty(globalThis, Symbol.for('earshot.troubles'), { value: troubles })
  const note = (text: string) => {
    troubles.push(text)
    if (sends) navigator.sendBeacon('/journey/trouble', text)
  }
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, lineNumber, sample }) =>
    note(`policy ${effectiveDirective} violated by ${blockedURI} at ${sourceFile}:${lineNumber} ${sample}`))
  addEventListener('error', ({ message, filename, lineno }) => note(`uncaught ${message} at ${filename}:${lineno}`))
  addEventListener('unhandledrejection', ({ reason }) => note(`unhandled rejection: ${reason}`))
  const { error } = console
  console.error = (...words: unknown[]) => {
    note(`console.error ${words.map(String).join(' ')}`)
    error.apply(console, words)
  }
}

const laid = '/journey/watch.js'

/** Lays a script of its own origin into each page of the shop, first of all: the policy stays as it is. */
export class Watch {
  /** What should not have happened, each once. */
  readonly troubles = new Set<string>()
  /** More that runs before the page's own scripts, as text. */
  script = ''
  readonly #time: Pick<Time, 'script'>
  readonly #sends: boolean

  /** @param sends false under a policy that forbids the watch to send what it notes: whoever leaves a page collects it before */
  constructor(time: Pick<Time, 'script'>, sends = true) {
    this.#time = time
    this.#sends = sends
  }

  /** Answers what is asked of the watch itself; undefined for all other requests. */
  async answer(request: Request): Promise<Response | undefined> {
    const { pathname } = new URL(request.url)
    if (pathname === laid) {
      const headers = { 'content-type': 'text/javascript', 'cache-control': 'no-store' }
      return new Response(`${this.#time.script}(${watch.toString()})(${this.#sends});\n${this.script}`, { headers })
    }
    if (pathname !== '/journey/trouble') return undefined
    this.troubles.add(await request.text())
    return new Response(null, { status: 204 })
  }

  /** The page with the script in it; any other answer as it is. */
  async lay(response: Response): Promise<Response> {
    if (response.status !== 200 || !response.headers.get('content-type')?.startsWith('text/html')) return response
    const page = (await response.text()).replace('<meta charset="utf-8">', `$&<script src="${laid}"></script>`)
    return new Response(page, { headers: response.headers })
  }

  /** Takes along what a page noted and could not send. */
  async collect(page: Page): Promise<void> {
    const noted = await page.evaluate(() => (globalThis as unknown as Record<symbol, string[]>)[Symbol.for('earshot.troubles')] ?? [])
    for (const trouble of noted) this.troubles.add(trouble)
  }
}
