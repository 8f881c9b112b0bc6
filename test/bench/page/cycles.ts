import type { CDPSession, Page } from 'playwright-core'
import { figure, type Figure } from '../figure.ts'
import { quiet, ready } from './quiet.ts'
import type { Stage } from './stage.ts'

interface Held { heap: number; nodes: number; listeners: number }

async function held(devtools: CDPSession): Promise<Held> {
  for (let time = 0; time < 3; time++) await devtools.send('HeapProfiler.collectGarbage')
  const { nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters')
  const { metrics } = await devtools.send('Performance.getMetrics')
  return { heap: metrics.find(({ name }) => name === 'JSHeapUsedSize')!.value, nodes, listeners: jsEventListeners }
}

/** Presses a button twice, a frame apart, so many times: open, close. */
const press = (page: Page, host: string, times: number) => page.evaluate(async ({ host, times }) => {
  const element = document.querySelector(host)!
  const button = element.shadowRoot?.querySelector('button') ?? (element as HTMLElement)
  for (let time = 0; time < 2 * times; time++) {
    button.click()
    await new Promise(resolve => requestAnimationFrame(resolve))
  }
}, { host, times })

/** What stays behind after opening and closing the panel, against pressing a button of the page that does nothing. */
export async function cycles(stage: Stage, rounds: number, times = 1000): Promise<Figure[]> {
  const once = async (host: string) => {
    const { page, devtools, close } = await stage.visit()
    await devtools.send('Performance.enable')
    await ready(page)
    await quiet(page)
    // What is made once is not what is left each time.
    await press(page, host, 30)
    const before = await held(devtools)
    await press(page, host, times)
    const after = await held(devtools)
    await close()
    return Object.fromEntries(Object.keys(before).map(key => [key, (after[key as keyof Held] - before[key as keyof Held]) / times])) as unknown as Held
  }
  const bare = await once('h1')
  const ours: Held[] = []
  for (let round = 0; round < rounds; round++) ours.push(await once('earshot-widget'))
  const row = (key: keyof Held, unit: string, limit: number) => figure(`${key} left by one open and close`, unit, ours.map(each => each[key]), {
    target: { limit }, note: `of ${times} in a row`, ...(bare[key] && { baseline: bare[key] }),
  })
  return [row('heap', 'bytes', 200), row('nodes', '', 0), row('listeners', '', 0)]
}
