import { EarshotFeedback as Feedback } from '../elements/feedback/feedback.ts'
import { component } from './component.ts'

/** `<earshot-feedback>` for React. */
export const EarshotFeedback = /* @__PURE__ */ component('earshot-feedback', Feedback)
