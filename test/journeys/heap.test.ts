// What is left of a panel that was opened and closed, and of elements that came and went. `npm run test:heap` does it 1,000 times.
import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import type { CDPSession, Page } from 'playwright-core'
import type { Desk } from '../../src/desk/desk.ts'
import type { View } from '../../src/desk/view.ts'
import { Alone, isAsked } from './chromium-alone.ts'
import { hostPath, serves } from './host-page.ts'

type Earshot = { earshot: { push(callback: (desk: Desk) => void): void }; gone?: WeakRef<Element>[] }

// Whole rounds through all views: the last one shown stays where it is, closed.
const cycles = Math.ceil(Number(process.env['CYCLES'] ?? 120) / 4) * 4
const warm = 12
const views: View[] = [{ name: 'home' }, { name: 'form', form: 'problem' }, { name: 'people' }, { name: 'requests' }]
const tags = ['help', 'article', 'feedback', 'rating', 'people', 'requests'].map(name => `earshot-${name}`)

// When to send again, and what went wrong.
const ofDesk = ['online', 'pageshow', 'load', 'error', 'unhandledrejection', 'securitypolicyviolation'].map(type => `${type} of window`)
ofDesk.push('visibilitychange of document')

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
function assertSame(t: TestContext, before: Size, after: Size, what: string) {
  const told = `${what}: ${JSON.stringify({ before, after })}`
  t.diagnostic(told)
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

/** Opens each view until it is there with all that is in it: what it is drawn from is made once, and kept. */
async function lookAtEach(page: Page) {
  const there = ['earshot-help input', 'earshot-feedback [part~=send]', 'earshot-people h2', 'earshot-requests h2']
  for (const [i, view] of views.entries()) {
    const turn = (view?: View) => page.evaluate(view => {
      ;(window as unknown as Earshot).earshot.push(desk => (view ? desk.open(view) : desk.close()))
    }, view)
    await turn(view)
    await page.locator(there[i]!).first().waitFor()
    await turn()
  }
}

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
      ;((window as unknown as Earshot).gone ??= []).push(new WeakRef(element))
    }
    await new Promise(requestAnimationFrame)
  }, [tag, times] as const)

/**
 * Until none of those that went is held by anything. One may be removed before its article has come, on a busy machine, and is
 * nobody's only once that has.
 */
async function untilGone(page: Page, devtools: CDPSession, what: string) {
  let held = 1
  for (let time = 0; held && time < 200; time++) {
    await devtools.send('HeapProfiler.collectGarbage')
    held = await page.evaluate(async () => {
      await new Promise(requestAnimationFrame)
      const earshot = window as unknown as Earshot
      return (earshot.gone = earshot.gone?.filter(element => element.deref()) ?? []).length
    })
  }
  assert.equal(held, 0, `${what}: removed, and still held`)
}

/** What is listened to at the places that are the page's own; by the page's scripts: drivers listen, too. */
async function heardBy(devtools: CDPSession, scripts: ReadonlySet<string>): Promise<string[]> {
  const heard = new Set<string>()
  for (const expression of ['window', 'document', 'document.documentElement', 'document.body', 'visualViewport']) {
    const { result } = await devtools.send('Runtime.evaluate', { expression })
    const { listeners } = await devtools.send('DOMDebugger.getEventListeners', { objectId: result.objectId! })
    for (const { type, scriptId } of listeners) if (scripts.has(scriptId)) heard.add(`${type} of ${expression}`)
  }
  return [...heard].sort()
}

describe('The page of the host, in chromium', { skip: !isAsked }, () => {
  // What the browser makes of code that runs often is not what we leave behind, and comes whenever it sees fit.
  const alone = new Alone('--js-flags=--no-sparkplug --no-maglev --no-opt')
  const arrive = async () => {
    alone.intercept = serves({})
    const { page, url, devtools } = await alone.open()
    await page.goto(url + hostPath)
    await devtools.send('Performance.enable')
    return { page, devtools }
  }

  it(`has no more memory, nodes and listeners after the panel was opened and closed ${cycles} times`, async t => {
    const { page, devtools } = await arrive()
    // Whatever is fetched with a first look is there after the first round, and what that brings along after the second.
    for (let round = 0; round < 2; round++) {
      await openAndClose(page, warm)
      await lookAtEach(page)
      await rest(page)
    }
    await openAndClose(page, 10 * warm)
    const before = await sizeOf(page, devtools)
    await openAndClose(page, cycles)
    assertSame(t, before, await sizeOf(page, devtools), `${cycles} times`)
    assert.deepEqual(alone.troubles, [])
  })

  it('nor after each element has come and gone many times', async t => {
    const { page, devtools } = await arrive()
    for (let round = 0; round < 2; round++) {
      for (const tag of tags) await comeAndGo(page, tag, warm)
      await rest(page)
    }
    for (const tag of tags) {
      await comeAndGo(page, tag, warm)
      await untilGone(page, devtools, tag)
      const before = await sizeOf(page, devtools)
      await comeAndGo(page, tag, Math.ceil(cycles / 5))
      await untilGone(page, devtools, tag)
      assertSame(t, before, await sizeOf(page, devtools), tag)
    }
    assert.deepEqual(alone.troubles, [])
  })

  it('is listened to by no element that is gone, only by the desk', async () => {
    const settings = JSON.stringify({ endpoint: '/issues', signals: false, shortcut: 'Control+Shift+H' })
    alone.intercept = serves({
      tag: `<script async src="/earshot.js" data-config="${hostPath}settings"></script>`,
      files: { [`${hostPath}settings`]: settings },
      body: '<button data-earshot-open>Ask</button><earshot-rating subject="x"></earshot-rating>',
    })
    const { page, url, devtools } = await alone.open()
    const scripts = new Set<string>()
    devtools.on('Debugger.scriptParsed', script => void (script.url.startsWith(url) && scripts.add(script.scriptId)))
    await devtools.send('Debugger.enable')
    // A phone, whose keyboard covers things.
    await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 1 })
    await page.goto(url + hostPath)
    await openAndClose(page, warm)
    for (const room of ['keys-inside', 'doors', 'shortcut', 'step-aside']) {
      await page.waitForFunction(room => performance.getEntriesByType('resource').some(({ name }) => name.endsWith(`/${room}.js`)), room)
    }
    await rest(page)
    const before = await heardBy(devtools, scripts)
    for (const heard of ['keydown of window', 'click of document', 'focusin of document']) assert.ok(before.includes(heard), heard)
    await page.evaluate(() => document.querySelectorAll('earshot-widget, earshot-rating').forEach(element => element.remove()))
    assert.deepEqual((await heardBy(devtools, scripts)).filter(heard => !ofDesk.includes(heard)), [])
    assert.deepEqual(alone.troubles, [])
  })
})
