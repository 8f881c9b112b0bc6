import 'bootstrap/dist/css/bootstrap.css'
import { Modal } from 'bootstrap'
import { doors, inside, lay } from './parts.js'

const modal = lay(`<div class="modal fade" tabindex="-1" aria-labelledby="order" aria-hidden="true">
  <div class="modal-dialog"><div class="modal-content"><div class="modal-body">${inside}</div></div></div>
</div>`)
const own = new Modal(modal)
doors(() => own.show(), () => own.hide())
