import { clickRuns } from './click-runs.ts'
import type { Detector } from './detector.ts'
import type { ClickTrouble } from './judge-clicks.ts'

/** Reports the elements whose clicks were judged to be this sort of trouble. */
export const clickDetector = (wanted: ClickTrouble['type']): Detector => ({
  type: wanted,
  watch(scene, report) {
    clickRuns(scene, ({ type, element }) => {
      if (type === wanted) report(element)
    })
  },
})
