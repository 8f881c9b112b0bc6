import { imageSize } from 'image-size'

// Such an orientation lies a picture on its side: it is shown as wide as it is high in the file.
const lying = 5

/** What a page finds behind a picture's address, so that its room is there before it: `#640x400`. Empty where the file does not tell. */
export function sizeBehind(picture: Uint8Array): string {
  try {
    const { width, height, orientation = 1 } = imageSize(picture)
    const [across, down] = (orientation >= lying ? [height, width] : [width, height]).map(Math.round) as [number, number]
    return across > 0 && down > 0 ? `#${across}x${down}` : ''
  } catch {
    // No picture that anybody knows; a browser will say what it makes of it.
    return ''
  }
}
