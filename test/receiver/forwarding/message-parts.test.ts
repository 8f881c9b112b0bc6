import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { messageParts } from '../../../src/receiver/forwarding/message-parts.ts'
import { messageOf } from '../forwarders/fake-service.ts'

describe('a message for staff who read it elsewhere', () => {
  it('says whose word it is', () => {
    assert.deepEqual(messageParts(messageOf()), [{ label: 'The customer writes', text: 'Still whistles' }])
    assert.equal(messageParts(messageOf({ from: 'staff' }))[0]!.label, 'The staff write')
  })

  it('says in words what its kind means, also without a text', () => {
    assert.deepEqual(messageParts(messageOf({ kind: 'holds-not', text: '' })), [{ label: 'The customer says that it came back', text: '' }])
  })

  it('brings answers, rating and the names of files', () => {
    const attachments = [{ id: 'f', name: 'kettle.png', type: 'image/png', size: 3 }]
    const parts = messageParts(messageOf({ kind: 'answer', answers: { size: 7, colour: 'red' }, rating: { scale: 'stars', value: 4, max: 5 }, attachments }))
    assert.deepEqual(parts.slice(1), [
      { label: 'size', text: '7' }, { label: 'colour', text: 'red' }, { label: 'Rating', text: '4 of 5 (stars)' }, { label: 'Files', text: 'kettle.png (image/png, 3 bytes)' },
    ])
  })
})
