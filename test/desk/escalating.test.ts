import { expect, nextFrame } from '@open-wc/testing'
import type { Draft } from '../../src/core/issue/draft.ts'
import type { EarshotError } from '../../src/core/support/errors.ts'
import { TransportError } from '../../src/core/transports/transport.ts'
import { deskFor, until } from './desk-fixtures.ts'

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
    const step = { id: first.id, createdAt: first.issue.createdAt, kind: 'problem', reference, rung: 'team', story: 'Torn', outcome: 'A new one', attachments: [file] }
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

  it('says of each message since who wrote it, what it was, and what was added to it; what a machine said stays behind', async () => {
    const { desk, taken, world } = deskFor({ ladder: [...ladder, { id: 'owner', name: 'Ada', kind: 'email' }] })
    const at = '2026-11-21T11:00:00.000Z'
    const file = { id: 'f2', name: 'lamp.png', type: 'image/png', size: 3 }
    const rating = { scale: 'stars', value: 1, max: 5 } as const
    world.transport.thread = async ({ id, reference }) => ({
      id, reference, status: 'answered', messages: [
        { id: 'm1', at, from: 'staff', text: 'Which shade?', kind: 'question', fields: [{ name: 'shade', type: 'text' }] },
        { id: 'm2', at, from: 'customer', text: '', kind: 'answer', answerTo: 'm1', answers: { shade: 'The green one' }, attachments: [file] },
        { id: 'm3', at, from: 'customer', text: 'No', kind: 'rating', rating },
        { id: 'm4', at, from: 'staff', text: 'Taken further', kind: 'escalated' },
      ],
    })
    const first = await desk.submit({ kind: 'problem', story: 'Torn' })
    await first.receipt
    await desk.requests()
    const second = await desk.escalate(first.id)
    await second.receipt
    const said = [
      { id: 'm1', createdAt: at, from: 'staff', story: 'Which shade?', kind: 'question' },
      { id: 'm2', createdAt: at, from: 'customer', kind: 'answer', answerTo: 'm1', answers: { shade: 'The green one' }, attachments: [file] },
      { id: 'm3', createdAt: at, from: 'customer', story: 'No', kind: 'rating', rating },
    ]
    expect(taken[1]!.history!.slice(1)).to.deep.equal(said)
    // The next thread is that of the whole case: nothing is told twice.
    await desk.requests()
    await (await desk.escalate(second.id)).receipt
    expect(taken[2]!.history!.map(({ id }) => id)).to.deep.equal([first.id, 'm1', 'm2', 'm3', second.id])
    expect(taken[2]!.escalation).to.deep.include({ of: second.id, rung: 'owner', level: 3 })
    desk.dispose()
  })

  it('goes where the thread says it is by now, and says so', async () => {
    const { desk, taken, world } = deskFor({ ladder: [...ladder, { id: 'owner', name: 'Ada', kind: 'email' }] })
    world.transport.thread = async ({ id, reference }) => ({ id, reference, status: 'open', messages: [], rung: 'lead', level: 2 })
    const first = await desk.submit({ kind: 'problem', story: 'Torn' })
    await first.receipt
    await desk.requests()
    await (await desk.escalate(first.id)).receipt
    expect(taken[1]!.escalation).to.deep.equal({ of: first.id, rung: 'owner', level: 3 })
    expect(taken[1]!.history![0]!.rung).to.equal('lead')
    desk.dispose()
  })

  it('says nothing personal in its reason, unless the customer wants it said', async () => {
    const reason = 'Call me: mira@shop.example'
    const { desk, taken } = deskFor({ ladder })
    const first = await desk.submit({ kind: 'problem', story: 'Torn, says ada@shop.example', revealed: ['ada@shop.example'] })
    await first.receipt
    const second = await desk.escalate(first.id, reason)
    await second.receipt
    expect(taken[1]!.escalation!.reason).to.equal('Call me: [email]')
    expect(taken[1]!.story).to.equal('Torn, says ada@shop.example')
    expect(await desk.withdraw(second.id)).to.equal(false)
    desk.dispose()
    const open = deskFor({ ladder })
    const again = await open.desk.submit({ kind: 'problem', story: 'Torn' })
    const found = await open.desk.findings({ kind: 'problem', escalation: { of: again.id, rung: '', level: 2, reason } })
    expect(found.map(({ pointer, text }) => [pointer, text])).to.deep.equal([['/escalation/reason', 'mira@shop.example']])
    await (await open.desk.escalate(again.id, reason, found.map(({ text }) => text))).receipt
    expect(open.taken[1]!.escalation!.reason).to.equal(reason)
    open.desk.dispose()
  })
})

describe('A second press', () => {
  it('takes nothing further, also not at once', async () => {
    const { desk, taken } = deskFor({ ladder: [...ladder, { id: 'owner', name: 'Ada', kind: 'email' }] })
    const { id, receipt } = await desk.submit({ kind: 'problem', story: 'Torn' })
    await receipt
    const presses = await Promise.allSettled([desk.escalate(id), desk.escalate(id), desk.escalate(id)])
    expect(presses.map(({ status }) => status).sort()).to.deep.equal(['fulfilled', 'rejected', 'rejected'])
    const [won] = presses.flatMap(press => (press.status === 'fulfilled' ? press.value : []))
    await won!.receipt
    const late = await desk.escalate(id).catch((error: unknown) => error as EarshotError)
    expect(late).to.deep.include({ code: 'desk/already-escalated', details: { id, by: won!.id } })
    expect(taken.length).to.equal(2)
    expect(await desk.nextLevel(id)).to.deep.include({ taken: won!.id })
    desk.dispose()
  })

  it('takes it further where the first one was refused', async () => {
    const { desk, taken, world } = deskFor({ ladder })
    const { id, receipt } = await desk.submit({ kind: 'problem', story: 'Torn' })
    await receipt
    const take = world.answer
    world.answer = () => Promise.reject(new TransportError('transport/refused', 'No', { retry: 'never' }))
    const first = await desk.escalate(id)
    await first.receipt.catch(() => {})
    expect(await desk.nextLevel(id)).not.to.have.property('taken')
    world.answer = take
    await (await desk.escalate(id)).receipt
    expect(taken[1]!.escalation).to.deep.include({ of: id, level: 2 })
    desk.dispose()
  })
})

describe('Taking a step up the ladder back', () => {
  it('leaves nothing of one that waits, and it can be taken again', async () => {
    const { desk, taken, world } = deskFor({ ladder })
    const { id, receipt } = await desk.submit({ kind: 'problem', story: 'Torn' })
    await receipt
    const take = world.answer
    world.answer = () => Promise.reject(new Error('offline'))
    const step = await desk.escalate(id)
    await until(desk, state => state.submissions.get(step.id)?.status === 'waiting')
    expect(await desk.withdraw(step.id)).to.equal(true)
    expect(await step.receipt.catch((error: unknown) => (error as EarshotError).code)).to.equal('desk/withdrawn')
    expect((await desk.requests()).map(request => request.id)).to.deep.equal([id])
    expect(await desk.nextLevel(id)).not.to.have.property('taken')
    world.answer = take
    await (await desk.escalate(id)).receipt
    expect(taken.length).to.equal(2)
    desk.dispose()
  })

  it('is no way to take another issue back that waits', async () => {
    const { desk, world } = deskFor({ ladder })
    world.answer = () => Promise.reject(new Error('offline'))
    const { id } = await desk.submit({ kind: 'problem', story: 'Torn' })
    await until(desk, state => state.submissions.get(id)?.status === 'waiting')
    expect(await desk.withdraw(id)).to.equal(false)
    expect((await desk.requests()).length).to.equal(1)
    desk.dispose()
  })

  it('tells whoever has accepted it, once', async () => {
    const { desk, world } = deskFor({ ladder })
    const told: [id: string, kind: string | undefined][] = []
    world.transport.reply = async (receipt, { kind }) => void told.push([receipt.id, kind])
    const { id, receipt } = await desk.submit({ kind: 'problem', story: 'Torn' })
    await receipt
    const step = await desk.escalate(id)
    await step.receipt
    expect(await desk.withdraw(step.id)).to.equal(true)
    expect(await desk.nextLevel(id)).not.to.have.property('taken')
    await until(desk, state => !state.messages?.size)
    expect(await desk.withdraw(step.id)).to.equal(false)
    expect(await desk.nextLevel(id)).not.to.have.property('taken')
    while (!told.length) await nextFrame()
    expect(told).to.deep.equal([[step.id, 'taken-back']])
    desk.dispose()
  })

  it('does not happen where nobody can be told', async () => {
    const { desk } = deskFor({ ladder })
    const { id, receipt } = await desk.submit({ kind: 'problem', story: 'Torn' })
    await receipt
    const step = await desk.escalate(id)
    await step.receipt
    expect(await desk.withdraw(step.id)).to.equal(false)
    expect((await desk.nextLevel(id)).taken).to.equal(step.id)
    desk.dispose()
  })
})
