import { EarshotRating as Rating } from '../elements/rating/rating.ts'
import { component } from './component.ts'

/** `<earshot-rating>` for React. */
export const EarshotRating = /* @__PURE__ */ component('earshot-rating', Rating)
