import { domToCanvas, type Options } from 'modern-screenshot'
import { EarshotError } from '../../core/support/errors.ts'
import { isOurs } from '../left-alone.ts'
import { grown } from './box.ts'
import { Copies } from './copies.ts'
import { everything } from './everything.ts'
import { belowView } from './in-view.ts'
import { masksIn } from './masks.ts'
import { paintBoxes, paintPaper } from './paint.ts'
import { scaleFor, sizeOf, type Shot } from './provider.ts'
import { webFonts } from './web-fonts.ts'

/** How long a single picture or font of the page may take, in milliseconds: the drawing waits for all of them. */
const patience = 1_500

/**
 * Draws what is seen of the page. What is private never enters the drawing; black boxes stand in its place.
 * @throws {EarshotError} `capture/failed` where nothing came of it, as under a policy that forbids `data:` pictures.
 */
export async function drawDom(view: Window, signal: AbortSignal): Promise<Shot> {
  const { document } = view
  const cssText = await webFonts(document, patience)
  signal.throwIfAborted()
  const { width, height } = sizeOf(view)
  const scale = scaleFor(width, height, view.devicePixelRatio)
  const { elements, boxes } = masksIn(view)
  const isBelow = belowView(view, everything(document.body))
  const copies = new Copies(view, element => elements.has(element) || isBelow(element))
  const sandbox = defaultsFrame(document)
  try {
    if (!sandbox.contentDocument) throw new EarshotError('capture/failed', 'A page in a sandbox cannot be drawn without `allow-same-origin`')
    const drawing = await domToCanvas(document.documentElement, {
      width,
      height,
      scale,
      timeout: patience,
      // Left to itself the library reads them by way of an inline style sheet, which strict policies forbid, and report.
      font: cssText ? { cssText } : false,
      // Each picture is painted again after so long, for engines that paint before they have decoded.
      drawImageInterval: 8,
      filter: node => !signal.aborted && !isOurs(node as Partial<Element>) && copies.take(node),
      onCloneEachNode: node => copies.made(node),
      onCloneNode: root => copies.finish(root as HTMLElement),
      style: {
        position: 'relative', left: `${-view.scrollX}px`, top: `${-view.scrollY}px`, overflow: 'visible',
        // As a root it keeps its children's margins in; WebKit loses them where it is none.
        ...(getComputedStyle(document.documentElement).display === 'block' && { display: 'flow-root' }),
      },
      sandbox,
    } as Options)
    signal.throwIfAborted()
    if (isEmpty(drawing)) throw new EarshotError('capture/failed', 'Nothing could be drawn: a Content-Security-Policy needs `img-src data:` for it')
    const canvas = paintPaper(drawing, view)
    paintBoxes(canvas, boxes.map(box => grown(box, 1)), scale)
    return { canvas, scale }
  } finally {
    sandbox.remove()
  }
}

/**
 * Where the library looks up what elements look like by default. Its own frame has a `srcdoc`, which Trusted Types forbid; an empty
 * one needs no string. Not in its documented options, but taken from them as it is.
 */
function defaultsFrame(document: Document): HTMLIFrameElement {
  const frame = document.createElement('iframe')
  // Ours, so that nobody takes it for something of the page.
  frame.ariaHidden = 'true'
  frame.tabIndex = -1
  for (const [name, value] of Object.entries({ position: 'fixed', width: '0', height: '0', border: '0', visibility: 'hidden' })) {
    frame.style.setProperty(name, value, 'important')
  }
  document.body.append(frame)
  return frame
}

/** Not even the trace that lies over all of it: the painting failed without saying so. */
function isEmpty(canvas: HTMLCanvasElement): boolean {
  return !canvas.width || !canvas.height || canvas.getContext('2d')!.getImageData(0, 0, 1, 1).data[3] === 0
}
