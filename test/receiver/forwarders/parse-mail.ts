import assert from 'node:assert/strict'

interface Entity { headers: Map<string, string>; type: string; name: string | undefined; bytes: Buffer; parts: Entity[] }

export interface ParsedMail { raw: string; headers: Map<string, string>; text: string; html: string; files: { name: string; type: string; bytes: Buffer }[] }

/** RFC 2047: what stands in `=?utf-8?…?=`, pieces of one text joined. */
const words = (value: string): string =>
  value.replace(/\?=\s+=\?/g, '?==?').replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, how: string, text: string) =>
    how.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString('latin1') : quoted(text.replace(/_/g, ' ')).toString('latin1'))

const quoted = (text: string): Buffer =>
  Buffer.from(text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, pair: string) => String.fromCharCode(Number.parseInt(pair, 16))), 'latin1')

const header = (value: string) => (/=\?utf-8\?/i.test(value) ? Buffer.from(words(value), 'latin1').toString('utf8') : value)

function entity(raw: Buffer): Entity {
  const end = raw.indexOf('\r\n\r\n')
  const headers = new Map<string, string>()
  for (const line of raw.subarray(0, end).toString('latin1').replace(/\r\n[ \t]+/g, ' ').split('\r\n')) {
    const [, name, value] = /^([\w-]+): ?(.*)$/.exec(line) ?? []
    assert.ok(name, `every line of a head is a header; this is none: ${line}`)
    assert.equal(headers.has(name.toLowerCase()), false, `the header ${name} stands twice`)
    headers.set(name.toLowerCase(), header(value!))
  }
  const body = raw.subarray(end + 4)
  const type = headers.get('content-type') ?? ''
  const [, boundary] = /boundary="([^"]+)"/.exec(type) ?? []
  const how = headers.get('content-transfer-encoding')
  const text = body.toString('latin1')
  const pieces = boundary ? text.split(`--${boundary}`).slice(1, -1) : []
  return {
    headers,
    type: type.split(';')[0]!,
    name: /filename="?((?:[^";\\]|\\.)*)"?/.exec(headers.get('content-disposition') ?? '')?.[1],
    bytes: how === 'base64' ? Buffer.from(text, 'base64') : how === 'quoted-printable' ? quoted(text) : body,
    parts: pieces.map(piece => entity(Buffer.from(piece.replace(/^\r\n/, '').replace(/\r\n$/, ''), 'latin1'))),
  }
}

const all = (one: Entity): Entity[] => [one, ...one.parts.flatMap(all)]

/** A mail, read by the rules and not by what wrote it: heads, bodies and files as a mail program has them. */
export function parseMail(raw: Buffer): ParsedMail {
  const whole = entity(raw)
  const leaves = all(whole).filter(({ parts }) => parts.length === 0)
  const files = leaves.filter(({ headers }) => headers.get('content-disposition')?.startsWith('attachment'))
  const body = (type: string) => leaves.find(leaf => leaf.type === type && !files.includes(leaf))?.bytes.toString('utf8').replaceAll('\r\n', '\n') ?? ''
  return {
    raw: raw.toString('latin1'), headers: whole.headers, text: body('text/plain'), html: body('text/html'),
    files: files.map(({ name, type, bytes }) => ({ name: name ?? '', type, bytes })),
  }
}
