import { clickDetector } from './click-detector.ts'

/** Quick clicks in one place that nothing answers. */
export const rageClick = clickDetector('rage-click')
