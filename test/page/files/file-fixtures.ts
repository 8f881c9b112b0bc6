/** A picture of that size, drawn by the engine; half see-through where `clear`. */
export async function picture(type: string, width = 60, height = 40, clear = false): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const context = canvas.getContext('2d')!
  context.fillStyle = 'rgb(200 30 30)'
  context.fillRect(0, 0, width, height)
  context.fillStyle = 'rgb(30 30 200)'
  // The left half is blue.
  if (clear) context.clearRect(0, 0, width / 2, height)
  else context.fillRect(0, 0, width / 2, height)
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, type, 0.9))
  return new Uint8Array(await blob!.arrayBuffer())
}

/** A picture nothing can make small. */
export async function noise(type: string, width: number, height: number): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const context = canvas.getContext('2d')!
  const image = context.createImageData(width, height)
  for (let i = 0, seed = 1; i < image.data.length; i++) image.data[i] = i % 4 === 3 ? 255 : (seed = (seed * 48_271) % 2_147_483_647) & 255
  context.putImageData(image, 0, 0)
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, type))
  return new Uint8Array(await blob!.arrayBuffer())
}

const ascii = (text: string) => [...text].map(letter => letter.charCodeAt(0))
const u16 = (value: number) => [value >> 8, value & 255]
const u32 = (value: number) => [...u16(value >>> 16), ...u16(value & 0xffff)]
const entry = (tag: number, type: number, count: number, value: number[]) => [...u16(tag), ...u16(type), ...u32(count), ...value, ...Array(4 - value.length).fill(0)]

/** The same JPEG as a camera writes it: turned by a quarter, with its make and where it was taken (Exif 2.3, big-endian). */
export function withExif(jpeg: Uint8Array): Uint8Array<ArrayBuffer> {
  // Offsets count from the TIFF header; the first directory has three entries and ends at 8 + 2 + 36 + 4.
  const make = 50
  const gps = make + 12
  const degrees = gps + 2 + 4 * 12 + 4
  const rational = (value: number) => [...u32(value), ...u32(1)]
  const tiff = [
    ...ascii('MM'), ...u16(42), ...u32(8),
    ...u16(3),
    ...entry(0x010f, 2, 12, u32(make)),
    ...entry(0x0112, 3, 1, u16(6)),
    ...entry(0x8825, 4, 1, u32(gps)),
    ...u32(0),
    ...ascii('SpyCamera 7\0'),
    ...u16(4),
    ...entry(1, 2, 2, ascii('N\0')),
    ...entry(2, 5, 3, u32(degrees)),
    ...entry(3, 2, 2, ascii('E\0')),
    ...entry(4, 5, 3, u32(degrees + 24)),
    ...u32(0),
    ...[52, 31, 12, 13, 24, 18].flatMap(rational),
  ]
  const payload = [...ascii('Exif\0\0'), ...tiff]
  return new Uint8Array([...jpeg.subarray(0, 2), 0xff, 0xe1, ...u16(payload.length + 2), ...payload, ...jpeg.subarray(2)])
}

/** A GIF of one red and one green picture. */
export const animation = new Uint8Array([
  ...ascii('GIF89a'), 1, 0, 1, 0, 0x80, 0, 0, 255, 0, 0, 0, 255, 0,
  0x21, 0xf9, 4, 0, 10, 0, 0, 0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0,
  0x21, 0xf9, 4, 0, 10, 0, 0, 0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x4c, 1, 0,
  0x3b,
])

export const file = (bytes: BlobPart, name: string, type = '') => new File([bytes], name, { type })

/** Whether the text stands anywhere in the bytes. */
export const says = (bytes: ArrayBuffer | Uint8Array<ArrayBuffer>, text: string) => new TextDecoder('latin1').decode(bytes).includes(text)

/** The colour in the middle of the left half, and the size of a picture. */
export async function look(bytes: ArrayBuffer, type: string) {
  const bitmap = await createImageBitmap(new Blob([bytes], { type }))
  const { width, height } = bitmap
  const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d')!
  context.drawImage(bitmap, 0, 0)
  const at = (x: number, y: number) => [...context.getImageData(Math.floor(width * x), Math.floor(height * y), 1, 1).data]
  return { width, height, at }
}
