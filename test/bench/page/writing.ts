import type { Page } from 'playwright-core'
import { figure, median, quantile, type Figure } from '../figure.ts'
import { quiet, ready } from './quiet.ts'
import type { Stage } from './stage.ts'

interface Watched { painted: number[]; told: number[] }

const story =
  'The lamp on my desk flickers whenever I switch it on, and the kettle needs to be descaled again. I asked for my money back three weeks ago, ' +
  'but my card was declined and the parcel never came. Which spare part do I need, and how long does the warranty last?'

/** Runs in the page: from each key until the frame is painted that shows its letter; and what the browser itself says of it. */
function watch() {
  const page = window as unknown as Watched
  page.painted = []
  page.told = []
  addEventListener('keydown', ({ timeStamp }) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => page.painted.push(performance.now() - timeStamp)
    requestAnimationFrame(() => port2.postMessage(0))
  }, { capture: true })
  // In steps of 8 ms, and none below 16.
  new PerformanceObserver(list => page.told.push(...list.getEntries().filter(({ name }) => name === 'keydown').map(({ duration }) => duration)))
    .observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
}

/** Writes as a fast hand does, never in step with what runs beside it. */
async function write(page: Page): Promise<Watched> {
  await page.evaluate(() => {
    const { painted, told } = window as unknown as Watched
    painted.length = told.length = 0
  })
  for (const [index, letter] of [...story].entries()) {
    await page.keyboard.type(letter)
    await page.waitForTimeout(40 + (index * 37) % 100)
  }
  await quiet(page)
  return page.evaluate(() => {
    const { painted, told } = window as unknown as Watched
    return { painted: [...painted], told: [...told] }
  })
}

/** From a key in the form's story to its letter on the screen, while articles are suggested, against a bare textarea of the page. */
export async function writing(stage: Stage, slowdown: number): Promise<Figure[]> {
  const { page, close } = await stage.visit({ slowdown, before: watch })
  await ready(page)
  await page.evaluate(() => {
    document.querySelector('h1')!.append(document.createElement('textarea'))
    document.querySelector('textarea')!.focus()
  })
  await quiet(page)
  const bare = await write(page)
  await page.evaluate(() => document.querySelector('textarea')!.remove())
  await page.getByRole('button', { name: 'Help', exact: true }).click()
  await page.getByRole('button', { name: 'Something is wrong' }).click()
  await page.getByRole('textbox', { name: 'What happened?' }).click()
  await quiet(page)
  const ours = await write(page)
  // Else it would be measured how fast a letter is while nothing runs.
  await page.getByRole('heading', { name: 'Is it this?' }).waitFor()
  await close()
  const at = slowdown > 1 ? ` at ${slowdown}×` : ''
  const p95 = quantile(ours.painted, 0.95)
  const told = (times: readonly number[]) => `${times.filter(time => time > 16).length} of ${story.length}`
  return [
    figure(`key to letter in the story${at}, median`, 'ms', ours.painted, { baseline: median(bare.painted) }),
    { name: `key to letter in the story${at}, p95`, unit: 'ms', median: p95, worst: Math.max(...ours.painted), baseline: quantile(bare.painted, 0.95),
      target: { limit: 16 }, note: `the browser itself counts ${told(ours.told)} letters above 16 ms, in a bare field ${told(bare.told)}` },
  ]
}
