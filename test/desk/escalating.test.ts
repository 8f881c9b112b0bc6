import { expect } from '@open-wc/testing'
import type { Draft } from '../../src/core/issue/draft.ts'
import { deskFor } from './desk-fixtures.ts'

const ladder = [{ id: 'team', name: 'Team', kind: 'message' as const }, { id: 'lead', name: 'Mira', kind: 'email' as const }]

describe('A case that is taken further', () => {
  it('says no more about the customer than the first time', async () => {
    const { desk, taken } = deskFor({ ladder })
    await desk.search('lamp')
    // Empty is what a form leaves of a group from which everything was taken out.
    const first = await desk.submit({ kind: 'problem', story: 'Still torn', subject: { url: 'https://shop.example/a' }, journey: {}, environment: {} })
    await (await desk.escalate(first.id)).receipt
    expect(taken[1]!.subject).to.deep.equal({ url: 'https://shop.example/a' })
    expect(taken[1]).to.not.have.any.keys('journey', 'environment')
    desk.dispose()
  })

  it('takes along what went with it the first time', async () => {
    const { desk, taken } = deskFor({ ladder })
    await desk.search('lamp')
    const first = await desk.submit({ kind: 'problem', story: 'Still torn' })
    await (await desk.escalate(first.id)).receipt
    const { journey, environment, subject } = taken[0]!
    expect(journey?.searches?.length).to.equal(1)
    expect(taken[1]).to.deep.include({ journey, environment, subject })
    desk.dispose()
  })

  it('takes along all that was answered, who wrote it down, whom it was for, and what a page added of its own', async () => {
    const { desk, taken } = deskFor({ ladder })
    const said = {
      kind: 'problem', form: 'problem', story: 'Still torn', rating: { scale: 'csat', value: 1, max: 5 }, answers: { detail: 'The shade', orderNumber: 'HR-20417' },
      observations: [{ text: 'The box was open', topic: 'delivery', audience: 'Dispatch' }], topic: 'repair', audience: 'Workshop',
      filedBy: { role: 'staff', name: 'Grace', channel: 'phone' }, contact: { phone: '+49 30 123456' }, branch: 'Greifswald',
    } as const
    const first = await desk.submit(said as unknown as Draft)
    await (await desk.escalate(first.id, 'late')).receipt
    expect(taken[1]).to.deep.include({ ...said, summary: 'Still torn' })
    expect(taken[1]!.id).not.to.equal(first.id)
    expect(taken[1]!.escalation).to.deep.equal({ of: first.id, rung: 'lead', level: 2, reason: 'late' })
    desk.dispose()
  })

  it('names the files that went with an earlier step there, because their bytes have left the device', async () => {
    const { desk, taken } = deskFor({ ladder: [...ladder, { id: 'owner', name: 'Ada', kind: 'email' }] })
    const file = { id: 'f1', name: 'shade.png', type: 'image/png', size: 3, sha256: 'a'.repeat(64), field: 'screenshot' }
    const first = await desk.submit({ kind: 'problem', story: 'Torn', outcome: 'A new one', attachments: [{ ...file, bytes: new ArrayBuffer(3) }] })
    const { reference } = await first.receipt
    const second = await desk.escalate(first.id)
    await (await desk.escalate((await second.receipt).id)).receipt
    const step = { id: first.id, createdAt: first.issue.createdAt, reference, story: 'Torn', outcome: 'A new one', attachments: [file] }
    for (const later of taken.slice(1)) {
      expect(later).not.to.have.property('attachments')
      expect(later.consent).to.deep.equal({ environment: true })
      expect(later.history![0]).to.deep.equal(step)
    }
    expect(taken[2]!.history).to.have.length(2)
    desk.dispose()
  })

  it('takes the technical details along as they were ticked, not those of now', async () => {
    const { desk, taken } = deskFor({ ladder, capture: { diagnostics: true } })
    const diagnostics = { errors: [{ message: 'then' }], versions: { shop: '7' } }
    const first = await desk.submit({ kind: 'problem', story: 'Torn', diagnostics, consent: { diagnostics: true } })
    await (await desk.escalate(first.id)).receipt
    expect(taken.map(issue => issue.diagnostics)).to.deep.equal([diagnostics, diagnostics])
    expect(taken[1]!.consent?.diagnostics).to.equal(true)
    desk.dispose()
  })

  it('says of each message since who wrote it', async () => {
    const { desk, taken, world } = deskFor({ ladder })
    world.transport.thread = async ({ id, reference }) => ({
      id, reference, status: 'answered', messages: [{ id: 'm1', at: '2026-11-21T11:00:00.000Z', from: 'staff', text: 'Which shade?' }],
    })
    const first = await desk.submit({ kind: 'problem', story: 'Torn' })
    await first.receipt
    await desk.requests()
    await (await desk.escalate(first.id)).receipt
    expect(taken[1]!.history![1]).to.deep.equal({ id: 'm1', createdAt: '2026-11-21T11:00:00.000Z', from: 'staff', story: 'Which shade?' })
    desk.dispose()
  })
})
