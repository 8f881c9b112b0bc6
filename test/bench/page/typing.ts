import type { Page } from 'playwright-core'
import type { Desk } from '../../../src/desk/desk.ts'
import { figure, median, quantile, type Figure } from '../figure.ts'
import { quiet, ready } from './quiet.ts'
import type { Stage } from './stage.ts'

interface Watched { painted: Promise<number>; earshot: { push(callback: (desk: Desk) => void): void } }

const queries = ['the lamp flickers', 'when do i get my money back', 'desclae ketle', 'parcel', 'card was declined', 'spare part']

/** Runs in the page: from the next letter until the frame is painted that shows its results; in the page's own field, its text. */
function watch(own: boolean) {
  const page = window as unknown as Watched
  page.painted = new Promise(resolve => addEventListener('keydown', ({ timeStamp }) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => resolve(performance.now() - timeStamp)
    const paint = () => requestAnimationFrame(() => port2.postMessage(0))
    if (!own) return paint()
    page.earshot.push(desk => {
      const before = desk.state
      const end = desk.subscribe(({ search }) => {
        if (search === before.search || search.query === before.search.query || search.status === 'busy') return
        queueMicrotask(() => end())
        paint()
      })
    })
  }, { capture: true, once: true }))
}

/** Types letter by letter, each when the one before it is answered. */
async function type(page: Page, text: string, own: boolean): Promise<number[]> {
  const times: number[] = []
  for (const letter of text) {
    await page.evaluate(watch, own)
    await page.keyboard.type(letter)
    times.push(await page.evaluate(() => (window as unknown as Watched).painted))
  }
  return times
}

async function empty(page: Page) {
  await page.keyboard.press('Escape')
  await page.getByRole('heading', { name: 'For this page' }).waitFor()
}

// Up to here people feel that a machine answers at once (the RAIL model).
const instant = 100

/** From a key in the search box to the painted results, letter by letter, against a letter in a bare field of the page. */
export async function typing(stage: Stage, slowdown: number): Promise<Figure[]> {
  const { page, close } = await stage.visit({ slowdown })
  await ready(page)
  await page.evaluate(() => {
    document.querySelector('h1')!.append(Object.assign(document.createElement('input'), { id: 'bare' }))
    document.getElementById('bare')!.focus()
  })
  const bare = await type(page, queries.join(' '), false)
  await page.getByRole('button', { name: 'Help', exact: true }).click()
  await page.getByRole('searchbox', { name: 'Search for help' }).click()
  await quiet(page)
  const firsts: number[] = []
  const letters: number[] = []
  for (const query of queries) {
    const times = await type(page, query, true)
    if (!firsts.length) firsts.push(times.shift()!)
    letters.push(...times)
    await empty(page)
  }
  await close()
  const at = slowdown > 1 ? ` at ${slowdown}×` : ''
  const p95 = quantile(letters, 0.95)
  return [
    figure(`first letter to results${at}`, 'ms', firsts, { note: 'fetches the engine' }),
    figure(`letter to results${at}, median`, 'ms', letters, { baseline: median(bare) }),
    { name: `letter to results${at}, p95`, unit: 'ms', median: p95, worst: Math.max(...letters), baseline: quantile(bare, 0.95),
      target: { limit: instant }, note: `${letters.length} letters, ${stage.demo.help.count} articles` },
  ]
}
