// A dialog that keeps the focus and refuses what is pressed beside it, without a word of "modal".
import { createFocusTrap } from 'focus-trap'
import { doors, inside, lay } from './parts.js'

const dialog = lay(`<div class="sheet" role="dialog" aria-labelledby="order" hidden>${inside}</div>`)
const trap = createFocusTrap(dialog, {
  onPostDeactivate: () => (dialog.hidden = true),
})
doors(() => {
  dialog.hidden = false
  trap.activate()
}, () => trap.deactivate())
