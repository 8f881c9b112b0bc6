import { EarshotAnnotate as Annotate } from '../elements/annotate/annotate.ts'
import { component } from './component.ts'

/** `<earshot-annotate>` for React. */
export const EarshotAnnotate = /* @__PURE__ */ component('earshot-annotate', Annotate)
