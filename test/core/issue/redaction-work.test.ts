import { expect } from '@open-wc/testing'
import { redact } from '../../../src/core/issue/redact.ts'
import { stepsOf } from './counted-matching.ts'

/** What a text made to be hard repeats, what stands before it, and what comes at its end, where all of it turns out to be nothing. */
const hard: readonly [unit: string, head?: string, tail?: string][] = [
  ['a'], ['A'], ['a', '', '%=v'], ['a', 'a@'], ['a@'], ['a.', 'a@', '1'], ['x@a.'], ['%'], ['%', '', '@'], ['%3D'], ['%3Ftoken'], ['1.'], ['4 '], ['4 ', '', 'a'],
  ['00 1'], ['00 1', '', '%=v'], ['0171 2345678 '], ['4111 1111 1111 1111 '], ['+1 '], ['(0'], ['DE89 '], ['af', '', 'z'], ['eyJa.'], ['a', 'eyJ'], ['sk_'], ['SK'],
  ['.', 'key-', 'a'], ['-', 'key-', 'a'], ['12345678:'], ['://a:'], [':', '://'], ['?token'], ['a='], ['"a":"'], ['"   : '], ['expir', '', '%=v'], ['expir.', '', '=v'],
  ['Bearer '], ['call me '], ['tel number '], ['password is '], [')', 'password: a'], ['/reset'], ['/login-'], ['a(at)'], ['a [at] b [dot] '], ['[email]'],
  ['-----BEGIN PRIVATE KEY-----'], ['ä'], ['١'], ['漢'], ['😀'], ['\ufffc'], [' '], ['\n'],
]

describe('The work of redaction', () => {
  it('is counted: a pattern that begins anew at each place costs four times as much for twice the text', () => {
    const steps = (length: number) => stepsOf(() => `${'a'.repeat(length)}!`.replace(/a+$/, ''))
    expect(steps(400) / steps(200)).to.be.within(3.5, 4.1)
    expect(stepsOf(() => /(?<=(x)y)a{2,3}?(?=\1)/.exec('xyaax'))).to.be.within(5, 40)
  })

  for (const [unit, head = '', tail = ''] of hard) {
    it(`is twice as much for twice ${JSON.stringify(unit)}${head && ` after ${JSON.stringify(head)}`}${tail && ` before ${JSON.stringify(tail)}`}`, () => {
      const steps = (length: number) => stepsOf(() => redact(head + unit.repeat(Math.ceil(length / unit.length)) + tail))
      expect(steps(600) / steps(300)).to.be.below(2.3)
    })
  }
})
