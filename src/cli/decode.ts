import { lineAt, type Warning } from './warning.ts'

/**
 * Bytes as text: UTF-8; UTF-16, with its mark or without; what an HTML page says it is written in; else Windows-1252, with a
 * warning. Undefined, with a warning, when it is no text at all.
 */
export function decode(bytes: Uint8Array, file: string, format: 'markdown' | 'html', warn: (warning: Warning) => void): string | undefined {
  const wide = wideness(bytes)
  if (wide) return new TextDecoder(wide).decode(bytes)
  const declared = format === 'html' ? declaredIn(bytes) : undefined
  if (declared) return declared.decode(bytes)
  const forgiving = new TextDecoder().decode(bytes)
  const zero = forgiving.indexOf('\0')
  if (zero >= 0) {
    if (controls(bytes) > bytes.length / 500 + 3) return void warn({ kind: 'encoding', file, message: 'holds binary data, not text' })
    warn({ kind: 'encoding', file, line: lineAt(forgiving, zero), message: 'holds characters NUL, which were left out' })
  }
  const broken = forgiving.indexOf('\ufffd')
  if (broken < 0 || isUtf8(bytes)) return forgiving.replaceAll('\0', '')
  warn({ kind: 'encoding', file, line: lineAt(forgiving, broken), message: 'is not UTF-8; it was read as Windows-1252, save it as UTF-8' })
  return new TextDecoder('windows-1252').decode(bytes).replaceAll('\0', '')
}

/** By its mark, or by every other byte being zero, as it is in what is mostly Latin letters, spaces and line ends. */
function wideness(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 2000)
  const zeros: [even: number, odd: number] = [0, 0]
  sample.forEach((byte, index) => void (byte === 0 && zeros[index % 2 ? 1 : 0]++))
  const [even, odd] = zeros
  const enough = sample.length / 8
  if (sample.length < 8 || bytes.length % 2) return undefined
  return odd > enough && even === 0 ? 'utf-16le' : even > enough && odd === 0 ? 'utf-16be' : undefined
}

/** The language of bytes a page declares, where this platform knows it and it is not UTF-8. */
function declaredIn(bytes: Uint8Array): TextDecoder | undefined {
  const beginning = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  const label = /<meta[^>]{0,200}charset\s*=\s*["']?([\w:-]{2,40})/i.exec(beginning)?.[1] ?? 'utf-8'
  try {
    const decoder = new TextDecoder(label)
    return /^utf-?(?:8|16)/i.test(decoder.encoding) ? undefined : decoder
  } catch {
    return undefined
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    // Cut at a limit, the last letter may be half of one.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

/** How many bytes no text has. */
const controls = (bytes: Uint8Array) => bytes.reduce((sum, byte) => sum + Number(byte < 9 || (byte > 13 && byte < 27)), 0)
