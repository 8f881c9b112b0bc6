import type { Page } from 'playwright-core'
import { figure, median, type Figure } from '../figure.ts'
import { quiet, ready } from './quiet.ts'
import type { Stage } from './stage.ts'

interface Opening { frames: number; ms: number }
interface Watched { opening: Promise<Opening> }

/**
 * Runs in the page: from the next click, until the frame is painted in which the selected field first has a place.
 * The selectors lead through shadow roots.
 */
function watch(selectors: string[]) {
  const find = () => selectors.reduce<Element | null | undefined>(
    (root, selector, index) => (index === 0 ? document : root?.shadowRoot)?.querySelector(selector), undefined)
  ;(window as unknown as Watched).opening = new Promise(resolve => addEventListener('click', ({ timeStamp }) => {
    let frames = 0
    const look = () => {
      frames++
      if (!find()?.getBoundingClientRect().height) return void requestAnimationFrame(look)
      // A message that is sent while a frame is made arrives after that frame is painted.
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve({ frames, ms: performance.now() - timeStamp })
      port2.postMessage(0)
    }
    requestAnimationFrame(look)
  }, { capture: true, once: true }))
}

const home = ['earshot-widget', 'earshot-help', 'input']
const form = ['earshot-widget', 'earshot-feedback', 'textarea']

/** Clicks, and measures until what the click leads to is painted. */
async function open(page: Page, button: string, selectors: string[]): Promise<Opening> {
  await page.evaluate(watch, selectors)
  // Without Playwright's own looking around, which would cost the page time.
  const box = (await page.getByRole('button', { name: button, exact: true }).boundingBox())!
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  return page.evaluate(() => (window as unknown as Watched).opening)
}

/** Runs in the page: the plainest panel there can be, as a measure of what any click costs here. */
function addPlainPanel() {
  const host = document.body.appendChild(document.createElement('plain-panel'))
  const button = Object.assign(document.createElement('button'), { textContent: 'Plain' })
  const panel = Object.assign(document.createElement('input'), { hidden: true })
  button.onclick = () => (panel.hidden = false)
  host.attachShadow({ mode: 'open' }).append(button, panel)
  host.style.position = 'fixed'
  host.style.insetBlockStart = host.style.insetInlineStart = '0'
}

async function shut(page: Page) {
  await page.keyboard.press('Escape')
  await page.getByRole('dialog', { name: 'Help' }).waitFor({ state: 'hidden' })
}

/** From the click to the painted panel: at once after the launcher is there, later, again; and from home to the first form. Against a click on a button that shows a bare field. */
export async function opening(stage: Stage, rounds: number, slowdown: number): Promise<Figure[]> {
  const cold: Opening[] = []
  const warm: Opening[] = []
  const again: Opening[] = []
  const forms: Opening[] = []
  const plain: Opening[] = []
  for (let round = 0; round < rounds; round++) {
    const first = await stage.visit({ slowdown })
    cold.push(await open(first.page, 'Help', home))
    await first.close()

    const { page, close } = await stage.visit({ slowdown })
    await ready(page)
    await quiet(page)
    warm.push(await open(page, 'Help', home))
    await quiet(page)
    for (let time = 0; time < 3; time++) {
      await shut(page)
      again.push(await open(page, 'Help', home))
    }
    forms.push(await open(page, 'Something is wrong', form))
    await shut(page)
    await page.evaluate(addPlainPanel)
    await quiet(page)
    plain.push(await open(page, 'Plain', ['plain-panel', 'input']))
    await close()
  }
  const at = `at ${slowdown}×`
  const frames = (openings: readonly Opening[]) => openings.map(each => each.frames)
  const ms = (openings: readonly Opening[]) => openings.map(each => each.ms)
  const baseline = median(ms(plain))
  return [
    figure(`click to home ${at}, before anything else came`, 'ms', ms(cold), { baseline, note: `${Math.max(...frames(cold))} frames at worst` }),
    figure(`click to home ${at}, when the page was idle`, 'ms', ms(warm), { baseline, note: `${Math.max(...frames(warm))} frames at worst` }),
    figure(`second open ${at}`, 'frames', frames(again), { baseline: median(frames(plain)), target: { limit: 2 } }),
    figure(`second open ${at}`, 'ms', ms(again), { baseline }),
    figure(`second open ${at}, over a bare field`, 'ms', ms(again).map(each => each - baseline), { target: { limit: 2 * 1000 / 60 }, note: 'two frames of 60 a second' }),
    figure(`home to the first form ${at}`, 'ms', ms(forms), { baseline, note: `${Math.max(...frames(forms))} frames at worst` }),
  ]
}
