import { EarshotError } from '../../core/support/errors.ts'

const types = ['image/webp', 'image/jpeg', 'image/png']
const qualities = [0.92, 0.8, 0.65]

/**
 * The picture as bytes, with nothing but pixels in them: in the kind and quality that is good and fits, else smaller.
 * @param maxBytes default 2,000,000
 * @throws {EarshotError} `capture/failed` when the browser encodes nothing, as with a canvas that others' pictures made unreadable.
 */
export async function encodePicture(canvas: HTMLCanvasElement, maxBytes = 2_000_000): Promise<Blob> {
  let smallest: Blob | undefined
  for (let at = canvas; ; at = halved(at)) {
    for (const quality of qualities) {
      const blobs = await Promise.all(types.map(type => blobOf(at, type, quality)))
      // A browser that cannot encode a kind answers with PNG. The smallest of the best quality that fits.
      smallest = blobs.filter(blob => blob !== null).reduce<Blob | undefined>((least, blob) => (!least || blob.size < least.size ? blob : least), undefined)
      if (!smallest) throw new EarshotError('capture/failed', 'The browser could not encode the picture')
      if (smallest.size <= maxBytes) return smallest
    }
    if (Math.max(at.width, at.height) <= 64) return smallest!
  }
}

const blobOf = (canvas: HTMLCanvasElement, type: string, quality: number) =>
  new Promise<Blob | null>((resolve, reject) => {
    try {
      canvas.toBlob(resolve, type, quality)
    } catch (error) {
      reject(error instanceof Error ? new EarshotError('capture/failed', `The picture may not be read: ${error.message}`) : error)
    }
  })

function halved(canvas: HTMLCanvasElement): HTMLCanvasElement {
  const half = canvas.ownerDocument.createElement('canvas')
  half.width = Math.max(1, canvas.width >> 1)
  half.height = Math.max(1, canvas.height >> 1)
  half.getContext('2d')!.drawImage(canvas, 0, 0, half.width, half.height)
  return half
}
