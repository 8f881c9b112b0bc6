// A dialog by hand: everything beside it inert and hidden, no pointer anywhere else, the page held still, and no word of "modal".
import { disableBodyScroll, enableBodyScroll } from 'body-scroll-lock'
import { doors, inside, lay, part } from './parts.js'

const dialog = lay(`<div class="sheet" role="dialog" aria-labelledby="order" hidden>${inside}</div>`)
const others = () => [...document.body.children].filter(element => element !== dialog)
function open() {
  for (const element of others()) {
    element.inert = true
    element.setAttribute('aria-hidden', 'true')
  }
  Object.assign(document.body.style, { pointerEvents: 'none', position: 'fixed', top: '-40px', width: '100%' })
  dialog.style.pointerEvents = 'auto'
  dialog.hidden = false
  disableBodyScroll(dialog)
  part('note').focus()
}
function close() {
  for (const element of others()) {
    element.inert = false
    element.removeAttribute('aria-hidden')
  }
  Object.assign(document.body.style, { pointerEvents: '', position: '', top: '', width: '' })
  enableBodyScroll(dialog)
  dialog.hidden = true
  part('edit').focus()
}
document.addEventListener('mousedown', event => dialog.hidden || dialog.contains(event.target) || close())
document.addEventListener('keydown', event => event.key === 'Escape' && !dialog.hidden && close(), true)
// Nothing moves while it is open, by whatever means.
for (const type of ['wheel', 'touchmove']) document.addEventListener(type, event => dialog.hidden || event.preventDefault(), { passive: false })
doors(open, close)
