// @ts-check
import { createDesk } from '../library.js'
import { keepHere } from './keep-here.js'
import { showAs } from './show-as.js'
import { transport } from './transport.js'

/** @typedef {{ config: Record<string, any>, dark: boolean, theme: string, at: { open: boolean, view?: any } }} Shown */

const name = 'playground'
const tell = (/** @type {object} */ message) => parent.postMessage(message, location.origin)
/** @type {HTMLElement | undefined} */
let widget
/** What the widget only reads when it opens. */
let stance = ''
/** @type {any} */
let desk
let showing = Promise.resolve()

/** @param {Shown} shown */
async function show({ config, dark, theme, at }) {
  // Where the customer is, and what they have typed, outlives the settings.
  const { open, view, drafts } = desk?.state ?? at
  desk?.dispose()
  const next = JSON.stringify([config['locale'], config['placement'], config['withoutLauncher'], theme])
  if (next !== stance) widget?.remove()
  const isNew = next !== stance || !widget
  stance = next
  widget = isNew ? document.createElement('earshot-widget') : widget
  widget?.setAttribute('desk', name)
  showAs(/** @type {HTMLElement} */ (widget), { config, dark, theme })
  const settings = { ...config, desk: name, transport: transport(tell) }
  if (desk) desk = createDesk(settings)
  else {
    // @ts-expect-error The build has it.
    const { start } = await import('/earshot/app.js')
    // The same in which the script tag starts, once: what it watches for in the page, it watches for good.
    desk = await start(settings)
  }
  if (isNew) document.body.append(/** @type {HTMLElement} */ (widget))
  for (const [form, draft] of drafts ?? []) desk.edit(form, draft)
  if (open) desk.open(view)
  const mine = desk
  let last = ''
  desk.subscribe((/** @type {any} */ { open, view, problems }) => {
    if (mine !== desk) return
    const now = JSON.stringify({ open, view })
    if (now !== last) tell({ at: JSON.parse(now) })
    last = now
    tell({ problems: problems.map((/** @type {any} */ { code, message, path }) => ({ code, message, path })) })
  })
}

keepHere(() => (desk?.state.open ? desk.close() : desk?.open()))
addEventListener('message', ({ source, origin, data }) => {
  if (source === parent && origin === location.origin && data.show) showing = showing.then(() => show(data.show)).catch(error => console.error(error))
})
tell({ ready: true })
