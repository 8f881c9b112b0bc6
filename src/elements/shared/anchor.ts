import { autoUpdate, computePosition, flip, offset, shift, size } from '@floating-ui/dom'

// Kept free between what floats and the edge of what can be seen, in CSS pixels.
const padding = 8
// Less than this is not worth reading in: then it may lie over its reference.
const readable = 260

/**
 * Keeps `floating`, which is in the top layer, beside `reference` and inside what can be seen, whatever moves, scrolls or
 * grows. Answers with a function that ends it.
 */
export function anchor(reference: Element, floating: HTMLElement): () => void {
  const place = async () => {
    const { x, y } = await computePosition(reference, floating, {
      strategy: 'fixed',
      placement: 'bottom-start',
      middleware: [
        offset(6),
        flip({ padding, fallbackStrategy: 'bestFit' }),
        size({
          padding,
          apply({ availableHeight }) {
            const most = document.documentElement.clientHeight - 2 * padding
            floating.style.maxHeight = `${Math.min(most, Math.max(availableHeight, readable))}px`
          },
        }),
        shift({ padding, crossAxis: true }),
      ],
    })
    Object.assign(floating.style, { left: `${x}px`, top: `${y}px` })
  }
  return follow(reference, floating, () => void place())
}

/** Calls `moved` now, and in the next frame whenever either of the two may have moved or changed its size. Answers with a function that ends it. */
export function follow(one: Element, other: HTMLElement, moved: () => void): () => void {
  let due = 0
  moved()
  // Not at once: what changes sizes while sizes are being reported is an error of the page, which its owner would see.
  const leave = autoUpdate(one, other, () => {
    due ||= requestAnimationFrame(() => {
      due = 0
      moved()
    })
  })
  return () => {
    leave()
    cancelAnimationFrame(due)
  }
}
