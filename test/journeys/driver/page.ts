import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'
import type { Finder } from './in-page/main.ts'
import { Locator, roleQuery, textQuery, type Named } from './locator.ts'
import type { Finger, PageSession, Preferences } from './session.ts'

let bundle: string | undefined

/** The eyes: bundled once for a process, laid into each page when it is first looked at. */
const finderSource = (): string => {
  bundle ??= buildSync({
    entryPoints: [fileURLToPath(new URL('./in-page/main.ts', import.meta.url))],
    bundle: true, write: false, format: 'iife', target: 'es2022', charset: 'utf8',
  }).outputFiles[0]!.text
  return bundle
}

/** A page in one of three engines, handled as a person would. */
export class Page {
  readonly #session: PageSession
  #finger: Finger | undefined
  /** How long to look for something that is not there yet, in milliseconds. */
  readonly patience: number

  readonly mouse: { click(x: number, y: number): Promise<void>; move(x: number, y: number): Promise<void> }
  readonly keyboard: {
    /** Types characters; a line feed is Enter. */
    type(text: string): Promise<void>
    /** `Tab`, `Shift+Tab`, `Escape`, `Control+a`. */
    press(chord: string): Promise<void>
  }

  constructor(session: PageSession, patience = 10_000) {
    this.#session = session
    this.patience = patience
    this.mouse = { click: (x, y) => session.click(x, y), move: (x, y) => session.move(x, y) }
    this.keyboard = {
      type: text => session.type(text),
      press: chord => session.chord(chord.split('+').map((key, index, keys) => key || (index === keys.length - 1 ? '+' : key))),
    }
  }

  goto(url: string | URL): Promise<void> {
    return this.#session.goto(String(url))
  }

  reload(): Promise<void> {
    return this.#session.reload()
  }

  /** Runs a function in the page. It travels as text: no closures; arguments and answer are JSON. */
  async evaluate<A extends unknown[], R>(work: (...args: A) => R, ...args: A): Promise<Awaited<R>> {
    return (await this.#session.run(work.toString(), args)) as Awaited<R>
  }

  /** Runs the text of a script, such as a library's, in the page. */
  async addScript(source: string): Promise<void> {
    await this.#session.run(`() => { ${source}\n }`, [])
  }

  /** Asks the eyes in the page. They are laid in when the page has none yet: a navigation takes them away. */
  async look<K extends keyof Finder>(method: K, ...args: Parameters<Finder[K]>): Promise<Awaited<ReturnType<Finder[K]>>> {
    const call = `(method, args) => {
      const finder = globalThis[Symbol.for('earshot.journeys')]
      return finder ? Promise.resolve(finder[method](...args)).then(value => ({ value })) : {}
    }`
    const ask = () => this.#session.run(call, [method, args]) as Promise<{ value?: unknown }>
    let answer = await ask()
    if (!('value' in answer)) {
      await this.addScript(finderSource())
      answer = await ask()
    }
    return answer.value as Awaited<ReturnType<Finder[K]>>
  }

  /** Elements by role and accessible name, through open shadow roots; hidden ones do not count. A name is the whole name. */
  getByRole(role: string, options: Named = {}): Locator {
    return new Locator(this, [roleQuery(role, options)])
  }

  /** The smallest elements with this text. */
  getByText(text: string | RegExp, options: { exact?: boolean } = {}): Locator {
    return new Locator(this, [textQuery(text, options.exact)])
  }

  /** Everything that can be read on the page. */
  text(): Promise<string> {
    return this.look('text')
  }

  /** Role and name of what has the focus. */
  focused(): Promise<{ role: string; name: string }> {
    return this.look('focused')
  }

  /** Asks again until the answer is true. @throws after `patience`, with what was waited for. */
  async until(what: string, check: () => boolean | Promise<boolean>): Promise<void> {
    const end = performance.now() + this.patience
    while (!(await check())) {
      if (performance.now() > end) throw new Error(`Waited ${this.patience} ms until ${what}, in vain`)
      await pause(30)
    }
  }

  async screenshot(path: string): Promise<void> {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, await this.#session.screenshot())
  }

  /** The size of the view in CSS pixels. WebKit's window cannot be narrower than about 450. */
  viewport(width: number, height: number): Promise<void> {
    return this.#session.viewport(width, height)
  }

  /** Makes it a phone's page, before it is opened: what is pressed from now on is tapped. @throws where the driver has no finger, see `canTap`. */
  async phone(width = 390, height = 844): Promise<void> {
    if (!this.#session.phone) throw new Error('This driver has no finger to tap with')
    this.#finger = await this.#session.phone(width, height)
  }

  /** Presses a point of the view as this page's customer does: with the mouse, or a finger. */
  press(x: number, y: number): Promise<void> {
    return this.#finger ? this.#finger.tap(x, y) : this.mouse.click(x, y)
  }

  /** Has the page believe that its customer points with that; it is pressed as before. @throws where the driver cannot: only Chromium's can. */
  async pointWith(pointer: 'finger' | 'mouse'): Promise<void> {
    if (!this.#session.pointWith) throw new Error('This driver cannot tell a page what its customer points with')
    await this.#session.pointWith(pointer)
  }

  /** Has the page believe that its customer prefers that. @throws where the driver cannot: only Playwright's can. */
  async prefer(media: Preferences): Promise<void> {
    if (!this.#session.prefer) throw new Error('This driver cannot tell a page what its customer prefers')
    await this.#session.prefer(media)
  }

  /** What the page stored stays in the browser for its other pages. */
  close(): Promise<void> {
    return this.#session.close()
  }
}

