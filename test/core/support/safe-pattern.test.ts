import { expect } from '@open-wc/testing'
import { safePattern } from '../../../src/core/support/safe-pattern.ts'

const reasonOf = (source: string, flags?: string) => {
  const result = safePattern(source, flags)
  return 'reason' in result ? result.reason : ''
}

// Taken together from what detectors are commonly tried with, and from mistakes people make.
const forEver = [
  '(a+)+', '(a|a)*', '(a|ab|b)*x', '(\\w+\\s?)+$', '([a-z]+)*!', '(x+x+)+y', '(?:a|\\w)*b', '^(([a-z])+.)+[A-Z]([a-z])+$',
  '(\\d{1,10}){1,10}', '([^"\\\\]|\\\\?.)*', '(?=(?:a|a)*b)', '([a-z]|[A-Za-z])+1',
]
const veryLong = ['\\d+\\d+\\d+', '.*a.*b', '\\S+@\\S+\\.\\S+', '\\p{L}+\\w+', '(?:(?=.*x)a)*', 'a+(?=.*y)', '^\\w*\\w*\\w*$', '(?<=a+)b+(?<=\\s*)']
const unfit = ['(.*)\\1', '(?<a>.)\\k<a>', '(a*)*', '(a?b?)*', '(a?){30}a{30}', '(?:(?:a{60}){60}){60}']
const wrong = ['(', '[a', 'a{2,1}', '\\', '(?<a', '*', '\\p{Nonsense}']
const fine = [
  '', 'C-\\d+', '[A-Z]{2}-?\\d{4,10}', '(?:[ -]?\\d){11,30}', '^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$', '(beep|boop)*', '"(?:[^"\\\\]|\\\\.)*"',
  'KD\\d{6}', '\\b(?:foo|bar)[- ]\\d{1,3}(?:\\.\\d{3})*', '^(?=.*\\d)[a-z\\d]{8,}$', '(?:\\d{1,3}\\.){3}\\d{1,3}', '[\\u{1F600}-\\u{1F64F}]+',
  '\\ud83d\\ude00+', '(?<year>\\d{4})-\\d\\d', 'Kunde(?:nnummer)?:?\\s?\\d{5,9}', '(?<!\\d)\\d{8}(?!\\d)', '[^"]{0,1000}"', '\\d{500}', '[\\]a]+-x',
]

describe('safePattern', () => {
  for (const source of forEver) it(`refuses ${source}, which can take for ever`, () => expect(reasonOf(source)).to.match(/for ever/))
  for (const source of veryLong) it(`refuses ${source}, which can take very long`, () => expect(reasonOf(source)).to.match(/very long/))
  for (const source of unfit) it(`refuses ${source}, which it cannot judge`, () => expect(reasonOf(source)).to.match(/^cannot be used/))
  for (const source of wrong) it(`refuses ${source}, which is none`, () => expect(reasonOf(source)).to.match(/^is no regular expression/))
  for (const source of fine) it(`takes ${source}`, () => expect(reasonOf(source)).to.equal(''))

  it('takes what begins at one place only where the same would be too long everywhere', () => {
    expect(reasonOf('^\\s*\\d+\\s*$')).to.equal('')
    expect(reasonOf('^\\w+\\w+$')).to.equal('')
    expect(reasonOf('\\w+\\w+')).to.match(/very long/)
    expect(reasonOf('^\\w+\\w+$', 'm')).to.match(/very long/)
  })

  it('compiles with the flags given, and always for Unicode', () => {
    const result = safePattern('k\\p{Lu}', 'i')
    expect('pattern' in result && result.pattern.flags).to.equal('iu')
    expect('pattern' in result && result.pattern.test('KÄ')).to.equal(true)
    expect(reasonOf('[[a-z]--[b]]+', 'v')).to.equal('')
    expect(reasonOf('a', 'what')).to.match(/^is no regular expression/)
  })

  it('tells letters apart by case only where the pattern does', () => {
    expect(reasonOf('(?:a|A)*b')).to.equal('')
    expect(reasonOf('(?:a|A)*b', 'i')).to.match(/for ever/)
  })

  it('refuses what is too large or too tangled before that costs time', () => {
    const hostile = ['a'.repeat(2000), 'a?'.repeat(100), `${'(?:a|b'.repeat(60)}${')*'.repeat(60)}`, `(?:${'[a-y]?[b-z]'.repeat(80)})*`, '(?:x|y)'.repeat(140), '('.repeat(499) + ')'.repeat(499)]
    for (const source of hostile) reasonOf(source)
    expect(reasonOf('a'.repeat(2000))).to.match(/longer than/)
    expect(reasonOf('a?'.repeat(100))).to.match(/repetitions/)
  }).timeout(20_000)

  it('takes nothing that hangs: what it takes is quick on the text that is worst for it', () => {
    for (const source of fine) {
      const result = safePattern(source)
      if (!('pattern' in result)) throw new Error(source)
      for (const unit of ['a', '1', '"', '\\', ' 1', '1.', 'aA', '@a.', 'C-']) result.pattern.test(unit.repeat(2_000) + '!')
    }
  }).timeout(20_000)
})
