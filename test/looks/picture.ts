import { inflateSync } from 'node:zlib'
import { read, unfilter, write } from '../../demo/pictures/shrink-png.ts'
import { deflateSync } from 'node:zlib'

/** Grey values, a byte each, line by line. */
export interface Picture {
  width: number
  height: number
  grey: Uint8Array
}

// Of what a browser takes, so many pixels across become one: small files, and no quarrel about the edges of letters.
const step = 2

/** A screenshot at half its size, in grey. */
export function picture(png: Buffer): Picture {
  const { width, height, size, pixels } = decode(png)
  const [across, down] = [Math.floor(width / step), Math.floor(height / step)]
  const grey = new Uint8Array(across * down)
  for (let y = 0; y < down; y++) {
    for (let x = 0; x < across; x++) {
      let sum = 0
      for (let dy = 0; dy < step; dy++) {
        for (let dx = 0; dx < step; dx++) {
          const at = ((y * step + dy) * width + x * step + dx) * size
          sum += 0.299 * pixels[at]! + 0.587 * pixels[at + 1]! + 0.114 * pixels[at + 2]!
        }
      }
      grey[y * across + x] = Math.round(sum / step ** 2)
    }
  }
  return { width: across, height: down, grey }
}

function decode(png: Buffer) {
  const chunks = read(png)
  const header = chunks.find(({ type }) => type === 'IHDR')!.data
  const [width, height, colour] = [header.readUInt32BE(0), header.readUInt32BE(4), header[9]]
  const size = colour === 6 ? 4 : colour === 2 ? 3 : 1
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data))
  return { width, height, size, pixels: unfilter(inflateSync(packed), width, height, size) }
}

/** As it lies beside the tests: a grey PNG, in sixteen shades. */
export function pack({ width, height, grey }: Picture): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 8
  const lines = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) lines[y * (width + 1) + 1 + x] = Math.round(grey[y * width + x]! / 17) * 17
  }
  return write([{ type: 'IHDR', data: header }, { type: 'IDAT', data: deflateSync(lines, { level: 9, memLevel: 9 }) }, { type: 'IEND', data: Buffer.alloc(0) }])
}

export function unpack(png: Buffer): Picture {
  const { width, height, pixels } = decode(png)
  return { width, height, grey: new Uint8Array(pixels) }
}

const block = 8

/**
 * How different two pictures are where they differ most: the mean difference within a small square, from 0 to 255. Sixteen shades and
 * the edges of letters make up to about 10; something that moved by four pixels makes more than 20 in some square.
 */
export function difference(one: Picture, other: Picture): { most: number; x: number; y: number } {
  if (one.width !== other.width || one.height !== other.height) return { most: 255, x: 0, y: 0 }
  let worst = { most: 0, x: 0, y: 0 }
  for (let y = 0; y + block <= one.height; y += block / 2) {
    for (let x = 0; x + block <= one.width; x += block / 2) {
      let sum = 0
      for (let dy = 0; dy < block; dy++) {
        for (let dx = 0; dx < block; dx++) sum += Math.abs(one.grey[(y + dy) * one.width + x + dx]! - other.grey[(y + dy) * one.width + x + dx]!)
      }
      if (sum / block ** 2 > worst.most) worst = { most: sum / block ** 2, x: x * step, y: y * step }
    }
  }
  return worst
}
