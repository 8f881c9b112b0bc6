// Taken out of the page and put in again, by each framework in its own way.
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { root } from '../house/laws/sources.ts'
import type { Page } from '../journeys/driver/page.ts'
import { installApps, stacks } from './apps.ts'
import { openGround, type Ground } from './ground.ts'
import { buildToggle, toggled } from './toggle-pages.ts'

/** Notes who listens at the window and the document, before anybody does. */
function noteListeners() {
  const { addEventListener, removeEventListener } = EventTarget.prototype
  const heard = new Map<string, Set<unknown>>()
  const of = (target: EventTarget, type: string, options: unknown) => {
    const isCapture = typeof options === 'object' ? !!(options as AddEventListenerOptions | null)?.capture : !!options
    const key = `${target === document ? 'document' : 'window'} ${type}${isCapture ? ' on the way down' : ''}`
    return heard.get(key) ?? heard.set(key, new Set()).get(key)!
  }
  const isWatched = (target: EventTarget | undefined) => !target || target === window || target === document
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    if (isWatched(this) && listener) {
      const listeners = of(this ?? window, type, options)
      const { signal } = typeof options === 'object' ? options : {}
      if (!signal?.aborted) listeners.add(listener)
      signal?.addEventListener('abort', () => listeners.delete(listener))
    }
    return addEventListener.call(this ?? window, type, listener, options)
  }
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    if (isWatched(this)) of(this ?? window, type, options).delete(listener)
    return removeEventListener.call(this ?? window, type, listener, options)
  }
  Object.assign(window, { listeners: () => [...heard].flatMap(([key, { size }]) => (size ? [`${key}: ${size}`] : [])).sort() })
}

const listeners = (page: Page) => page.evaluate(() => (globalThis as never as { listeners(): string[] }).listeners())

describe('Taken out of the page and put in again', () => {
  let ground: Ground
  let apps: string

  before(async () => {
    apps = installApps()
    ground = await openGround()
  })

  after(() => ground?.close())

  for (const name of toggled.filter(name => stacks.some(stack => stack.name === name.split(',')[0]))) {
    it(`everything is as it was left, and nobody listens in between: ${name}`, async () => {
      const folder = join(root, 'test-results', 'unmount', name.replace(/\W+/g, '-'))
      await buildToggle(apps, name, folder)
      writeFileSync(join(folder, 'index.html'), `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Shown or not</title>
<script>(${noteListeners.toString()})()</script></head><body><div id="app"></div><script type="module" src="stdin.js"></script></body></html>`)
      const { page, site, close } = await ground.open(folder, '')
      const [shown, launcher] = [page.getByRole('checkbox', { name: 'Shown' }), page.getByRole('button', { name: 'Help' })]
      const [idea, story] = ['What is your idea?', 'What happened?'].map(name => page.getByRole('textbox', { name }))
      const away = async () => {
        await shown.click()
        await launcher.waitFor('gone')
        return listeners(page)
      }
      try {
        await ground.empty()
        await idea!.fill('A bench by the old light')
        await launcher.click()
        await page.getByRole('dialog', { name: 'Help' }).getByRole('button', { name: 'Something is wrong' }).click()
        await story!.fill('The mole is closed')
        const before = await away()
        // What is left is the desk's, which lives as long as the page.
        assert.deepEqual(before.filter(each => /^document (focus|pointer|scroll|input|click)/.test(each)), [])
        await shown.click()
        await story!.waitFor()
        assert.deepEqual([await idea!.value(), await story!.value()], ['A bench by the old light', 'The mole is closed'])
        assert.deepEqual(await away(), before, 'nobody came to listen who stays')
        await shown.click()
        await story!.fill('The mole is closed on Sundays')
        await page.getByRole('dialog', { name: 'Help' }).getByRole('button', { name: 'Send' }).click()
        await page.getByRole('heading', { name: 'We have it' }).waitFor()
        assert.deepEqual((await ground.issues()).map(issue => issue.story), ['The mole is closed on Sundays'])
        assert.equal(await idea!.value(), 'A bench by the old light')
        await site.watch.collect(page)
        assert.deepEqual([...site.watch.troubles], [], 'What no page may do')
      } catch (error) {
        await page.screenshot(`test-results/failed-unmount-${name.replace(/\W+/g, '-')}.png`).catch(() => {})
        throw error
      } finally {
        await close()
      }
    })
  }
})
