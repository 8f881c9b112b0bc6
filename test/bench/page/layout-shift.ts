import { figure, type Figure } from '../figure.ts'
import { quiet, ready } from './quiet.ts'
import type { Stage } from './stage.ts'

interface Shift extends PerformanceEntry { value: number; hadRecentInput: boolean }
interface Watched { shifts: { value: number; forgiven: boolean }[] }

/** Runs in the page. */
function watch() {
  const shifts: Watched['shifts'] = (window as unknown as Watched).shifts = []
  new PerformanceObserver(list => {
    for (const { value, hadRecentInput } of list.getEntries() as Shift[]) shifts.push({ value, forgiven: hadRecentInput })
  }).observe({ type: 'layout-shift', buffered: true })
}

/** What moves by itself from the first byte until long after our own scripts have come, and while the panel opens. */
export async function layoutShift(stage: Stage, rounds: number): Promise<Figure[]> {
  const sum = (shifts: Watched['shifts']) => shifts.reduce((total, { value }) => total + value, 0)
  const once = async (without: boolean) => {
    const { page, close } = await stage.visit({ without, slowdown: 4, before: watch })
    if (!without) await ready(page)
    await quiet(page)
    const seen = () => page.evaluate(() => (window as unknown as Watched).shifts)
    const arriving = sum(await seen())
    let opening = 0
    if (!without) {
      await page.getByRole('button', { name: 'Help', exact: true }).click()
      await page.getByRole('heading', { name: 'For this page' }).waitFor()
      await quiet(page)
      opening = sum((await seen()).filter(({ forgiven }) => !forgiven)) - arriving
    }
    await close()
    return { arriving, opening }
  }
  const bare: number[] = []
  const ours: number[] = []
  const opening: number[] = []
  for (let round = 0; round < rounds; round++) {
    bare.push((await once(true)).arriving)
    const seen = await once(false)
    ours.push(seen.arriving)
    opening.push(seen.opening)
  }
  const plain = Math.max(...bare)
  return [
    figure('layout shift of the page, with us', '', ours, { baseline: plain }),
    figure('layout shift caused by us', '', ours.map(value => value - plain), { target: { limit: 0, of: 'worst' } }),
    figure('layout shift while the panel opens', '', opening, { target: { limit: 0, of: 'worst' } }),
  ]
}
