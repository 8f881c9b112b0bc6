import { goesBackAndForth } from './alternation.ts'
import type { Detector } from './detector.ts'

// Nobody has read a page in so many milliseconds.
const glance = 20_000

/** From one page to another and back, and again: neither has what is looked for. */
export const backAndForth: Detector = {
  type: 'back-and-forth',
  watch({ arrivals }, report) {
    const trail: { path: string; at: number | undefined }[] = []
    arrivals((path, at) => {
      if (trail.at(-1)?.path === path) return
      trail.push({ path, at })
      if (!goesBackAndForth(trail.map(each => each.path))) return
      const known = trail.slice(-4).flatMap(each => each.at ?? [])
      // Where it is known how long they stayed, they did not stay.
      if (known.every((time, index) => !index || time - known[index - 1]! < glance)) report()
    })
  },
}
