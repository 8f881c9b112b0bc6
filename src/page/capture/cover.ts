import type { Box } from './box.ts'
import { nextFrames } from './next-frames.ts'

export interface Cover {
  /** Puts the boxes where they belong now, and waits until they are painted. */
  place(boxes: readonly Box[]): Promise<void>
  remove(): void
}

/** Black, and nothing to be seen through it: what is blurred can be read again. */
export const ink = '#000'

const bare = {
  all: 'initial', display: 'block', position: 'fixed', inset: '0', width: '100%', height: '100%', margin: '0', border: '0', padding: '0',
  background: 'none', overflow: 'visible', opacity: '1', 'pointer-events': 'none', transition: 'none', animation: 'none', 'z-index': '2147483647',
}

/** An overlay of opaque boxes, above open dialogs of the page too. Styled by script alone: no policy forbids that, no page's sheet changes it. */
export function coverFor({ document }: Window): Cover {
  const host = document.createElement('earshot-cover')
  host.ariaHidden = 'true'
  host.popover = 'manual'
  dress(host, bare)
  const root = host.attachShadow({ mode: 'open' })
  document.documentElement.append(host)
  host.showPopover?.()
  return {
    async place(boxes) {
      // Given up while the customer was asked.
      if (!host.isConnected) return
      root.replaceChildren(...boxes.map(box => painted(document, box)))
      // What was opened since is above it, until it is opened again.
      host.hidePopover?.()
      host.showPopover?.()
      await nextFrames(2)
    },
    remove: () => host.remove(),
  }
}

function painted(document: Document, { left, top, right, bottom }: Box): HTMLElement {
  const box = document.createElement('div')
  // Whole pixels, outward: half of one would let something through.
  const [x, y] = [Math.floor(left), Math.floor(top)]
  dress(box, {
    position: 'absolute', left: `${x}px`, top: `${y}px`, width: `${Math.ceil(right) - x}px`, height: `${Math.ceil(bottom) - y}px`,
    background: ink, 'forced-color-adjust': 'none',
  })
  return box
}

function dress(element: HTMLElement, styles: Readonly<Record<string, string>>) {
  for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value, 'important')
}
