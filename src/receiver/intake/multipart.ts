import { encode, type Bytes } from '../bytes.ts'
import { Refusal } from '../refusal.ts'

/** A part of a form; its bytes are a view into the body. */
export interface Part { name: string; bytes: Bytes }

const longestHeaders = 8_192
const [cr, lf, dash, space, tab] = [13, 10, 45, 32, 9]

const unreadable = (why: string) => new Refusal(400, `The body is not multipart/form-data: ${why}.`)

/** RFC 2046 allows 70 characters; none of them ends a header. */
function boundaryOf(type: string): Bytes {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"\r\n]{1,70})"|([^\s;"]{1,70}))\s*(?:;|$)/i.exec(type) ?? []
  const boundary = quoted ?? plain
  if (!boundary) throw unreadable('expected a boundary of 1 to 70 characters')
  return encode(`--${boundary}`)
}

interface Delimiter { at: number; end: number; isLast: boolean }

/** The next line that divides parts, from `from` on, where a line begins: one look at each byte. */
function nextDelimiter(body: Bytes, dashes: Bytes, from: number): Delimiter | undefined {
  const read = (at: number): Delimiter | undefined => {
    for (let i = 0; i < dashes.length; i++) if (body[at + i] !== dashes[i]) return undefined
    let end = at + dashes.length
    if (body[end] === dash && body[end + 1] === dash) return { at, end, isLast: true }
    while (body[end] === space || body[end] === tab) end++
    return body[end] === cr && body[end + 1] === lf ? { at, end: end + 2, isLast: false } : undefined
  }
  const first = from === 0 ? read(0) : undefined
  if (first) return first
  for (let i = from; i < body.length; i++) {
    if (body[i] !== cr || body[i + 1] !== lf || body[i + 2] !== dash) continue
    const found = read(i + 2)
    if (found) return found
  }
  return undefined
}

/** Where a part's headers end; it may have none that are longer than is any use. */
function endOfHeaders(body: Bytes, from: number, to: number): number {
  for (let i = from; i < Math.min(to, from + longestHeaders); i++) {
    if (body[i] === cr && body[i + 1] === lf && body[i + 2] === cr && body[i + 3] === lf) return i
  }
  throw unreadable(`expected headers of at most ${longestHeaders} bytes before each part`)
}

/** As browsers write them: only the quotation mark and line ends are escaped, so that a backslash is one. */
function nameOf(headers: string): string {
  const disposition = /^content-disposition:[ \t]*form-data(;.*)$/im.exec(headers)?.[1] ?? ''
  // One after the other: what stands in a file's name is not a name.
  const parameter = /\s*;\s*([\w*-]+)=(?:"([^"]*)"|([^\s;"]*))/y
  for (let found = parameter.exec(disposition); found; found = parameter.exec(disposition)) {
    const [, key = '', quoted, plain = ''] = found
    if (key.toLowerCase() === 'name') return (quoted ?? plain).replace(/%(0A|0D|22)/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
  }
  throw unreadable('expected a name for each part')
}

/**
 * Divides a form into its parts without copying them; the platform's own `formData` holds each file three times.
 * @param attachments how many there may be beside the part that describes them. @throws {Refusal} 400; 413 for more; 415 for parts in another encoding than bytes
 */
export function parseMultipart(type: string, body: Bytes, attachments: number): Part[] {
  const dashes = boundaryOf(type)
  const parts: Part[] = []
  let open = nextDelimiter(body, dashes, 0)
  while (open && !open.isLast) {
    // A part without a byte ends with the line end of its headers.
    const next = nextDelimiter(body, dashes, open.end - 2)
    if (!next) break
    if (parts.length > attachments) throw new Refusal(413, `Expected at most ${attachments} attachments, got more.`)
    const headersEnd = endOfHeaders(body, open.end, next.at)
    const headers = new TextDecoder().decode(body.subarray(open.end, headersEnd))
    if (/^content-transfer-encoding:(?![ \t]*(?:binary|8bit|7bit)\b)/im.test(headers)) throw new Refusal(415, 'Expected parts as they are, in no other encoding.')
    parts.push({ name: nameOf(headers), bytes: body.subarray(headersEnd + 4, Math.max(headersEnd + 4, next.at - 2)) })
    open = next
  }
  if (!open?.isLast) throw unreadable('it has no end')
  return parts
}
