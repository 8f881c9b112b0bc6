import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { messageOf } from '../core/support/errors.ts'
import { decode } from './decode.ts'
import { lineAt, type Warning } from './warning.ts'

// Half a megabyte is a book; a page in HTML is mostly not the article.
const most = { markdown: 500_000, html: 4_000_000 }
// Where to look for a good place to cut.
const near = 4000

/**
 * The text of a file, line ends as `\n`; undefined, with a warning, when it holds none or is gone. Of a file that is too large it is
 * the beginning, in whole lines where they are not very long.
 */
export async function readText(dir: string, file: string, format: 'markdown' | 'html', warn: (warning: Warning) => void): Promise<string | undefined> {
  const read = await readBytes(join(dir, file), most[format]).catch((error: unknown) => {
    warn({ kind: 'unreadable', file, message: `cannot be read: ${messageOf(error)}` })
  })
  if (!read) return undefined
  const text = decode(read.bytes, file, format, warn)?.replace(/\r\n?/g, '\n')
  if (text === undefined || read.size <= read.bytes.length) return text
  const whole = text.slice(0, endOf(text))
  const message = `has ${(read.size / 1e6).toFixed(1)} MB; what follows after ${(read.bytes.length / 1e6).toFixed(1)} MB was left out`
  warn({ kind: 'too-large', file, line: lineAt(whole, whole.length), message })
  return whole
}

/** The last line may be half of one; where lines are very long the last word, or its last letter. */
function endOf(text: string): number {
  const [line, word] = [text.lastIndexOf('\n'), text.lastIndexOf(' ')]
  return text.length - line < near ? line + 1 : text.length - word < near ? word : text.length - 4
}

async function readBytes(path: string, most: number): Promise<{ bytes: Buffer; size: number }> {
  const handle = await open(path)
  try {
    const { size } = await handle.stat()
    if (size <= most) {
      const bytes = await handle.readFile()
      return { bytes, size: bytes.length }
    }
    const bytes = Buffer.alloc(most)
    let at = 0
    for (let read = -1; read && at < most; at += read) read = (await handle.read(bytes, at, most - at, at)).bytesRead
    return { bytes: bytes.subarray(0, at), size }
  } finally {
    await handle.close()
  }
}
