import { EarshotReceipt as Receipt } from '../elements/receipt/receipt.ts'
import { component } from './component.ts'

/** `<earshot-receipt>` for React. */
export const EarshotReceipt = /* @__PURE__ */ component('earshot-receipt', Receipt)
