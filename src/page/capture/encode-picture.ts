import { EarshotError, messageOf } from '../../core/support/errors.ts'
import { encodeCanvas } from '../files/canvas.ts'

const types = ['image/webp', 'image/jpeg', 'image/png']
const qualities = [0.92, 0.8, 0.65]

/**
 * The picture as bytes, with nothing but pixels in them: of the kinds that the engine writes, the smallest in the best quality that
 * fits; else with half as many pixels to a side.
 * @param maxBytes default 2,000,000
 * @throws {EarshotError} `capture/failed` when the browser encodes nothing, as with a canvas that others' pictures made unreadable.
 */
export async function encodePicture(canvas: HTMLCanvasElement, maxBytes = 2_000_000): Promise<Blob> {
  for (let at = canvas; ; at = halved(at)) {
    for (const quality of qualities) {
      const smallest = await smallestOf(at, quality)
      if (smallest.size <= maxBytes || Math.max(at.width, at.height) <= 64) return smallest
    }
  }
}

async function smallestOf(canvas: HTMLCanvasElement, quality: number): Promise<Blob> {
  const blobs = await Promise.all(types.map(type => encodeCanvas(canvas, type, quality))).catch((error: unknown) => {
    throw new EarshotError('capture/failed', `The picture may not be read: ${messageOf(error)}`)
  })
  const [smallest] = blobs.filter(blob => blob !== undefined).sort((one, other) => one.size - other.size)
  if (!smallest) throw new EarshotError('capture/failed', 'The browser could not encode the picture')
  return smallest
}

function halved(canvas: HTMLCanvasElement): HTMLCanvasElement {
  const half = canvas.ownerDocument.createElement('canvas')
  half.width = Math.max(1, canvas.width >> 1)
  half.height = Math.max(1, canvas.height >> 1)
  half.getContext('2d')!.drawImage(canvas, 0, 0, half.width, half.height)
  return half
}
