import MicroModal from 'micromodal'
import { doors, inside, lay } from './parts.js'

lay(`<div class="modal" id="modal" aria-hidden="true">
  <div class="shade" tabindex="-1" data-micromodal-close><div class="sheet" role="dialog" aria-modal="true" aria-labelledby="order">${inside}</div></div>
</div>`)
doors(() => MicroModal.show('modal', { disableScroll: true }), () => MicroModal.close('modal'))
