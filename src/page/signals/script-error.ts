import { isNoFault } from '../no-fault.ts'
import type { Detector } from './detector.ts'

// An error is the customer's trouble when it follows what they did within so many milliseconds.
const after = 3000

/** Something they did ended in an error nobody caught. */
export const scriptError: Detector = {
  type: 'script-error',
  watch(scene, report) {
    scene.hear('error unhandledrejection', event => {
      const { error, filename = '', message = '', reason } = event as ErrorEvent & PromiseRejectionEvent
      const { name, stack } = (error ?? reason ?? {}) as Error
      // Other origins' errors come without a word, extensions' with their own address.
      const own = filename ? filename.startsWith(location.origin) : reason instanceof Error
      if (!own || isNoFault({ name, message, stack: stack ?? '' })) return
      if (scene.clock.now() - scene.act.at <= after) report(scene.act.element)
    })
  },
}
