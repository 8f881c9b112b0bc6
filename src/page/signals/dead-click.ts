import { clickDetector } from './click-detector.ts'

/** One click on something that looks active, and nothing comes of it. */
export const deadClick = clickDetector('dead-click')
