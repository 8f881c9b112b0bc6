/** A picture of what can be seen of the page, with what is private already covered. */
export interface Shot {
  readonly canvas: HTMLCanvasElement
  /** Pixels of the canvas for each CSS pixel of the page. */
  readonly scale: number
}

export interface CaptureOptions {
  readonly view: Window
  /** Ends it at once; what was begun is undone. */
  readonly signal: AbortSignal
  /** For the work, not for the customer's answer to the browser's question. */
  readonly deadlineMs: number
}

/** One way to a picture. Before `capture` makes the first pixel, whatever `masksIn` finds is covered. */
export interface CaptureProvider {
  readonly id: string
  /** Whether it can work here; says so without asking anybody. */
  available(view: Window): boolean
  /**
   * Must be called from within a customer's click: browsers that ask, ask only then.
   * @throws {EarshotError} `capture/denied` when the customer said no, `capture/too-slow`, `capture/failed`.
   */
  capture(options: CaptureOptions): Promise<Shot>
}

/** No picture is wider or higher, in pixels. */
const longest = 2560

/** Pixels for each CSS pixel of the view: those of the screen, two at most, and no more than a picture may have. */
export function scaleFor(width: number, height: number, ratio: number): number {
  return Math.min(ratio, 2, longest / Math.max(width, height, 1))
}

/** The size of what can be seen of the page, without its scroll bars, in CSS pixels. */
export function sizeOf({ document, innerWidth, innerHeight }: Window): { readonly width: number; readonly height: number } {
  const { clientWidth, clientHeight } = document.documentElement
  // In quirks mode the root is as high as the page.
  return { width: Math.min(clientWidth || innerWidth, innerWidth), height: Math.min(clientHeight || innerHeight, innerHeight) }
}
