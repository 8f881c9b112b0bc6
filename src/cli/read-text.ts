import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { messageOf } from '../core/support/errors.ts'
import { lineAt, type Warning } from './warning.ts'

// The reader shows bodies above half a million characters without their looks; beyond this it is no article at all.
const largest = 1_000_000

/** The text of a file, or undefined, with a warning, when it holds none. Understands UTF-8, UTF-16 with its mark, and Windows-1252. */
export async function readText(dir: string, file: string, warn: (warning: Warning) => void): Promise<string | undefined> {
  let bytes: Buffer
  try {
    const { size } = await stat(join(dir, file))
    if (size > largest) {
      return void warn({ kind: 'too-large', file, message: `has ${(size / 1e6).toFixed(1)} MB; more than 1 MB is not read by anybody` })
    }
    bytes = await readFile(join(dir, file))
  } catch (error) {
    return void warn({ kind: 'unreadable', file, message: `cannot be read: ${messageOf(error)}` })
  }
  const text = decode(bytes, file, warn)
  return text?.replace(/\r\n?/g, '\n')
}

function decode(bytes: Buffer, file: string, warn: (warning: Warning) => void): string | undefined {
  const mark = bytes.subarray(0, 2).toString('hex')
  if (mark === 'fffe' || mark === 'feff') return new TextDecoder(mark === 'fffe' ? 'utf-16le' : 'utf-16be').decode(bytes)
  if (bytes.includes(0)) return void warn({ kind: 'encoding', file, message: 'holds binary data, not text' })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // The first broken place, as a decoder that forgives shows it.
    const line = lineAt(new TextDecoder().decode(bytes), new TextDecoder().decode(bytes).indexOf('\ufffd'))
    warn({ kind: 'encoding', file, line, message: 'is not UTF-8; it was read as Windows-1252, save it as UTF-8' })
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
