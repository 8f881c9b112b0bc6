import type { Desk } from '../../src/desk/desk.ts'
import type { Locator } from './driver/locator.ts'
import type { Page } from './driver/page.ts'

/**
 * Opens the panel with the launcher, and waits until it is at rest: for a product and for the start page there are articles, and
 * they come a moment later; with them comes what puts a person in front after trouble.
 */
export async function openPanel(page: Page, launcher = 'Help') {
  await page.getByRole('button', { name: launcher }).click()
  const panel = page.getByRole('dialog', { name: launcher })
  await panel.waitFor()
  if (await page.evaluate(() => /^\/($|products\/)/.test(location.pathname))) await panel.getByRole('listitem').first().waitFor()
  return panel
}

/** Types a query and waits for its own answer: until then the list shows what was found on the way there. */
export async function searchFor(page: Page, within: Page | Locator, query: string, label = 'Search for help') {
  await within.getByRole('searchbox', { name: label }).fill(query)
  await page.until(`“${query}” is answered`, () => page.evaluate(async (wanted: string) => {
    const { earshot } = window as unknown as { earshot: { push(callback: (desk: Desk) => void): void } }
    const { state } = await new Promise<Desk>(resolve => earshot.push(resolve))
    return state.search.query === wanted && state.search.status === 'ready'
  }, query))
}

/** Waits for what a form has for more than words: each part arrives by itself, and moves what is below it. */
export async function wholeForm(panel: Locator, ...others: string[]) {
  for (const name of ['Add a picture of this page', ...others]) await panel.getByRole('button', { name }).waitFor()
  await panel.getByText('Add a file').waitFor()
}

/** Into the form for a problem, once all of it is there. */
export async function openProblem(panel: Locator) {
  await panel.getByRole('button', { name: 'Something is wrong' }).click()
  await wholeForm(panel, 'Mend it', 'Show us where', 'Add something else you noticed')
}

/** From a product's page into the form for a problem, with its story told. */
export async function tellProblem(page: Page, story: string) {
  const panel = await openPanel(page)
  await openProblem(panel)
  await panel.getByRole('textbox', { name: 'What happened?' }).fill(story)
  return panel
}

/** The heading a view begins with. */
export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name })

/** Waits until these files of the widget have arrived. */
export async function arrived(page: Page, files: readonly string[]) {
  await page.until(`${files.join(', ')} have arrived`, () => page.evaluate((files: readonly string[]) => {
    const there = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)
    return files.every(file => there.includes(`/earshot/${file}.js`))
  }, files))
}

/**
 * Waits until the page has, by itself, what it takes to keep an issue and to show a person without a connection. It begins to
 * fetch that with the first word typed; nobody pulls the cable within the same second.
 */
export async function readyForOffline(page: Page) {
  await arrived(page, [
    'posting-verbs', 'errands', 'keeper', 'open-store', 'sending', 'while-writing', 'findings-note', 'check-answers', 'enclosures', 'recording', 'redaction',
    'redaction-ids', 'people', 'ladder-room',
  ])
  await page.until('the views have arrived', () => page.evaluate(() => ['receipt', 'requests', 'people'].every(element => customElements.get(`earshot-${element}`))))
}

/** Into "Your requests", from a page where the panel is closed. */
export async function openRequests(page: Page, launcher = 'Help') {
  await page.getByRole('button', { name: launcher }).click()
  const panel = page.getByRole('dialog', { name: 'Help' })
  await panel.getByRole('button', { name: 'Your requests' }).click()
  await panel.getByRole('heading', { name: 'Your requests' }).waitFor()
  return panel
}

/** Chooses a file, as the system's own window would hand it over: no driver can press there. */
export const chooseFile = (page: Page, name: string, text: string) =>
  page.evaluate((name: string, text: string) => {
    const form = document.querySelector('earshot-widget')!.shadowRoot!.querySelector('earshot-feedback')!
    const input = form.shadowRoot!.querySelector<HTMLInputElement>('.files input[type=file]')!
    const chosen = new DataTransfer()
    chosen.items.add(new File([text], name, { type: 'text/plain' }))
    input.files = chosen.files
    input.dispatchEvent(new Event('change', { bubbles: true, composed: true }))
  }, name, text)
