import { figure, median, type Figure } from '../figure.ts'
import { ownTime, shareOf, startProfile, stopProfile, type Stretch } from './own-time.ts'
import { quiet, ready } from './quiet.ts'
import type { Stage } from './stage.ts'

const limit = 50

interface Watched { tasks: Stretch[] }

/** Runs in the page. */
function watch() {
  const tasks: Stretch[] = (window as unknown as Watched).tasks = []
  new PerformanceObserver(list => {
    for (const { startTime, duration } of list.getEntries()) tasks.push({ start: startTime, end: startTime + duration })
  }).observe({ type: 'longtask', buffered: true })
}

/** Runs in the page: makes it a large one, of so many nodes in nested boxes. */
function grow(nodes: number) {
  const rows = document.createDocumentFragment()
  for (let made = document.querySelectorAll('*').length; made < nodes; made += 5) {
    const row = Object.assign(document.createElement('div'), { className: 'row' })
    for (const word of ['Plover', 'Heron', 'Curlew']) row.append(Object.assign(document.createElement('a'), { href: `#${made}`, textContent: word }))
    row.append(document.createElement('hr'))
    rows.append(row)
  }
  document.querySelector('main')!.append(rows)
}

/**
 * Tasks over 50 ms on a processor four times slower, from the first byte until long after everything of ours has come by
 * itself. A task is our doing when without our share it would not be long.
 */
export async function longTasks(stage: Stage, rounds: number, nodes = 1500): Promise<Figure[]> {
  const once = async (without: boolean, profiled: boolean) => {
    const visit = await stage.visit({ without, path: '/order/' })
    const { page, devtools, close } = visit
    await page.addInitScript(watch)
    await page.addInitScript(`addEventListener('DOMContentLoaded', () => (${grow.toString()})(${nodes}))`)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    if (profiled) await startProfile(devtools)
    await page.goto(`${stage.demo.url}/products/heron/`)
    if (!without) await ready(page)
    await quiet(page)
    const own = profiled ? ownTime(await stopProfile(devtools)) : []
    const tasks = await page.evaluate(() => (window as unknown as Watched).tasks)
    await close()
    return { tasks, own }
  }
  const bare: number[] = []
  const ours: number[] = []
  const caused: number[] = []
  const longest: number[] = []
  const total: number[] = []
  for (let round = 0; round < rounds; round++) {
    bare.push((await once(true, false)).tasks.length)
    ours.push((await once(false, false)).tasks.length)
    const { tasks, own } = await once(false, true)
    caused.push(tasks.filter(task => {
      const share = shareOf(task, own)
      return share > 0 && task.end - task.start - share <= limit
    }).length)
    const lengths = own.map(({ start, end }) => end - start)
    longest.push(Math.max(0, ...lengths))
    total.push(lengths.reduce((sum, length) => sum + length, 0))
  }
  return [
    figure(`tasks over 50 ms at 4×, page of ${nodes} nodes with us`, '', ours, { baseline: median(bare) }),
    figure('tasks over 50 ms at 4×, caused by us', '', caused, { target: { limit: 0 } }),
    figure('longest stretch of our code at 4×', 'ms', longest, { target: { limit } }),
    figure('all our code before the first click at 4×', 'ms', total),
  ]
}
