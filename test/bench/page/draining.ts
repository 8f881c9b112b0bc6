import type { BrowserContext, Page, Route } from 'playwright-core'
import type { Desk } from '../../../src/desk/desk.ts'
import { figure, type Figure } from '../figure.ts'
import { quiet, ready } from './quiet.ts'
import type { Stage, Visit } from './stage.ts'

interface InPage { tasks: number[]; earshot: { push(callback: (desk: Desk) => void): void } }

/** How much faster time goes in the page, so that eight minutes are one. */
const haste = 8
/** Each issue has messages behind it, which have to come after it in the order in which they were written. */
const messages = 3

/** Runs in the page before its scripts: all of its time is faster, and its long tasks are counted in the time they really take. */
function hurry() {
  const haste = 8
  const { setTimeout } = window
  const { now } = Date
  const start = now()
  Date.now = () => start + (now() - start) * haste
  window.setTimeout = ((run: () => void, ms = 0, ...rest: unknown[]) => setTimeout(run, ms / haste, ...rest)) as typeof window.setTimeout
  const tasks: number[] = (window as unknown as InPage).tasks = []
  new PerformanceObserver(list => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' })
}

/** Writes so many issues, and messages behind each, while nobody answers. */
const fill = (page: Page, issues: number) => page.evaluate(async ({ issues, messages }) => {
  const desk = await new Promise<Desk>(resolve => (window as unknown as InPage).earshot.push(resolve))
  for (let issue = 0; issue < issues; issue++) {
    const { id, receipt } = await desk.submit({ kind: 'problem', story: `Number ${issue}: the lid springs open whenever the water boils.` })
    receipt.catch(() => {})
    for (let message = 0; message < messages; message++) await desk.reply(id, `${message}`)
  }
}, { issues, messages })

/** Answers as a backend that keeps keys, and writes down what came, in order. */
function backend() {
  const taken: string[] = []
  let threads = 0
  const answer = async (route: Route) => {
    const request = route.request()
    const [, id = '', what] = /\/issues(?:\/([^/]+))?(?:\/(\w+))?$/.exec(new URL(request.url()).pathname) ?? []
    const key = request.headers()['idempotency-key'] ?? ''
    if (request.method() !== 'POST') {
      threads++
      return route.fulfill({ json: { id, reference: id.slice(-4), status: 'open', messages: [] } })
    }
    taken.push(what ? `${id} ${request.postDataJSON().text as string}` : key)
    return route.fulfill({ status: 201, json: { id: key, reference: key.slice(-4), token: 'k', acceptedAt: new Date().toISOString() } })
  }
  /** How many did not come right behind the one before them in their thread, or came twice. */
  const outOfOrder = () => {
    const next = new Map<string, number>()
    return taken.filter(line => {
      const [id, message] = line.split(' ') as [string, string?]
      const expected = next.get(id) ?? -1
      next.set(id, expected + 1)
      return (message === undefined ? -1 : Number(message)) !== expected
    }).length
  }
  return { taken, answer, outOfOrder, threads: () => threads }
}

/** What the main thread does meanwhile: tasks over 50 ms, the longest, and the milliseconds of work in each second of the page's. */
async function load({ page, devtools }: Visit, work: () => Promise<unknown>) {
  const busy = async () => (await devtools.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')!.value * 1_000
  await devtools.send('Performance.enable')
  await page.evaluate(() => void ((window as unknown as InPage).tasks.length = 0))
  const [before, since] = [await busy(), performance.now()]
  await work()
  const seconds = (performance.now() - since) / 1_000
  const tasks = await page.evaluate(() => (window as unknown as InPage).tasks)
  return { tasks: tasks.length, longest: Math.max(0, ...tasks), busy: (await busy() - before) / seconds / haste, seconds: seconds * haste }
}

/** Until nothing has come for so long, in milliseconds of the page, that nothing will. */
async function drained(page: Page, taken: readonly unknown[], most: number) {
  for (let [count, still] = [-1, 0]; taken.length < most && still < 40; await page.waitForTimeout(500)) {
    still = taken.length === count ? still + 1 : 0
    count = taken.length
  }
}

async function queued(stage: Stage, issues: number): Promise<BrowserContext> {
  const { page, context } = await stage.visit()
  await context.route(/\/issues(\/|$)/, route => route.abort())
  await ready(page)
  await fill(page, issues)
  await page.close()
  await context.unroute(/\/issues(\/|$)/)
  return context
}

/** A long queue that drains on a page, and with the customer's requests on its screen, against the same page idle. Time is eight times as fast. */
export async function draining(stage: Stage, all = 1_000): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const open of [false, true]) {
    const context = await queued(stage, all / (1 + messages))
    const visit = await stage.visit({ context, before: hurry })
    const { page } = visit
    const { taken, answer, outOfOrder, threads } = backend()
    await context.route(/\/issues(\/|$)/, route => route.abort())
    await ready(page)
    if (open) await page.evaluate(() => new Promise<void>(resolve => (window as unknown as InPage).earshot.push(desk => (desk.open({ name: 'requests' }), resolve()))))
    await quiet(page)
    await context.unroute(/\/issues(\/|$)/)
    await context.route(/\/issues(\/|$)/, answer)
    const ours = await load(visit, async () => {
      await page.evaluate(() => (window as unknown as InPage).earshot.push(desk => void desk.flush()))
      await drained(page, taken, all)
    })
    const idle = await load(visit, () => page.waitForTimeout(10_000))
    const where = open ? ', requests open' : ''
    const row = (name: string, unit: string, key: 'tasks' | 'longest' | 'busy', more = {}) => figure(name + where, unit, [ours[key]], { baseline: idle[key], ...more })
    const note = `${haste} times as fast as in life`
    figures.push(
      figure(`left behind of ${all} that waited${where}`, '', [all - taken.length], { target: { limit: 0 }, note: `${(ours.seconds / 60).toFixed(1)} minutes` }),
      figure(`out of order in their thread, or twice${where}`, '', [outOfOrder()], { target: { limit: 0 } }),
      figure(`sent in a second${where}`, '', [taken.length / ours.seconds], { target: { limit: 2 } }),
      figure(`threads read in a second${where}`, '', [threads() / ours.seconds], { target: { limit: 0.5 } }),
      row('tasks over 50 ms while they go', '', 'tasks', { note }),
      row('longest task while they go', 'ms', 'longest', { target: { limit: 50 }, note }),
      row('main thread busy while they go', 'ms/s', 'busy'),
    )
    await context.close()
  }
  return figures
}
