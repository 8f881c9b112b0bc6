// @ts-check
// @ts-expect-error The demonstration's server hands it out, from the build.
import { createDesk as made } from './earshot/index.js'

/** The library itself. @type {(config: object, seams?: object) => import('../../src/desk/desk.ts').Desk} */
export const createDesk = made
