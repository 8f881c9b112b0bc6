import { goesBackAndForth } from './alternation.ts'
import type { Detector } from './detector.ts'

/** Here for the third time: not as on the way to elsewhere, and not from one and the same other page. */
export const thirdVisit: Detector = {
  type: 'third-visit',
  watch({ arrivals }, report) {
    const trail: string[] = []
    arrivals(path => {
      if (trail.at(-1) === path) return
      trail.push(path)
      if (path === '/' || goesBackAndForth(trail) || trail.filter(each => each === path).length !== 3) return
      const onward = trail.filter((_, index) => trail[index - 1] === path)
      const others = new Set(trail.filter(each => each !== path))
      // A list, a menu, a basket lead to another page each time.
      const isHub = new Set(onward).size === onward.length
      if (!isHub && others.size > 1) report()
    })
  },
}
