import assert from 'node:assert/strict'
import { heading, openPanel, searchFor } from './customer.ts'
import { hostPath, serves, type HostPage } from './host-page.ts'
import { mooTools, prototypeJs } from './old-libraries.ts'
import { journeys, type Walk, type World } from './world.ts'

const story = 'The “lid” springs open.\nTwice a day.'
const file = '/host/library.js'
const script = `<script src="${file}"></script>`
const zone = new URL('../../node_modules/zone.js/bundles/zone.umd.js', import.meta.url)
const inPage = (run: () => void): HostPage => ({ head: script, files: { [file]: `(${run})()` } })

/** The whole way: find an article, ask, and have it received, word for word. */
async function wholeWay({ page, url, intercept, issues }: World, host: HostPage) {
  intercept(serves(host))
  await page.goto(url + hostPath)
  const panel = await openPanel(page)
  await searchFor(page, panel, 'return')
  await panel.getByRole('listitem').first().waitFor()
  await panel.getByRole('button', { name: 'Talk to a person' }).click()
  await panel.getByRole('button', { name: 'Write a message' }).first().click()
  await panel.getByRole('textbox', { name: 'What would you like to know?' }).fill(story)
  await panel.getByRole('button', { name: 'Send' }).click()
  await heading(page, 'We have it').waitFor()
  const [issue, ...more] = await issues()
  assert.deepEqual([issue?.story, issue?.kind, issue?.contact, more.length], [story, 'question', undefined, 0])
}

journeys('A host that changes what everybody stands on', (walk, engine) => {
  // WebKit's own driver stumbles over what is put on every list or object, before we are asked.
  const everywhere: Walk = (...given) => void (engine === 'webkit' || walk(...given))
  everywhere('with what Prototype.js puts on lists, texts, functions and elements', world => wholeWay(world, inPage(prototypeJs)))
  walk('with what MooTools puts there, and in place of Event and Array.from', world => wholeWay(world, inPage(mooTools)))
  // The other drivers do not wait for a promise that is not the browser's own.
  if (engine === 'chromium') walk('with zone.js around every promise, listener and request', world => wholeWay(world, { head: script, files: { [file]: zone } }))

  everywhere('with words of its own on every object, some of which are called like settings', world =>
    wholeWay(world, inPage(() => {
      const words = { extend: () => {}, each: () => {}, endpoint: 'https://elsewhere.example/', placement: 'top-start', theme: { accent: 'red' }, consent: 'required', withoutLauncher: true, form: 'other', story: 'Not mine' }
      for (const [name, value] of Object.entries(words)) Object.defineProperty(Object.prototype, name, { value, enumerable: true, configurable: true, writable: true })
    })))

  walk('with a way of its own to fetch, to listen and to go on', world =>
    wholeWay(world, inPage(() => {
      const { fetch } = window
      window.fetch = (...given) => fetch(...given).then(answer => answer)
      const { addEventListener } = EventTarget.prototype
      EventTarget.prototype.addEventListener = function (this: EventTarget, type: string, listener: EventListenerOrEventListenerObject | null, options?: boolean | AddEventListenerOptions) {
        const wrapped = typeof listener === 'function' ? (event: Event) => listener.call(this, event) : listener
        return addEventListener.call(this, type, wrapped, options)
      }
      const { pushState } = History.prototype
      History.prototype.pushState = function (...given: Parameters<typeof pushState>) {
        pushState.apply(this, given)
        dispatchEvent(new CustomEvent('pushstate'))
      }
      const { open } = XMLHttpRequest.prototype
      XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, ...given: unknown[]) {
        return open.apply(this, given as never)
      } as typeof open
      class Patient extends Promise<unknown> {}
      window.Promise = Patient as PromiseConstructor
    })))
})
