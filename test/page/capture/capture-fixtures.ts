import { sizeOf } from '../../../src/page/capture/provider.ts'

/** The colour of a canvas at a place of the view, in CSS pixels: red, green, blue, opacity. */
export function colourAt(canvas: HTMLCanvasElement, scale: number, x: number, y: number): number[] {
  return [...canvas.getContext('2d')!.getImageData(Math.round(x * scale), Math.round(y * scale), 1, 1).data]
}

/** Whether every pixel of an element's box, as it is in the view, is opaque black. */
export function isBlack(canvas: HTMLCanvasElement, scale: number, element: Element): boolean {
  const { left, top, width, height } = element.getBoundingClientRect()
  const size = sizeOf(window)
  const [right, bottom] = [Math.min(left + width, size.width), Math.min(top + height, size.height)]
  const [x, y] = [Math.max(0, left), Math.max(0, top)]
  const { data } = canvas.getContext('2d')!.getImageData(Math.ceil(x * scale), Math.ceil(y * scale), Math.floor((right - x) * scale) - 1, Math.floor((bottom - y) * scale) - 1)
  return data.length > 0 && data.every((value, i) => value === (i % 4 === 3 ? 255 : 0))
}

/** Near enough: engines round colours differently. */
export const looksLike = (colour: readonly number[], other: readonly number[]) => other.every((value, i) => Math.abs(value - colour[i]!) <= 12)

/** Puts elements on the page without styling them by attributes. */
export function put<T extends Element = HTMLElement>(parent: ParentNode & Node, tag: string, styles: Partial<CSSStyleDeclaration> = {}, props: object = {}): T {
  const element = Object.assign(document.createElement(tag), props)
  Object.assign(element.style, styles)
  parent.appendChild(element)
  return element as unknown as T
}

export const signal = () => new AbortController().signal

/** The code of what is thrown. */
export const codeOf = (work: Promise<unknown>): Promise<string> => work.then(() => 'nothing was thrown', (error: { code?: unknown; name?: string }) => (typeof error.code === 'string' ? error.code : (error.name ?? '')))

/** A tab that is shared: what was on the page at the moment of each question, and a stream of one colour. */
export function fakeTab(during: () => void = () => {}) {
  const asked: DisplayMediaStreamOptions[] = []
  const streams: MediaStream[] = []
  const getDisplayMedia = async (options: DisplayMediaStreamOptions = {}) => {
    asked.push(options)
    during()
    const canvas = document.createElement('canvas')
    canvas.width = innerWidth
    canvas.height = innerHeight
    const context = canvas.getContext('2d')!
    const paint = () => {
      context.fillStyle = 'rgb(0 128 0)'
      context.fillRect(0, 0, canvas.width, canvas.height)
      if (streams[0]?.active !== false) requestAnimationFrame(paint)
    }
    paint()
    const stream = canvas.captureStream(30)
    streams.push(stream)
    return stream
  }
  return { asked, streams, getDisplayMedia }
}

/** The browser's own question, answered by a test: Chromium asks it in a test too, and nobody is there to answer. */
export function answerFor(tab: Pick<MediaDevices, 'getDisplayMedia'>): () => void {
  const { mediaDevices } = navigator
  Object.defineProperty(mediaDevices, 'getDisplayMedia', { configurable: true, value: tab.getDisplayMedia })
  return () => Reflect.deleteProperty(mediaDevices, 'getDisplayMedia')
}

/** A browser that can neither share a tab nor draw the page. */
export function withoutPictures(): () => void {
  const answered = answerFor({ getDisplayMedia: () => Promise.reject(new DOMException('None', 'NotFoundError')) })
  const { XMLSerializer } = window
  Reflect.deleteProperty(window, 'XMLSerializer')
  return () => {
    answered()
    Object.assign(window, { XMLSerializer })
  }
}
