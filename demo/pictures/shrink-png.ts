import { crc32, deflateSync, inflateSync } from 'node:zlib'

const signature = Buffer.from('89504e470d0a1a0a', 'hex')

export interface Chunk { type: string; data: Buffer }

/**
 * The same picture in fewer bytes. A browser writes PNG in a hurry: here pixels that are all opaque lose their fourth byte,
 * each line takes the filter that suits it, and the whole is packed as well as it can be.
 */
export function shrinkPng(png: Buffer): Buffer {
  const chunks = read(png)
  const header = chunks.find(({ type }) => type === 'IHDR')!.data
  const [width, height, depth, color, interlaced] = [header.readUInt32BE(0), header.readUInt32BE(4), header[8], header[9], header[12]]
  if (depth !== 8 || (color !== 2 && color !== 6) || interlaced) return png
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data))
  const size = color === 6 ? 4 : 3
  const pixels = opaque(unfilter(inflateSync(packed), width, height, size), size)
  const own = Buffer.from(header)
  own[9] = 2
  const data = deflateSync(filter(pixels, width * 3, height), { level: 9, memLevel: 9 })
  const shrunk = write([{ type: 'IHDR', data: own }, { type: 'IDAT', data }, { type: 'IEND', data: Buffer.alloc(0) }])
  return shrunk.length < png.length ? shrunk : png
}

export function read(png: Buffer): Chunk[] {
  const chunks: Chunk[] = []
  for (let at = signature.length; at < png.length;) {
    const length = png.readUInt32BE(at)
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) })
    at += length + 12
  }
  return chunks
}

export function write(chunks: readonly Chunk[]): Buffer {
  return Buffer.concat([signature, ...chunks.map(({ type, data }) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const chunk = Buffer.alloc(body.length + 8)
    chunk.writeUInt32BE(data.length, 0)
    body.copy(chunk, 4)
    chunk.writeUInt32BE(crc32(body), body.length + 4)
    return chunk
  })])
}

const paeth = (a: number, b: number, c: number): number => {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)]
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c
}

/** What each filter foretells of a byte, from those left of it, above it, and left above. */
const foretell: ((a: number, b: number, c: number) => number)[] = [() => 0, a => a, (_, b) => b, (a, b) => (a + b) >> 1, paeth]

export function unfilter(lines: Buffer, width: number, height: number, size: number): Buffer {
  const stride = width * size
  const pixels = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y++) {
    const guess = foretell[lines[y * (stride + 1)]!]!
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x
      const [a, b, c] = [x < size ? 0 : pixels[at - size]!, y ? pixels[at - stride]! : 0, x < size || !y ? 0 : pixels[at - stride - size]!]
      pixels[at] = lines[y * (stride + 1) + 1 + x]! + guess(a, b, c)
    }
  }
  return pixels
}

const opaque = (pixels: Buffer, size: number): Buffer => size === 3 ? pixels : Buffer.from(pixels.filter((_, index) => index % 4 !== 3))

/** Each line by the filter that leaves the least behind. */
function filter(pixels: Buffer, stride: number, height: number): Buffer {
  const lines = Buffer.alloc((stride + 1) * height)
  for (let y = 0; y < height; y++) {
    let least = Infinity
    foretell.forEach((guess, kind) => {
      const line = Buffer.alloc(stride)
      let sum = 0
      for (let x = 0; x < stride; x++) {
        const at = y * stride + x
        const [a, b, c] = [x < 3 ? 0 : pixels[at - 3]!, y ? pixels[at - stride]! : 0, x < 3 || !y ? 0 : pixels[at - stride - 3]!]
        const rest = (line[x] = (pixels[at]! - guess(a, b, c)) & 255)
        sum += rest < 128 ? rest : 256 - rest
      }
      // Runs of nothing at all pack best; a line that is as it was above is one.
      if (sum >= least) return
      least = sum
      lines[y * (stride + 1)] = kind
      line.copy(lines, y * (stride + 1) + 1)
    })
  }
  return lines
}
