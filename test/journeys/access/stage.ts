import type { PseudoLocale } from '../../../demo/pseudo-locale.ts'
import type { Desk } from '../../../src/desk/desk.ts'
import { en, type MessageKey } from '../../../src/locale/en.ts'
import { phrase, rightToLeft } from '../../../src/locale/message.ts'
import type { Locator } from '../driver/locator.ts'
import type { Page } from '../driver/page.ts'
import type { Intercept, World } from '../world.ts'
import type { Look } from './survey.ts'

type Values = Readonly<Record<string, string | number>>

/** A world to be walked through in any language: whatever is looked for, is looked for by its key. */
export interface Stage extends Omit<World, 'intercept'> {
  readonly look: Look
  say(key: MessageKey, values?: Values): string
  /** More settings for the pages that are opened from now on. */
  set(settings: object): void
  /** Stands before everything else that answers. */
  intercept(intercept: Intercept): void
}

/** The words of English, as the page says them. */
export const english = { say: (key: MessageKey, values?: Values) => phrase(en[key], values) }

/** Sets the shop up in a language, with the look that is to be cast at each view. */
export function stageOf(world: World, lookAt: (page: Page) => Look, language: Pick<PseudoLocale, 'say'> & Partial<PseudoLocale> = english): Stage {
  const { locale, messages, say } = language
  let settings: object = locale ? { locale, messages } : {}
  let first: Intercept = () => undefined
  world.intercept(async (request, proceed) => {
    const own = await first(request, proceed)
    if (own) return own
    const { pathname } = new URL(request.url)
    if (pathname === '/earshot.json') return Response.json({ ...((await (await proceed()).json()) as object), ...settings })
    if (!locale || !request.headers.get('accept')?.includes('text/html')) return undefined
    const answer = await proceed()
    if (answer.status !== 200 || !answer.headers.get('content-type')?.startsWith('text/html')) return answer
    const page = (await answer.text()).replace('<html lang="en">', `<html lang="${locale}" dir="${rightToLeft.test(locale) ? 'rtl' : 'ltr'}">`)
    return new Response(page, answer)
  })
  return {
    ...world, say, look: lookAt(world.page),
    set: more => void (settings = { ...settings, ...more }),
    intercept: intercept => void (first = intercept),
  }
}

/** Text that begins so. */
export const beginning = (text: string): RegExp => new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}`)

/** Opens the panel, and waits until what comes to the page's own suggestions is there. */
export async function openHelp({ page, say }: Stage): Promise<Locator> {
  await page.getByRole('button', { name: say('help') }).click()
  const panel = page.getByRole('dialog', { name: say('help') })
  await panel.getByRole('heading', { name: say('home.suggestions') }).waitFor()
  return panel
}

/** Has the page open a view, as an owner's own button would. */
export const openView = (page: Page, view: object): Promise<void> => page.evaluate((view: object) => {
  const { earshot } = window as unknown as { earshot: { push(callback: (desk: Desk) => void): void } }
  earshot.push(desk => desk.open(view as never))
}, view)

/** Types a query, and waits for its own answer. */
export async function search({ page, say }: Stage, panel: Locator, query: string): Promise<void> {
  await panel.getByRole('searchbox', { name: say('search.label') }).fill(query)
  await page.until(`“${query}” is answered`, () => page.evaluate(async (wanted: string) => {
    const { earshot } = window as unknown as { earshot: { push(callback: (desk: Desk) => void): void } }
    const { state } = await new Promise<Desk>(resolve => earshot.push(resolve))
    return state.search.query === wanted && state.search.status === 'ready'
  }, query))
}

/** Waits until a form has all that comes to it by and by. */
export async function wholeForm({ say }: Pick<Stage, 'say'>, panel: Locator): Promise<void> {
  await panel.getByRole('button', { name: say('picture.add') }).waitFor()
  await panel.getByText(say('files.add')).waitFor()
}
