import { until } from '../../core/support/until.ts'
import { deadline } from '../../core/support/deadline.ts'
import type { CaptureProvider } from './provider.ts'

/** Draws the page's elements again: for phones, frames and browsers that cannot share a tab. Fetched when it is needed. */
export const domCapture: CaptureProvider = {
  id: 'dom',
  available: () => typeof XMLSerializer === 'function' && typeof SVGForeignObjectElement === 'function',
  capture: ({ view, signal, deadlineMs }) => {
    const drawn = import('./draw-dom.ts').then(({ drawDom }) => drawDom(view, signal))
    return until(signal, deadline(drawn, deadlineMs, 'capture/too-slow'))
  },
}
