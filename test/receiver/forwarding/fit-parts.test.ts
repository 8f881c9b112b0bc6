import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Part } from '../../../src/core/transports/describe.ts'
import { fitted } from '../../../src/receiver/forwarding/fit-parts.ts'

const size = (parts: readonly Part[]) => parts.reduce((sum, { label, text }) => sum + label.length + text.length, 0)
const within = (most: number) => (parts: readonly Part[]) => size(parts) <= most
const part = (label: string, length: number): Part => ({ label, text: label.charAt(0).repeat(length) })

describe('parts for a service that takes only so much', () => {
  it('are left alone where they fit', () => {
    const parts = [part('said', 10), part('errors', 5_000)]
    assert.equal(fitted(parts, within(6_000)), parts)
  })

  it('keep what was said and what is short; the longest of the rest is cut, and the last part says how much', () => {
    const parts = [part('said', 3_000), part('errors', 50_000), part('id', 36)]
    const some = fitted(parts, within(10_000))
    assert.deepEqual(some.map(({ label }) => label), ['said', 'errors', 'id', 'Shortened'])
    assert.deepEqual([some[0], some[2]], [parts[0], parts[2]])
    assert.ok(size(some) <= 10_000 && size(some) > 9_900, String(size(some)))
    const missing = 50_000 - some[1]!.text.length
    assert.equal(some[3]!.text, `${missing} of 53036 characters are left out here; the inbox has all of them.`)
  })

  it('are as many as fit, where even the short ones are too many', () => {
    const parts = Array.from({ length: 1_000 }, (_, i) => part(`answer ${i}`, 20))
    const some = fitted(parts, within(1_000))
    assert.ok(size(some) <= 1_000 && some.length > 20)
    assert.deepEqual(some.slice(0, 20), parts.slice(0, 20))
  })

  it('are never cut in the middle of a letter', () => {
    const [{ text }] = fitted([{ label: 'said', text: '🫖'.repeat(5_000) }], within(1_001)) as [Part]
    assert.ok(!/\p{Surrogate}/u.test(text) && text.endsWith('…'))
  })
})
