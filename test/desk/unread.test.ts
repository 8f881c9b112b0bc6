import { expect } from '@open-wc/testing'
import type { Message, Thread } from '../../src/core/issue/thread.ts'
import type { RequestRecord } from '../../src/core/outbox/record.ts'
import { unreadIn } from '../../src/desk/unread.ts'
import { issueOf, receiptOf } from '../core/outbox/fixtures.ts'
import { staff } from './thread-fixtures.ts'

const mine: Message = { id: 'mine', at: '2026-11-21T12:00:00.000Z', from: 'customer', text: 'And now?' }

function record(id: string, messages: Message[], more: Partial<Thread> = {}, seen?: string): RequestRecord {
  const issue = { ...issueOf(), id }
  return { version: 1, issue, receipt: receiptOf(issue), thread: { id, reference: 'K', status: 'open', messages, ...more }, ...(seen && { seen }) }
}

const counted = (...records: RequestRecord[]) => [...unreadIn(records)]

describe('What is unread', () => {
  it('is what the staff wrote after what was seen', () => {
    expect(counted(record('a', [staff('1'), mine, staff('2'), staff('3')], {}, '1'))).to.deep.equal([['a', 2]])
    expect(counted(record('a', [staff('1'), mine], {}, '1'))).to.deep.equal([])
    expect(counted(record('a', [staff('1')], {}, 'gone'))).to.deep.equal([['a', 1]])
  })

  it('is no word between the staff’s own desks', () => {
    expect(counted(record('a', [staff('1', { kind: 'escalated' })]))).to.deep.equal([])
  })

  it('counts once where a case went up the ladder: at its highest issue', () => {
    const messages = [staff('1'), staff('2')]
    const first = record('a', messages, { continuedBy: { id: 'b', reference: 'K-2' } }, '1')
    expect(counted(record('b', messages), first)).to.deep.equal([['b', 1]])
    expect(counted(first)).to.deep.equal([['a', 1]])
  })
})
