import type { Detector } from './detector.ts'

// A request is slow from so many milliseconds on; one that begins so long after the last act is not the customer's.
const slow = 6000
const after = 1000

/** What they did took very long. */
export const requestSlow: Detector = {
  type: 'request-slow',
  watch(scene, report) {
    scene.requests(({ duration, responseStatus: status }) => {
      const began = scene.clock.now() - duration
      const since = began - scene.act.at
      // Somebody who went on to other things does not wait; what is held open for news is never cut short by an error.
      if (duration >= slow && status !== 204 && since >= -50 && since <= after) report(scene.act.element)
    })
  },
}
