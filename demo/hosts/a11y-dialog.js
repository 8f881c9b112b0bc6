import A11yDialog from 'a11y-dialog'
import { doors, inside, lay } from './parts.js'

const container = lay(`<div class="a11y" aria-labelledby="order" aria-hidden="true">
  <div class="shade" data-a11y-dialog-hide></div><div class="sheet" role="document">${inside}</div>
</div>`)
const dialog = new A11yDialog(container)
doors(() => dialog.show(), () => dialog.hide())
