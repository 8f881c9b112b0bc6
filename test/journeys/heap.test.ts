// What is left of a panel that was opened and closed, and of elements that came and went. `npm run test:heap` does it 1,000 times.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CDPSession, Page } from 'playwright-core'
import type { Desk } from '../../src/desk/desk.ts'
import type { View } from '../../src/desk/view.ts'
import { Alone, isAsked } from './chromium-alone.ts'
import { hostPath, serves } from './host-page.ts'

type Earshot = { earshot: { push(callback: (desk: Desk) => void): void } }

// Whole rounds through all views: the last one shown stays where it is, closed.
const cycles = Math.ceil(Number(process.env['CYCLES'] ?? 120) / 4) * 4
const warm = 12
const views: View[] = [{ name: 'home' }, { name: 'form', form: 'problem' }, { name: 'people' }, { name: 'requests' }]
const tags = ['help', 'article', 'feedback', 'rating', 'people', 'requests'].map(name => `earshot-${name}`)

interface Size { heap: number; nodes: number; listeners: number; documents: number }

/** What is there once all that can go has gone. */
async function sizeOf(page: Page, devtools: CDPSession): Promise<Size> {
  // The browser's own list of what was fetched.
  await page.evaluate(() => performance.clearResourceTimings())
  // What is held by a promise of the last turn goes with the next.
  for (let i = 0; i < 3; i++) await devtools.send('HeapProfiler.collectGarbage')
  const { metrics } = await devtools.send('Performance.getMetrics')
  const value = (name: string) => metrics.find(metric => metric.name === name)!.value
  return { heap: value('JSHeapUsedSize'), nodes: value('Nodes'), listeners: value('JSEventListeners'), documents: value('Documents') }
}

/** The same before and after: a handful that the browser itself keeps apart, and 5 % of the heap. */
function assertSame(before: Size, after: Size, what: string) {
  const told = `${what}: ${JSON.stringify({ before, after })}`
  assert.ok(after.nodes - before.nodes <= 20, `nodes, ${told}`)
  assert.ok(after.listeners - before.listeners <= 5, `listeners, ${told}`)
  assert.equal(after.documents, before.documents, `documents, ${told}`)
  assert.ok(after.heap <= before.heap * 1.05, `heap, ${told}`)
}

/** Nothing is fetched any more: what comes late is not what was left behind. */
async function rest(page: Page) {
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => new Promise(resolve => requestIdleCallback(resolve)))
}

const openAndClose = (page: Page, times: number) =>
  page.evaluate(async ([views, times]: readonly [View[], number]) => {
    const desk = await new Promise<Desk>(resolve => (window as unknown as Earshot).earshot.push(resolve))
    const widget = document.querySelector('earshot-widget')!
    for (let i = 0; i < times; i++) {
      desk.open(views[i % views.length])
      await widget.updateComplete
      await new Promise(requestAnimationFrame)
      desk.close()
      await widget.updateComplete
    }
    await new Promise(requestAnimationFrame)
  }, [views, times] as const)

const comeAndGo = (page: Page, tag: string, times: number) =>
  page.evaluate(async ([tag, times]: readonly [string, number]) => {
    for (let i = 0; i < times; i++) {
      const element = document.createElement(tag) as HTMLElement & { updateComplete?: Promise<unknown> }
      element.setAttribute('article', 'returns')
      element.setAttribute('form', 'problem')
      document.body.append(element)
      await customElements.whenDefined(tag)
      await element.updateComplete
      await new Promise(resolve => setTimeout(resolve))
      element.remove()
    }
    await new Promise(requestAnimationFrame)
  }, [tag, times] as const)

describe('The page of the host, in chromium', { skip: !isAsked }, () => {
  const alone = new Alone()
  const arrive = async () => {
    alone.intercept = serves({})
    const { page, url, devtools } = await alone.open()
    await page.goto(url + hostPath)
    await devtools.send('Performance.enable')
    return { page, devtools }
  }

  it(`has no more memory, nodes and listeners after the panel was opened and closed ${cycles} times`, async () => {
    const { page, devtools } = await arrive()
    // Whatever is fetched with a first look is there after the first round, and what that brings along after the second.
    for (let round = 0; round < 2; round++) {
      await openAndClose(page, warm)
      for (const view of ['help', 'feedback', 'people', 'requests']) await page.waitForFunction(name => customElements.get(name), `earshot-${view}`)
      await rest(page)
    }
    // What runs often is compiled, once.
    await openAndClose(page, 10 * warm)
    const before = await sizeOf(page, devtools)
    await openAndClose(page, cycles)
    assertSame(before, await sizeOf(page, devtools), `${cycles} times`)
    assert.deepEqual(alone.troubles, [])
  })

  it('nor after each element has come and gone many times', async () => {
    const { page, devtools } = await arrive()
    for (let round = 0; round < 2; round++) {
      for (const tag of tags) await comeAndGo(page, tag, warm)
      await rest(page)
    }
    for (const tag of tags) {
      await comeAndGo(page, tag, warm)
      const before = await sizeOf(page, devtools)
      await comeAndGo(page, tag, Math.ceil(cycles / 5))
      assertSame(before, await sizeOf(page, devtools), tag)
    }
    assert.deepEqual(alone.troubles, [])
  })
})
