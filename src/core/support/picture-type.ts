// By their first bytes: what the sender called them proves nothing.
const starts: readonly [type: string, offset: number, start: string][] = [
  ['image/png', 0, '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/gif', 0, 'GIF8'],
  ['image/webp', 8, 'WEBP'],
  ...['avif', 'avis'].map(brand => ['image/avif', 4, `ftyp${brand}`] as [string, number, string]),
  ...['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1'].map(brand => ['image/heic', 4, `ftyp${brand}`] as [string, number, string]),
]

/** Whether bytes from `offset` on are these, one for each character up to U+00FF. */
export const startsWith = (bytes: Uint8Array, start: string, offset = 0): boolean =>
  String.fromCharCode(...bytes.subarray(offset, offset + start.length)) === start

/** The type of a picture, told by its own first bytes; undefined for everything else, SVG included: that is a program. */
export const pictureType = (bytes: Uint8Array): string | undefined => starts.find(([, offset, start]) => startsWith(bytes, start, offset))?.[0]
