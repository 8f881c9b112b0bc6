import type { Picture } from './document.ts'

export type PictureSize = Pick<Picture, 'width' | 'height'>

/**
 * The size that an address says behind itself, in CSS pixels, so that a picture's room is there before it: `lamp.png#640x400`.
 * Nothing that fetches a picture sends that part of its address.
 */
export function sizeIn(src: string): PictureSize {
  const [, width, height] = /#(\d{1,5})x(\d{1,5})$/.exec(src) ?? []
  return Number(width) > 0 && Number(height) > 0 ? { width: Number(width), height: Number(height) } : {}
}
