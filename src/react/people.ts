import { EarshotPeople as People } from '../elements/people/people.ts'
import { component } from './component.ts'

/** `<earshot-people>` for React. */
export const EarshotPeople = /* @__PURE__ */ component('earshot-people', People)
