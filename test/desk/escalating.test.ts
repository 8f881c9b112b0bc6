import { expect } from '@open-wc/testing'
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
})
