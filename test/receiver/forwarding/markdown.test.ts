import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asMarkdown, literal, markerOf, plainTitle } from '../../../src/receiver/forwarding/markdown.ts'
import { hostile } from '../forwarders/fake-service.ts'
import { addressesIn, below, kindsIn } from '../forwarders/read-markdown.ts'

const read = (text: string) => below(`**Said**\n\n${literal(text)}`, 'Said')

describe('customers’ words in Markdown', () => {
  it('read letter for letter, whatever they are', () => {
    const texts = [hostile, 'one', ' leads and trails ', '`', '``', '` `', '`` ` ```', '~~~\nx\n~~~', '    code', '\tcode', '- [ ] task', '1. one', '> quote', '| a | b |\n|---|---|', 'a\\', 'line\u2028line', '=====', '&amp; &#64;octocat']
    for (const text of texts) assert.equal(read(text), text, JSON.stringify(text))
  })

  it('keep their paragraphs; ends of lines may be written in any way', () => {
    assert.equal(read('one\r\ntwo\rthree\n\nfour'), 'one\ntwo\nthree\n\nfour')
    assert.equal(read('\n\none\n \n'), 'one')
  })

  it('are never markup', () => {
    const pieces = ['`', '``', '```', '\n', '\\', '<!--', '-->', '![', '](', 'https://evil.example', ')', '@all', '#1', '/close', '*', '_', '~~~', '|', '>', '&lt;', ' ', '\t', 'a']
    // Every pair of pieces, and every piece between two others.
    for (const a of pieces) for (const b of pieces) for (const c of ['`', '\n', 'a', '\\']) {
      const markdown = literal(a + c + b + a)
      const kinds = kindsIn(markdown).filter(kind => !['paragraph', 'codespan', 'br', 'space'].includes(kind))
      assert.deepEqual(kinds, [], JSON.stringify([a, c, b, markdown]))
    }
  })
})

describe('a title', () => {
  it('is one line, in which no sign stands before what it would refer to', () => {
    const title = plainTitle('@all see\n#1, !2, ~bug, %1, &3, $4, ^5, [work_item:1] and\thttps://evil.example\u0000')
    assert.doesNotMatch(title, /[@#!~%&$^[][\w]|:\/\/|\n|\t|\0/)
    assert.equal(title.replaceAll('\u2060', ''), '@all see #1, !2, ~bug, %1, &3, $4, ^5, [work_item:1] and https://evil.example')
  })

  it('is short', () => assert.equal(plainTitle('🫖'.repeat(300), 11).length <= 11, true))
})

describe('an issue in Markdown', () => {
  it('ends in a marker that its id cannot break out of', () => {
    for (const id of ['0193', 'a--b', '-->', 'a:1', 'ä "']) assert.match(markerOf(id), /^<!-- earshot:(?:(?!--)[\w.~%*'()!-])+ -->$/, id)
    assert.notEqual(markerOf('a-b'), markerOf('a--b'))
  })

  it('links to the case by an address of the web, and to nothing else', () => {
    const parts = [{ label: 'Said', text: 'x' }]
    assert.deepEqual(addressesIn(asMarkdown('1', parts, { most: 1_000, caseUrl: 'https://shop.example/a b?<x>)' })), ['https://shop.example/a%20b?%3Cx%3E)'])
    for (const caseUrl of ['javascript:alert(1)', 'shop', '', 'data:text/html,x']) assert.deepEqual(addressesIn(asMarkdown('1', parts, { most: 1_000, caseUrl })), [], caseUrl)
  })
})
