import { expect } from '@open-wc/testing'
import type { Issue } from '../../src/core/issue/issue.ts'
import type { Outbox, OutboxChange, OutboxRecord } from '../../src/core/outbox/record.ts'
import type { Context } from '../../src/desk/context.ts'
import { createTracker } from '../../src/desk/tracker.ts'

const issue: Issue = { version: 1, id: 'i1', createdAt: '2026-11-21T10:00:00.000Z', kind: 'idea', story: 'Bulbs' }
const change = (status: OutboxChange['status']): OutboxChange => ({ id: 'i1', status, durable: true, attempts: 1 })

describe('An issue of another tab', () => {
  it('is shown as it stands at last, however long it takes to look it up', async () => {
    let tell: (change: OutboxChange) => void = () => {}
    const answers: (() => void)[] = []
    const record = { id: 'i1', body: JSON.stringify(issue) } as OutboxRecord
    const outbox = {
      subscribe: (listener: typeof tell) => ((tell = listener), () => {}),
      get: () => new Promise<OutboxRecord>(resolve => answers.push(() => resolve(record))),
    } as unknown as Outbox
    const shown: string[] = []
    const context = { dispatch: ({ submission }: { submission: { status: string } }) => void shown.push(submission.status) } as unknown as Context
    createTracker(context, outbox, () => {})
    tell(change('sending'))
    tell(change('accepted'))
    for (const answer of answers) answer()
    await Promise.all(answers.map(() => Promise.resolve()))
    await new Promise(resolve => requestAnimationFrame(resolve))
    expect(shown).to.deep.equal(['accepted'])
  })
})
