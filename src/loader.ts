// The script tag: draws the launcher, fetches everything else on the first sign of interest, or when the page is idle.
import type { Desk } from './desk/desk.ts'
import { drawLauncher } from './elements/widget/launcher.ts'

type Callback = (desk: Desk) => void
interface Global { earshot?: Callback[] | { push(callback: Callback): void; press?(event: MouseEvent): void } }

declare const __APP__: string
declare const __WORDS__: string
declare const __DOOR__: string

const page = window as Window & Global
const { dataset, src } = (document.currentScript ?? {}) as HTMLScriptElement
// Without a prototype: what a page hangs on `Object.prototype` must not become a setting.
const data = { __proto__: null, ...dataset } as unknown as DOMStringMap
const queue = page.earshot ?? []
// A script of another site's that came without CORS has no address to import from, in Chromium: it says so itself.
const beside = (path: string) => new URL(path, src || document.baseURI).href

// A second copy stands down: the first one has the queue.
if (Array.isArray(queue)) run(queue)
else if ('push' in queue) console.warn('Earshot is here already. [loader/twice]')
// An element of the page has that name as its id.
else run([])

function run(waiting: Callback[]) {
  let app: Promise<Desk> | undefined
  let widget: HTMLElement | null = null
  let button: HTMLButtonElement | undefined

  const load = () =>
    (app ??= (import(beside(__APP__)) as Promise<{ start(settings: object): Promise<Desk> }>)
      .then(({ start }) => (push(...waiting.splice(0)), start(data)))
      .catch((error: unknown) => {
        // The floor: what the page itself put inside the element.
        app = undefined
        console.warn('Earshot did not load. [loader/failed]', error)
        if (widget?.childElementCount && button) {
          button.hidden = true
          widget.shadowRoot!.querySelector('slot')!.hidden = false
        }
        throw error
      }))
  const hand = (callback?: Callback, otherwise = () => {}) => void load().then(callback, otherwise)
  const prepare = () => hand()
  // What could not be handed over waits for the next load; what the customer pressed does not: no panel opens unasked.
  const push = (...callbacks: Callback[]) => callbacks.forEach(callback => hand(callback, () => waiting.push(callback)))

  // The owner's own buttons, until the widget hears of them itself: what it takes is taken before it comes here. A link leads where it leads without us.
  const press = (event: MouseEvent) => {
    const door = (event.target as Partial<Element>).closest?.<HTMLElement>(`:is([data-earshot-open],[id=${JSON.stringify(widget?.getAttribute('for'))}]):not([href]:not([href^="#"]))`)
    if (!door || event.defaultPrevented) return
    event.preventDefault()
    hand(desk => void (import(beside(__DOOR__)) as Promise<typeof import('./elements/widget/door.ts')>).then(({ openAt }) => openAt(desk, door), () => desk.open()))
  }

  page.earshot = { push, press }
  push(...waiting.splice(0))

  const draw = async () => {
    widget = document.querySelector('earshot-widget') ?? document.body.appendChild(document.createElement('earshot-widget'))
    for (const name of ['placement', 'desk']) if (data[name]) widget.setAttribute(name, data[name])
    const idle = () => (window.requestIdleCallback ?? setTimeout)(prepare)
    if (document.readyState === 'complete') idle()
    else addEventListener('load', idle)
    if (widget.shadowRoot) return
    const root = widget.attachShadow({ mode: 'open' })
    root.append(Object.assign(document.createElement('slot'), { hidden: true }))
    // The owner's own is in its place. It is there all the same: the panel takes its place from its sheet.
    const without = data['withoutLauncher'] !== undefined || !!document.getElementById(widget.getAttribute('for')!)
    const locale = data['locale'] || document.documentElement.lang || navigator.language
    let label = 'Help'
    // Before the first paint of it, so that nothing on the page moves when its word becomes another.
    if (!without && !/^en\b/i.test(locale)) await (import(beside(__WORDS__)) as Promise<typeof import('./launcher-words.ts')>).then(({ wordIn }) => (label = wordIn(locale) ?? label), () => {})
    // Who opened it meanwhile has a launcher by now.
    if (root.querySelector('button')) return
    button = drawLauncher(root, label)
    button.hidden = without
    button.onclick = () => hand(desk => desk.open())
    for (const sign of ['pointerenter', 'focus', 'touchstart']) button.addEventListener(sign, prepare, { once: true, passive: true })
  }
  addEventListener('click', press)
  // Not before the page's own element can be there, and its own button.
  if (document.readyState === 'loading') document.addEventListener('readystatechange', () => void draw(), { once: true })
  else void draw()
}
