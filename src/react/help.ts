import { EarshotHelp as Help } from '../elements/help/help.ts'
import { component } from './component.ts'

/** `<earshot-help>` for React. */
export const EarshotHelp = /* @__PURE__ */ component('earshot-help', Help)
