import type { Detector } from './detector.ts'

// In milliseconds.
const after = 10_000

// "Sign in first", "not here", "somebody was faster", "look at your fields": the page speaks of these itself.
const ordinary = [401, 404, 409, 412, 422]

/** What they did ended in a request that the site refused. */
export const requestFailed: Detector = {
  type: 'request-failed',
  watch(scene, report) {
    scene.requests(({ responseStatus: status = 0, duration }) => {
      const since = scene.clock.now() - duration - scene.act.at
      if (status >= 400 && !ordinary.includes(status) && since <= after) report(scene.act.element)
    })
  },
}
