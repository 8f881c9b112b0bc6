import { EarshotError, messageOf } from '../../core/support/errors.ts'
import { newCanvas } from '../files/canvas.ts'
import { displayCapture } from './display-capture.ts'
import { domCapture } from './dom-capture.ts'
import type { CaptureProvider, Shot } from './provider.ts'

export interface CapturePageOptions {
  readonly signal: AbortSignal
  /** For each way that is tried; the browser's question to the customer does not count. Default 8,000. */
  readonly deadlineMs?: number
  /** In the order they are tried. */
  readonly providers?: readonly CaptureProvider[]
  readonly view?: Window
}

/**
 * A picture of what the customer sees of the page, without Earshot and with everything private covered. To be called from
 * within a click. A way that fails leads to the next; a customer's "no" does not: they have answered.
 * @throws {EarshotError} `capture/denied`, `capture/too-slow`, `capture/failed`; `capture/unavailable` where there is no way at all.
 * Where `signal` ends it, its reason.
 */
export async function capturePage({ signal, deadlineMs = 8_000, providers = [displayCapture(), domCapture], view = window }: CapturePageOptions): Promise<Shot> {
  let failure: unknown = new EarshotError('capture/unavailable', 'This browser offers no way to take a picture of the page')
  for (const provider of givesPixels() ? providers.filter(each => each.available(view)) : []) {
    try {
      return await provider.capture({ view, signal, deadlineMs })
    } catch (error) {
      if (signal.aborted) throw error
      failure = error instanceof EarshotError ? error : new EarshotError('capture/failed', `${provider.id}: no picture came of it: ${messageOf(error)}`)
      if ((failure as EarshotError).code === 'capture/denied') break
    }
  }
  throw failure
}

/** Browsers that resist being recognised hand out noise in place of what was drawn: no picture can be made there. */
function givesPixels(): boolean {
  try {
    return !!newCanvas(1, 1)
  } catch {
    return false
  }
}
