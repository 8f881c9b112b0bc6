import { clickRuns } from './click-runs.ts'
import type { Detector } from './detector.ts'

/** Quick clicks in one place that nothing answers. */
export const rageClick: Detector = {
  type: 'rage-click',
  watch(scene, report) {
    clickRuns(scene, ({ type, element }) => {
      if (type === 'rage-click') report(element)
    })
  },
}
