import { expect } from '@open-wc/testing'
import type { Issue } from '../../src/core/issue/issue.ts'
import type { Receipt } from '../../src/core/issue/receipt.ts'
import type { Thread } from '../../src/core/issue/thread.ts'
import { staff, threaded } from './thread-fixtures.ts'

const tokenOf = (sub: string) => (sub ? `h.${btoa(JSON.stringify({ sub }))}.s` : '')

/** A device at which customers sign in and out; the backend has one case for each of them. */
function signedIn() {
  let sub = ''
  let answers = true
  const caseOf = (id: string): { issue: Issue; receipt: Receipt; thread: Thread } => ({
    issue: { version: 1, id, kind: 'problem', createdAt: '2026-11-20T10:00:00.000Z', summary: `Of ${id}` },
    receipt: { id, reference: 'E-9', token: 'shared', acceptedAt: '2026-11-20T10:00:00.000Z' },
    thread: {
      id, reference: 'E-9', status: 'answered',
      messages: [staff('old'), { id: 'own', at: '2026-11-20T11:00:00.000Z', from: 'customer', text: 'Still there' }, staff('new')],
    },
  })
  const world = threaded({
    identity: async () => {
      if (!answers) throw new Error('The site is down')
      return tokenOf(sub)
    },
    transport: { send: undefined as never, requests: async () => (sub ? [caseOf(sub)] : []), thread: async ({ id }) => caseOf(id).thread },
  })
  const ids = async () => (await world.desk.requests()).map(({ id }) => id)
  return { ...world, ids, signIn: (name: string) => void (sub = name), down: (is: boolean) => void (answers = !is) }
}

describe('Whoever the site has signed in', () => {
  it('sees their cases where they were not written, and only what came since their last word as new', async () => {
    const world = signedIn()
    world.signIn('ada')
    const [request] = await world.desk.requests()
    expect([request?.id, request?.issue.summary, request?.thread?.messages.length, request?.unread]).to.deep.equal(['ada', 'Of ada', 3, 1])
    await world.desk.seen('ada')
    expect((await world.desk.requests())[0]?.unread).to.equal(undefined)
    world.desk.dispose()
  })

  it('never sees those of somebody else: what was read for another is taken from the device', async () => {
    const world = signedIn()
    world.signIn('ada')
    expect(await world.ids()).to.deep.equal(['ada'])
    world.signIn('bob')
    expect(await world.ids()).to.deep.equal(['bob'])
    expect(await world.store.get('request:ada')).to.equal(undefined)
    expect(await world.desk.claimLink('ada').catch(({ code }: { code: string }) => code)).to.equal('desk/unknown-issue')
    world.signIn('')
    expect([await world.ids(), await world.store.entries('request:')]).to.deep.equal([[], []])
    world.desk.dispose()
  })

  it('sees nothing of it while it cannot be told who they are, and all of it again after', async () => {
    const world = signedIn()
    world.signIn('ada')
    await world.ids()
    world.down(true)
    expect(await world.ids()).to.deep.equal([])
    world.down(false)
    expect(await world.ids()).to.deep.equal(['ada'])
    world.desk.dispose()
  })
})
