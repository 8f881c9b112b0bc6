import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decode } from '../../src/cli/decode.ts'

const words = '# Größe\n\nA line of text, 60 € — and another\n'
const latin = Buffer.from('# Gr\xf6\xdfe\n', 'latin1')
const wide = Buffer.from(words, 'utf16le')
const zero = (text: string) => Buffer.from(text)

test('text is read in whatever it was saved, and what was guessed is said', () => {
  const table: [name: string, bytes: Uint8Array, text: string | undefined, told: string[], format?: 'html'][] = [
    ['UTF-8', Buffer.from(words), words, []],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${words}`), words, []],
    ['UTF-16 with its mark', Buffer.from(`\ufeff${words}`, 'utf16le'), words, []],
    ['UTF-16, the other way round', Buffer.from(`\ufeff${words}`, 'utf16le').swap16(), words, []],
    ['UTF-16 without its mark', wide, words, []],
    ['UTF-16 without its mark, the other way round', Buffer.from(wide).swap16(), words, []],
    ['Windows-1252', Buffer.concat([Buffer.from('a\n'), latin, Buffer.from([0x80])]), 'a\n# Größe\n€', ['encoding 2']],
    ['what an HTML page declares', Buffer.concat([Buffer.from('<meta charset="windows-1251">'), Buffer.from([0xcf, 0xf0])]), '<meta charset="windows-1251">Пр', [], 'html'],
    ['an older way to declare it', Buffer.concat([Buffer.from('<meta http-equiv="Content-Type" content="text/html; charset=shift_jis">'), Buffer.from([0x95, 0xd4])]), '<meta http-equiv="Content-Type" content="text/html; charset=shift_jis">返', [], 'html'],
    ['what no platform knows', Buffer.from('<meta charset="nonsense">ö'), '<meta charset="nonsense">ö', [], 'html'],
    ['a text that has the sign for broken letters', Buffer.from('a \ufffd b'), 'a \ufffd b', []],
    ['NUL in a text', zero('one\ntwo\0 three'), 'one\ntwo three', ['encoding 2']],
    ['binary data', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0, 5, 6, 7, 0, 9]), undefined, ['encoding']],
    ['nothing', Buffer.from(''), '', []],
  ]
  for (const [name, bytes, text, told, format = 'markdown'] of table) {
    const warnings: string[] = []
    assert.equal(decode(bytes, 'a.md', format, ({ kind, line }) => void warnings.push(line ? `${kind} ${line}` : kind)), text, name)
    assert.deepEqual(warnings, told, name)
  }
})
