export interface Box { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

export interface Scene {
  /** The element itself. */
  readonly box: Box
  /** The last line of its words, or of its label's. */
  readonly line: Box | undefined
  /** The mark may not leave this. */
  readonly bounds: Box
  /** Words and pictures that it may not lie over. */
  readonly taken: readonly Box[]
  readonly rtl: boolean
}

const gap = 4

/** Where the mark goes, its upper left corner: behind the words, behind the element, above its end, else on its corner. */
export function spotFor({ box, line, bounds, taken, rtl, size }: Scene & { size: number }): { x: number; y: number } {
  // A `DOMRect` has nothing of its own to be spread.
  const behind = ({ left, right, top, bottom }: Box) => ({ x: rtl ? left - gap - size : right + gap, y: (top + Math.min(bottom, top + 2 * size) - size) / 2 })
  const end = rtl ? box.left : box.right - size
  const candidates = [
    ...(line ? [behind(line)] : []),
    behind(box),
    { x: end, y: box.top - size },
    { x: end, y: box.bottom },
  ]
  const square = ({ x, y }: { x: number; y: number }) => ({ left: x, top: y, right: x + size, bottom: y + size })
  const free = candidates.map(square).find(spot => within(spot, bounds) && !taken.some(other => overlap(spot, other)))
  if (free) return { x: free.left, y: free.top }
  const half = size / 2
  const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high))
  return {
    x: clamp(rtl ? box.left - half : box.right - half, bounds.left, bounds.right - size),
    y: clamp(box.top - half, bounds.top, bounds.bottom - size),
  }
}

const within = (one: Box, other: Box) => one.left >= other.left && one.right <= other.right && one.top >= other.top && one.bottom <= other.bottom

// Lines of text stand closer than the boxes of their letters.
const overlap = (one: Box, other: Box) =>
  one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom - 3 && other.top < one.bottom - 3
