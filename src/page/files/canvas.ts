type AnyCanvas = HTMLCanvasElement | OffscreenCanvas

/** A canvas of that size. @throws where it gives out other pixels than were drawn, as browsers do that resist being recognised. */
export function newCanvas(width: number, height: number) {
  const canvas = typeof OffscreenCanvas === 'function' ? new OffscreenCanvas(width, height) : plainCanvas(width, height)
  const context = canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D | null
  if (!context) throw new Error('The browser gives out no canvas')
  context.fillStyle = '#3c78c8'
  context.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data
  // A few steps off is noise that nobody sees.
  if (Math.abs(red - 0x3c) + Math.abs(green - 0x78) + Math.abs(blue - 0xc8) > 24) throw new Error('The browser gives out other pixels than were drawn')
  context.clearRect(0, 0, 1, 1)
  return { canvas, context }
}

const plainCanvas = (width: number, height: number) => Object.assign(document.createElement('canvas'), { width, height })

/** The picture on the canvas; undefined where the engine cannot write that type: WebKit answers with a PNG for WebP. */
export async function encodeCanvas(canvas: AnyCanvas, type: string, quality: number): Promise<Blob | undefined> {
  const blob = 'convertToBlob' in canvas
    ? await canvas.convertToBlob({ type, quality })
    : await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, type, quality))
  return blob?.type === type ? blob : undefined
}
