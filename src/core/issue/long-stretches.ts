import type { Stretch } from './finding.ts'
import { stretches, type StretchOptions } from './stretches.ts'

// In UTF-16 code units: a story goes in one piece. `tail` is the longest that is found whole where two pieces meet.
const sizes = { piece: 10_000, tail: 4_000, lead: 64 }

/** As `stretches`, in pieces, with a rest after each, so that a page stays awake over long texts. No match is cut where they meet. */
export async function longStretches(text: string, options: StretchOptions, rest: () => Promise<unknown>): Promise<Stretch[]> {
  if (text.length <= sizes.piece) return stretches(text, options)
  const found: Stretch[] = []
  let decided = 0
  while (decided < text.length) {
    const from = whole(text, Math.max(0, decided - sizes.lead))
    const to = whole(text, Math.min(text.length, decided + sizes.piece))
    const isLast = to === text.length
    const sure = isLast ? to : to - sizes.tail
    let next = whole(text, sure)
    for (const each of stretches(text.slice(from, to), options)) {
      const end = each.end + from
      // What began before was longer than a piece: its next part.
      const start = Math.max(each.start + from, decided)
      if (end <= decided || (start >= next && !isLast)) continue
      if (end === to && !isLast && start > decided) {
        next = start
        break
      }
      found.push({ ...each, start, end, text: text.slice(start, end) })
      next = Math.max(next, end)
    }
    decided = next
    await rest()
  }
  return found
}

/** Not between the two halves of a character. */
const whole = (text: string, at: number): number => (/[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at)
