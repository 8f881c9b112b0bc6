// Shortcuts of a page, by everything people hear keys with. `heard` says who heard what.
import hotkeys from 'hotkeys-js'
import Mousetrap from 'mousetrap'
import { tinykeys } from 'tinykeys'
import { part } from './parts.js'

const heard = (globalThis.heard = [])
for (const key of ['k', '/', 'escape', 'down', 'enter']) {
  const name = { escape: 'Escape', down: 'ArrowDown', enter: 'Enter' }[key] ?? key
  hotkeys(key, () => void heard.push(`hotkeys-js ${name}`))
  Mousetrap.bind({ escape: 'esc' }[key] ?? key, () => void heard.push(`mousetrap ${name}`))
  tinykeys(window, { [name]: () => heard.push(`tinykeys ${name}`) })
  tinykeys(document, { [name]: () => heard.push(`tinykeys, on the way down, ${name}`) }, { capture: true })
}
for (const type of ['keydown', 'keypress', 'keyup']) {
  document.addEventListener(type, event => heard.push(`document, on the way down, ${type} ${event.key}`), true)
  document.body.addEventListener(type, event => {
    heard.push(`body ${type} ${event.key}`)
    // A page that plays with the space bar.
    if (event.key === ' ') event.preventDefault()
  })
}
part('edit').after(Object.assign(document.createElement('input'), { ariaLabel: 'Search orders' }))
