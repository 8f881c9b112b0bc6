import type { Attachment } from '../../../core/issue/issue.ts'

// Twice what it is shown in, for sharp screens.
const most = { width: 640, height: 480 }

/** A small picture of an attachment, on a canvas: a policy that forbids `blob:` pictures has nothing against it. */
export async function thumbnail({ bytes, type }: Attachment): Promise<HTMLCanvasElement> {
  const image = await decoded({ bytes, type })
  const scale = Math.min(most.width / image.width, most.height / image.height, 1)
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(image.width * scale))
  canvas.height = Math.max(1, Math.round(image.height * scale))
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
  image.close()
  return canvas
}

/** The pixels of an attachment. @throws where it is no picture that the browser knows. */
export const decoded = ({ bytes, type }: Pick<Attachment, 'bytes' | 'type'>): Promise<ImageBitmap> => createImageBitmap(new Blob([bytes], { type }))
