import { EarshotWidget as Widget } from '../elements/widget/widget.ts'
import { component } from './component.ts'

/** `<earshot-widget>` for React. */
export const EarshotWidget = /* @__PURE__ */ component('earshot-widget', Widget)
