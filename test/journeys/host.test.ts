import assert from 'node:assert/strict'
import { heading, openPanel, searchFor, wholeForm } from './customer.ts'
import { journeys } from './world.ts'

interface Host { names: string[]; builtIns: [string, unknown][]; farewells: string[] }

/** Notes how the page was before any script of ours ran. */
function remember() {
  const look = () => {
    const things = { window, Object, Array, String, Promise, Function, JSON, Event, EventTarget, Node, Element, Document, History, Storage, IDBFactory, CustomElementRegistry }
    return Object.entries(things).flatMap(([name, thing]) =>
      [['', thing], ['.prototype', (thing as { prototype?: object }).prototype]].flatMap(([part, object]) =>
        Object.entries(Object.getOwnPropertyDescriptors(object ?? {}))
          .filter(([, { value }]) => typeof value === 'function')
          .map(([key, { value }]) => [`${name}${part as string}.${key}`, value] as [string, unknown])))
  }
  const farewells: string[] = []
  const { addEventListener } = EventTarget.prototype
  EventTarget.prototype.addEventListener = function (...given: Parameters<typeof addEventListener>) {
    if (/unload|pagehide/.test(given[0])) farewells.push(given[0])
    return addEventListener.apply(this, given)
  }
  const host: Host = { names: Object.getOwnPropertyNames(window), builtIns: look(), farewells }
  Object.defineProperty(window, Symbol.for('journey.host'), { value: { host, look } })
}

/** What is other now. */
function compare() {
  const { host, look } = (window as unknown as Record<symbol, { host: Host; look(): [string, unknown][] }>)[Symbol.for('journey.host')]!
  const before = new Map(host.builtIns)
  return {
    globals: Object.getOwnPropertyNames(window).filter(name => !host.names.includes(name)),
    symbols: Object.getOwnPropertySymbols(window).map(symbol => Symbol.keyFor(symbol)).filter(key => key?.startsWith('earshot')),
    patched: look().filter(([name, value]) => before.has(name) && before.get(name) !== value).map(([name]) => name),
    farewells: host.farewells,
    sheets: document.adoptedStyleSheets.length + document.querySelectorAll('style').length,
    added: [...document.querySelectorAll('body > *')].map(element => element.localName).filter(name => name.includes('-')),
    foreign: performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin).filter(origin => origin !== location.origin),
  }
}

journeys('The page of the host', walk => {
  walk('has one name more and one element more after a whole visit, and is otherwise as it was', async ({ page, url, beforeScripts }) => {
    beforeScripts(remember)
    await page.goto(`${url}/`)
    const panel = await openPanel(page)
    await searchFor(page, panel, 'return')
    await panel.getByRole('button', { name: 'Talk to a person' }).click()
    await panel.getByRole('button', { name: 'Write a message' }).first().click()
    await panel.getByRole('textbox', { name: 'What would you like to know?' }).fill('Do you also mend clocks?')
    await wholeForm(panel)
    await panel.getByRole('button', { name: 'Send' }).click()
    await heading(page, 'We have it').waitFor()
    const { symbols, globals, ...now } = await page.evaluate(compare)
    assert.deepEqual(globals, ['earshot'])
    assert.deepEqual(now, { patched: [], farewells: [], sheets: 0, added: ['earshot-widget'], foreign: [] })
    assert.deepEqual(symbols.filter(key => !/troubles|journeys/.test(key ?? '')), ['earshot.shelf.1'])
  })
})
