import { encodeCanvas, newCanvas } from './canvas.ts'

// Longest edge in CSS pixels; the next where the one before is too heavy.
const edges = [2_560, 1_600, 1_024]
const quality = 0.86
// Above so many pixels a see-through picture is too heavy as PNG.
const fewPixels = 1_000_000

/** A picture drawn anew, and so without anything it said besides itself. */
export interface Redrawn { bytes: ArrayBuffer; type: string; width: number; height: number }

/**
 * Decodes a picture, turns it as its camera said, and encodes it again: EXIF, places and every other remark in it are gone.
 * Of an animated one only the first picture is left. Undefined where it cannot be made light enough.
 * @throws where the engine cannot decode it, or gives out other pixels than were drawn.
 */
export async function redraw(picture: Blob, maxBytes: number): Promise<Redrawn | undefined> {
  const bitmap = await createImageBitmap(picture, { imageOrientation: 'from-image' })
  try {
    for (const edge of edges) {
      const scale = Math.min(1, edge / Math.max(bitmap.width, bitmap.height))
      const width = Math.max(1, Math.round(bitmap.width * scale))
      const height = Math.max(1, Math.round(bitmap.height * scale))
      const { canvas, context } = newCanvas(width, height)
      context.imageSmoothingQuality = 'high'
      context.drawImage(bitmap, 0, 0, width, height)
      const clear = picture.type !== 'image/jpeg' && isSeeThrough(context.getImageData(0, 0, width, height))
      const small = width * height <= fewPixels
      for (const type of !clear ? ['image/webp', 'image/jpeg'] : small ? ['image/png', 'image/webp'] : ['image/webp', 'image/png']) {
        const blob = await encodeCanvas(canvas, type, quality)
        if (blob && blob.size <= maxBytes) return { bytes: await blob.arrayBuffer(), type, width, height }
      }
    }
  } finally {
    bitmap.close()
  }
  return undefined
}

function isSeeThrough({ data }: ImageData): boolean {
  for (let i = 3; i < data.length; i += 4) if (data[i]! < 255) return true
  return false
}
