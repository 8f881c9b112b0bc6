import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Bytes } from '../../../src/receiver/bytes.ts'
import { parseMultipart } from '../../../src/receiver/intake/multipart.ts'
import { Refusal } from '../../../src/receiver/refusal.ts'

const type = 'multipart/form-data; boundary=b'
const bytes = (text: string): Bytes => new Uint8Array(Buffer.from(text, 'latin1'))
const part = (name: string, body = '', more = '') => `--b\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${body}\r\n`
const read = (text: string, most = 10, as = type) => parseMultipart(as, bytes(text), most).map(({ name, bytes }) => [name, Buffer.from(bytes).toString('latin1')])
const refused = (status: number) => (error: unknown) => error instanceof Refusal && error.status === status

it('reads what the platform writes, byte for byte', async () => {
  const form = new FormData()
  const hostile = [
    new Uint8Array(0), new Uint8Array([13, 10, 45, 45]), new Uint8Array(256).map((_, byte) => byte), new TextEncoder().encode('\r\n--b\r\n\r\n--b--'),
    new Uint8Array(70_000).fill(45), new Uint8Array(70_000).fill(13),
  ]
  for (const [index, each] of hostile.entries()) form.append(`ü "${index}"\r\n;name="x"\\`, new Blob([each]), `a"; name="issue"\\.txt`)
  form.append('text', 'Grüße')
  const response = new Response(form)
  const parts = parseMultipart(response.headers.get('content-type')!, new Uint8Array(await response.arrayBuffer()), 10)
  assert.deepEqual(parts.map(({ name }) => name), [...hostile.map((_, index) => `ü "${index}"\r\n;name="x"\\`), 'text'])
  for (const [index, each] of hostile.entries()) assert.ok(Buffer.from(parts[index]!.bytes).equals(each), String(index))
  assert.equal(new TextDecoder().decode(parts.at(-1)!.bytes), 'Grüße')
})

it('reads what other programs write', () => {
  assert.deepEqual(read(`a preamble\r\n${part('a', 'x')}--b--\r\nan epilogue`), [['a', 'x']])
  assert.deepEqual(read(`--b \t\r\ncontent-type: text/plain\r\nCONTENT-DISPOSITION:form-data;filename="; name=evil";name=a\r\n\r\nx\r\n--b--`), [['a', 'x']])
  assert.deepEqual(read(`${part('a', 'one\r\n--bc\r\ntwo')}--b--`), [['a', 'one\r\n--bc\r\ntwo']])
  for (const as of ['multipart/form-data; charset=x; boundary="b"', 'Multipart/Form-Data;Boundary=b; charset=utf-8']) assert.deepEqual(read(`${part('a')}--b--`, 1, as), [['a', '']])
  assert.deepEqual(read(`${part('a', 'x', '\r\nContent-Transfer-Encoding: binary')}--b--`), [['a', 'x']])
})

it('refuses what is cut off, has no boundary, no name, or headers without an end', () => {
  const whole = `${part('a', 'x')}--b--`
  for (let length = 0; length < whole.length; length++) assert.throws(() => read(whole.slice(0, length)), refused(400), String(length))
  for (const as of ['multipart/form-data', 'multipart/form-data; boundary=', `multipart/form-data; boundary=${'b'.repeat(71)}`, 'multipart/form-data; xboundary=b']) {
    assert.throws(() => read(whole, 10, as), refused(400), as)
  }
  assert.throws(() => read('--b\r\nContent-Disposition: form-data; filename="a"\r\n\r\nx\r\n--b--'), refused(400))
  assert.throws(() => read('--b\r\n\r\nx\r\n--b--'), refused(400))
  assert.throws(() => read(`--b\r\nX: ${'x'.repeat(10_000)}\r\n\r\nx\r\n--b--`), refused(400))
  assert.throws(() => read(`${part('a', 'eA==', '\r\nContent-Transfer-Encoding: base64')}--b--`), refused(415))
})

it('stops at the first part too many, and looks at each byte once', () => {
  assert.throws(() => read(`${part('a').repeat(100_000)}--b--`, 10), refused(413))
  assert.equal(read(`${part('a').repeat(11)}--b--`, 10).length, 11)
  // Ten megabytes of what looks most like a boundary: by looking at bytes again this would take minutes.
  const as = `multipart/form-data; boundary=${'x'.repeat(70)}`
  for (const filling of ['-', '\r', '\r\n-', `\r\n--${'x'.repeat(69)}`]) {
    const body = bytes(filling.repeat(Math.ceil(10 * 2 ** 20 / filling.length)))
    assert.throws(() => parseMultipart(as, body, 11), refused(400), JSON.stringify(filling))
  }
})
