import type { Detector } from './detector.ts'

// A page may put another one in its place, within so many milliseconds.
const pause = 1000
// Smaller ones count visits, in CSS pixels.
const least = 40

/** A picture that was to be seen did not come. */
export const pictureBroken: Detector = {
  type: 'picture-broken',
  watch({ hear, after }, report) {
    const look = (picture: HTMLImageElement) =>
      after(pause, () => {
        const broken = picture.isConnected && picture.complete && !picture.naturalWidth && !!picture.currentSrc
        const { width, height } = picture.getBoundingClientRect()
        if (broken && Math.max(width, height) >= least && picture.checkVisibility()) report(picture)
      })
    hear('error', (_, target) => {
      if (target instanceof HTMLImageElement) look(target)
    })
    for (const picture of document.images) {
      if (picture.complete && !picture.naturalWidth) look(picture)
    }
  },
}
