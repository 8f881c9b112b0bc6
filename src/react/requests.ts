import { EarshotRequests as Requests } from '../elements/requests/requests.ts'
import { component } from './component.ts'

/** `<earshot-requests>` for React. */
export const EarshotRequests = /* @__PURE__ */ component('earshot-requests', Requests)
