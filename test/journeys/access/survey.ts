import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'
import type { Engine } from '../../engines/find-browsers.ts'
import { accessibilityProblems } from '../accessibility.ts'
import type { Page } from '../driver/page.ts'
import type { Surveyor } from './in-page/main.ts'

/** Looks at what is on the page now. */
export type Look = (view: string, within?: string) => Promise<void>

/** What is looked for in a view: answers with what is amiss, one line a place. */
export type Inspection = (page: Page, within: string, view: string) => Promise<string[]>

let bundle: string | undefined

/** Asks the surveyor in the page; it is laid in when the page has none yet. */
export async function survey<K extends keyof Surveyor>(page: Page, method: K, ...args: Parameters<Surveyor[K]>): Promise<string[]> {
  bundle ??= buildSync({
    entryPoints: [fileURLToPath(new URL('./in-page/main.ts', import.meta.url))],
    bundle: true, write: false, format: 'iife', target: 'es2022', charset: 'utf8',
  }).outputFiles[0]!.text
  if (!(await page.evaluate(() => Symbol.for('earshot.surveyor') in globalThis))) await page.addScript(bundle)
  return page.evaluate((method: K, args: Parameters<Surveyor[K]>) => {
    const all = globalThis as unknown as Record<symbol, Record<string, (...args: unknown[]) => Promise<string[]> | string[]>>
    return all[Symbol.for('earshot.surveyor')]![method]!(...args)
  }, method, args)
}

/**
 * The page in other colours: as its customer prefers them where a driver can tell the page so, elsewhere as if the page had chosen
 * them itself, without what the shop has of its own.
 */
async function inDark(page: Page, engine: Engine, dark: boolean) {
  if (engine === 'chromium') return page.prefer({ colorScheme: dark ? 'dark' : 'light' })
  await page.evaluate((dark: boolean) => {
    const { style } = document.documentElement
    style.colorScheme = dark ? 'dark' : ''
    style.setProperty('--earshot-accent', dark ? 'initial' : '')
    document.body.style.background = dark ? 'Canvas' : ''
  }, dark)
}

// All else is the same in other colours.
const colours = ['color-contrast']

/** The views in which every part has its colours; the others are made of the same. */
const colourful = ['home', 'receipt, accepted', 'form with all its extras, and what looks private', 'rating after a tap']

/** What each view is looked at for in every engine. */
export const everywhere = (engine: Engine): Readonly<Record<string, Inspection>> => ({
  axe: (page, within) => accessibilityProblems(page, within),
  async 'axe in the dark'(page, within, view) {
    // The colours are the same in all engines.
    if (engine !== 'chromium' && !colourful.includes(view)) return []
    await inDark(page, engine, true)
    const found = await accessibilityProblems(page, within, colours)
    await inDark(page, engine, false)
    return found
  },
  'targets of 24 pixels': (page, within) => survey(page, 'smallTargets', within, 24),
  names: (page, within) => survey(page, 'namesAmiss', within),
  focus: (page, within) => survey(page, 'hiddenFocus', within),
})

/** How the lines lie: the same in WebKit, whose window does not become narrow. */
export const ofLayout: Readonly<Record<string, Inspection>> = {
  'text spacing': (page, within) => survey(page, 'spacedAmiss', within),
  'text of 200 %': (page, within) => survey(page, 'enlargedAmiss', within),
  'window of 320 pixels': (page, within) => sized(page, within, 320, 640),
  'lying window': (page, within) => sized(page, within, 640, 320),
}

/** What only one driver can have a page believe. */
export const inChromium: Readonly<Record<string, Inspection>> = {
  async 'forced colours'(page, within) {
    await page.prefer({ forcedColors: 'active' })
    const found = [
      ...(await accessibilityProblems(page, within, colours)),
      ...(await survey(page, 'edgeless', within)).map(control => `${control} has no edge`),
      ...(await survey(page, 'hiddenFocus', within)),
    ]
    await page.prefer({ forcedColors: 'none' })
    return found
  },
  async 'targets for a finger'(page, within) {
    await page.pointWith('finger')
    // A mark is as large as the line of the page's text it stands in: what lies around it is the page's own to press.
    const wide = await survey(page, 'smallTargets', within, 44, '[part~=mark]')
    await page.viewport(390, 844)
    const narrow = await survey(page, 'smallTargets', within, 44, '[part~=mark]')
    await page.viewport(1280, 800)
    await page.pointWith('mouse')
    return [...wide, ...narrow.map(target => `on a phone, ${target}`)]
  },
  async motion(page, within) {
    await page.prefer({ reducedMotion: 'reduce' })
    const found = await survey(page, 'moving', within)
    await page.prefer({ reducedMotion: 'no-preference' })
    return found
  },
}

const themes = globSync('src/themes/*.css').sort().map(file => [basename(file, '.css'), readFileSync(file, 'utf8')] as const)

/** Every ready theme, in the light and in the dark. */
export const inThemes = (engine: Engine): Inspection => async (page, within, view) => {
  const found: string[] = []
  for (const [name, css] of colourful.includes(view) ? themes : []) {
    await page.evaluate((css: string) => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(css)
      document.adoptedStyleSheets.push(sheet)
    }, css)
    for (const dark of [false, true]) {
      await inDark(page, engine, dark)
      found.push(...(await accessibilityProblems(page, within, colours)).map(problem => `${name}${dark ? ', dark' : ''}: ${problem}`))
    }
    await page.evaluate(() => void document.adoptedStyleSheets.pop())
    await inDark(page, engine, false)
  }
  return found
}

/** At another size of the window, and back. */
async function sized(page: Page, within: string, width: number, height: number): Promise<string[]> {
  await page.viewport(width, height)
  const found = await survey(page, 'layoutAmiss', within)
  await page.viewport(1280, 800)
  return found
}

/** Nothing cut, overlapping, or to be scrolled sideways. */
export const layout: Inspection = (page, within) => survey(page, 'layoutAmiss', within)

/** Collects what each inspection finds in each view it is led to. */
export class Survey {
  readonly #found = new Map<string, string[]>()
  readonly #inspections: Readonly<Record<string, Inspection>>
  /** The views that were looked at, in their order. */
  readonly views: string[] = []

  constructor(inspections: Readonly<Record<string, Inspection>>) {
    this.#inspections = inspections
  }

  lookAt(page: Page): Look {
    return async (view, within = 'earshot-widget') => {
      this.views.push(view)
      for (const [name, inspect] of Object.entries(this.#inspections)) {
        const found = (await inspect(page, within, view)).map(problem => `${view}: ${problem}`)
        this.#found.set(name, [...(this.#found.get(name) ?? []), ...found])
      }
    }
  }

  /** Nothing is amiss in any view; and there were views. */
  assertNothing(...names: string[]): void {
    for (const name of names) {
      assert.ok(this.#found.has(name), `${name} was looked for`)
      assert.deepEqual(this.#found.get(name), [], name)
    }
  }
}
