import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotli } from '../../size/measure.ts'
import { median, type Figure } from '../figure.ts'
import { quiet, ready } from './quiet.ts'
import type { Stage } from './stage.ts'

// What the detectors hear most, on an element as deep in the page as fields are.
const types = ['pointerdown', 'click', 'input', 'change', 'focusin', 'focusout', 'keydown', 'scroll']

/** Runs in the page: how long dispatching an event takes, in milliseconds, by its type. */
function dispatchAll(types: string[]) {
  const element = document.querySelector('main p, main h1')!
  return types.map(type => {
    const make = () => (/^pointer|click/.test(type) ? new MouseEvent(type, { bubbles: true, composed: true, detail: 1 }) : new Event(type, { bubbles: true, composed: true }))
    const times: number[] = []
    for (let round = 0; round < 20; round++) {
      const events = Array.from({ length: 50 }, make)
      const before = performance.now()
      for (const event of events) element.dispatchEvent(event)
      times.push((performance.now() - before) / events.length)
    }
    return times.sort((a, b) => a - b)[10]!
  })
}

/** What the signs of trouble cost: each event on a page that is watched, against the same on one without us; and their weight. */
export async function signals(stage: Stage, dist: string): Promise<Figure[]> {
  const measure = async (without: boolean) => {
    const { page, close } = await stage.visit({ without, slowdown: 1 })
    if (!without) await ready(page)
    await quiet(page)
    const times = await page.evaluate(dispatchAll, types)
    await close()
    return times
  }
  const bare = await measure(true)
  const watched = await measure(false)
  const size = brotli(readFileSync(join(dist, 'earshot', 'watch.js'), 'utf8'))
  return [
    { name: 'an event on a watched page', unit: 'ms', median: median(watched), worst: Math.max(...watched), baseline: median(bare), target: { limit: 0.2, of: 'worst' },
      note: types.map((type, index) => `${type} ${watched[index]!.toFixed(3)}`).join(', ') },
    { name: 'all detectors, brotli', unit: 'bytes', median: size, worst: size, target: { limit: 3000 } },
  ]
}
