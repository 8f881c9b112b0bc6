import { clickRuns } from './click-runs.ts'
import type { Detector } from './detector.ts'

/** One click on something that looks active, and nothing comes of it. */
export const deadClick: Detector = {
  type: 'dead-click',
  watch(scene, report) {
    clickRuns(scene, ({ type, element }) => {
      if (type === 'dead-click') report(element)
    })
  },
}
