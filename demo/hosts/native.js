// The browser's own modal dialog, which closes when one presses beside it: by the pointer's place, as most people write it.
import { doors, inside, lay } from './parts.js'

const dialog = lay(`<dialog class="sheet" aria-labelledby="order">${inside}</dialog>`)
dialog.addEventListener('click', ({ clientX, clientY }) => {
  const { left, right, top, bottom } = dialog.getBoundingClientRect()
  if (clientX < left || clientX > right || clientY < top || clientY > bottom) dialog.close()
})
doors(() => dialog.showModal(), () => dialog.close())
