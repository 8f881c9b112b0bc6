import { expect } from '@open-wc/testing'
import { brokenPromise, type Course } from '../../../src/core/escalation/broken-promise.ts'
import type { Issue, Rating } from '../../../src/core/issue/issue.ts'
import type { Message, MessageKind, Thread } from '../../../src/core/issue/thread.ts'

const now = Date.parse('2026-11-23T12:00Z')
const issue: Issue = { version: 1, id: 'i1', createdAt: '2026-11-20T20:00Z', kind: 'problem' }
const receipt = (expectBy?: string) => ({ id: 'i1', reference: 'E-1', acceptedAt: '2026-11-20T20:00:01Z', ...(expectBy && { expectBy }) })
const thread = (messages: Message[], more: Partial<Thread> = {}): Thread => ({ id: 'i1', reference: 'E-1', status: 'open', messages, ...more })
let number = 0
const said = (from: 'customer' | 'staff', at: string, kind?: MessageKind, rating?: Rating): Message =>
  ({ id: `m${number++}`, at, from, text: 'x', ...(kind && { kind }), ...(rating && { rating }) })
const stars = (value: number): Rating => ({ scale: 'stars', value, max: 5 })

const past = '2026-11-23T11:00Z'
const table: [title: string, course: Partial<Course>, because: string | undefined][] = [
  ['nothing, while there is time', { receipt: receipt('2026-11-23T13:00Z') }, undefined],
  ['nothing, where nothing was promised', { receipt: receipt() }, undefined],
  ['nothing, where the promise cannot be read', { receipt: receipt('soon') }, undefined],
  ['late, where nobody has answered', { receipt: receipt(past) }, 'late'],
  ['late by the thread, which knows better', { receipt: receipt('2026-12-01T00:00Z'), thread: thread([], { expectBy: past }) }, 'late'],
  ['nothing, where the thread has more time', { receipt: receipt(past), thread: thread([], { expectBy: '2026-11-24T00:00Z' }) }, undefined],
  ['nothing, where somebody has answered', { receipt: receipt(past), thread: thread([said('staff', '2026-11-23T10:00Z')]) }, undefined],
  ['nothing, where somebody has answered too late', { receipt: receipt(past), thread: thread([said('staff', '2026-11-23T11:30Z')]) }, undefined],
  ['late, where only a machine has said something', { receipt: receipt(past), thread: thread([said('staff', '2026-11-23T10:00Z', 'escalated')]) }, 'late'],
  ['late still, where the customer asked again in vain', { receipt: receipt(past), thread: thread([said('customer', '2026-11-23T11:30Z')]) }, 'late'],
  ['late, where a second question was not answered', { thread: thread([said('staff', '2026-11-21T00:00Z'), said('customer', '2026-11-22T00:00Z')], { expectBy: past }) }, 'late'],
  ['nothing, where the promise was for an earlier question', { receipt: receipt(past), thread: thread([said('staff', '2026-11-21T00:00Z'), said('customer', '2026-11-23T11:30Z')]) }, undefined],
  ['nothing, where the last word was thanks', { thread: thread([said('staff', '2026-11-21T00:00Z'), said('customer', '2026-11-22T00:00Z', 'praise')], { expectBy: past }) }, undefined],
  ['nothing, where it is closed', { receipt: receipt(past), thread: thread([], { status: 'closed' }) }, undefined],
  ['not solved, as the customer said', { thread: thread([said('customer', '2026-11-22T00:00Z', 'not-solved')]) }, 'not-solved'],
  ['not solved, as the customer is just saying', { thread: thread([]), waiting: [said('customer', '2026-11-22T00:00Z', 'not-solved')] }, 'not-solved'],
  ['nothing, once it was solved', { thread: thread([said('customer', '2026-11-22T00:00Z', 'not-solved'), said('customer', '2026-11-22T01:00Z', 'solved')]) }, undefined],
  ['reopened, where it came back', { thread: thread([said('customer', '2026-11-22T00:00Z', 'solved'), said('customer', '2026-11-22T01:00Z', 'not-solved')]) }, 'reopened'],
  ['reopened, where it did not hold', { thread: thread([said('customer', '2026-11-22T00:00Z', 'holds-not')]) }, 'reopened'],
  ['nothing of what staff say of it', { thread: thread([said('staff', '2026-11-22T00:00Z', 'not-solved')]) }, undefined],
  ['a bad rating', { thread: thread([said('customer', '2026-11-22T00:00Z', 'rating', stars(1))]) }, 'bad-rating'],
  ['nothing of a good rating', { thread: thread([said('customer', '2026-11-22T00:00Z', 'rating', stars(4))]) }, undefined],
  ['nothing of one middling rating', { ratings: [{ scale: 'nps', value: 4, max: 10 }] }, undefined],
  ['a second bad rating', { ratings: [{ scale: 'nps', value: 4, max: 10 }], thread: thread([said('customer', '2026-11-22T00:00Z', 'rating', { scale: 'nps', value: 4, max: 10 })]) }, 'bad-rating'],
  ['a bad rating that was sent by itself', { ratings: [{ scale: 'thumbs', value: 0, max: 1 }] }, 'bad-rating'],
  ['the rating that the issue is', { issue: { ...issue, kind: 'rating', rating: stars(2) } }, 'bad-rating'],
  ['late before all else', { receipt: receipt(past), thread: thread([said('customer', '2026-11-22T00:00Z', 'not-solved', stars(1))]) }, 'late'],
]

describe('Why a case should go further', () => {
  for (const [title, course, because] of table) it(`is ${title}`, () => expect(brokenPromise({ issue, ...course }, now)).to.equal(because))
})
