import { expect } from '@open-wc/testing'
import { readClaim } from '../../src/core/issue/claim.ts'
import type { Issue } from '../../src/core/issue/issue.ts'
import type { Thread } from '../../src/core/issue/thread.ts'
import { createMemoryStore } from '../../src/core/outbox/memory-store.ts'
import { TransportError } from '../../src/core/transports/transport.ts'
import { backend, deskFor, stillPage, until } from './desk-fixtures.ts'

const thread = (id: string): Thread => ({ id, reference: 'E-1', status: 'answered', messages: [{ id: 'm', at: '2026-11-22T10:00:00Z', from: 'staff', text: 'It is on its way.' }] })

/** A backend that gives keys, and opens threads to who has one. */
function keyed() {
  const world = backend()
  const answered: Issue[] = []
  return {
    answered,
    transport: {
      send: async (issue: Issue) => (answered.push(issue), { ...world.receiptFor(issue), token: 'key' }),
      async thread({ id, token }: { id: string; token?: string }) {
        if (token !== 'key') throw new TransportError('transport/refused', 'Not with this key', { retry: 'never', status: 401 })
        return thread(id)
      },
    },
  }
}

const disk = () => ({ ...createMemoryStore(), durable: true })

async function sent() {
  const { transport } = keyed()
  const first = deskFor({ transport }, disk())
  const { id, receipt } = await first.desk.submit({ kind: 'problem', story: 'Where is my parcel?' })
  await receipt
  await until(first.desk, ({ submissions }) => submissions.get(id)?.status === 'accepted')
  const link = await first.desk.claimLink(id)
  first.desk.dispose()
  return { id, link, transport }
}

const codeOf = (work: Promise<unknown>) => work.then(() => 'done', (error: { code: string }) => error.code)

describe('A request on another device', () => {
  it('is read there by its address, whose secret no server hears of', async () => {
    const { id, link, transport } = await sent()
    expect(new URL(link).origin + new URL(link).pathname).to.equal('https://shop.example/')
    expect(new URL(link).hash).to.match(/^#earshot=/)
    const { desk, make } = deskFor({ transport }, disk())
    const taken = await desk.claim(link)
    expect([taken.id, taken.issue.summary, taken.thread?.messages[0]?.text]).to.deep.equal([id, 'Where is my parcel?', 'It is on its way.'])
    desk.dispose()
    const again = make()
    expect((await again.requests()).map(request => request.id)).to.deep.equal([id])
    again.dispose()
  })

  it('is offered when its address is opened, and nothing is kept before a yes', async () => {
    const { id, link, transport } = await sent()
    const { page, wake } = stillPage()
    const store = disk()
    let claimed: string | undefined = link
    const { desk } = deskFor({ transport }, store, { page: { ...page, claimed: async () => [claimed, (claimed = undefined)][0] } })
    desk.subscribe(() => {})
    wake()
    await until(desk, state => state.claim !== undefined)
    expect([desk.state.claim?.summary, desk.state.open, desk.state.view]).to.deep.equal(['Where is my parcel?', true, { name: 'requests' }])
    expect(await store.entries('')).to.deep.equal([])
    await desk.declineClaim()
    expect([desk.state.claim, await desk.requests()]).to.deep.equal([undefined, []])
    await desk.claim(link)
    expect((await desk.requests()).map(request => request.id)).to.deep.equal([id])
    desk.dispose()
  })

  it('is refused with a wrong key, for an unknown issue, and where a receipt holds no key', async () => {
    const { id, transport } = await sent()
    const { desk, taken } = deskFor()
    const { id: own, receipt } = await desk.submit({ kind: 'idea', story: 'A bell.' })
    await receipt
    expect(taken).to.have.length(1)
    expect(await codeOf(desk.claimLink(own))).to.equal('desk/no-claim')
    expect(await codeOf(desk.claimLink('nobody'))).to.equal('desk/unknown-issue')
    expect(await codeOf(desk.claim('https://shop.example/#earshot=abc'))).to.equal('desk/wrong-claim')
    desk.dispose()
    const other = deskFor({ transport }, disk())
    const forged = btoa(JSON.stringify({ i: id, r: 'E-1', t: 'guessed', a: '', k: 'idea', c: '2026-11-22T10:00:00Z', s: '' }))
    expect(await codeOf(other.desk.claim(forged))).to.equal('desk/wrong-claim')
    expect(await other.desk.requests()).to.deep.equal([])
    other.desk.dispose()
  })

  it('has an address with a key of its own where the backend makes some, and this device’s where it does not answer', async () => {
    const { transport } = keyed()
    let share = async () => ({ token: 'other', code: 'QX7-RTK', expiresAt: '2026-11-22T10:10:00.000Z' })
    const world = deskFor({ transport: { ...transport, share: () => share() } }, disk())
    const { id, receipt } = await world.desk.submit({ kind: 'problem', story: 'Where is my parcel?' })
    await receipt
    expect(readClaim(await world.desk.claimLink(id)).receipt.token).to.equal('other')
    expect(await world.desk.claimCode(id)).to.deep.equal({ code: 'QX7-RTK', expiresAt: '2026-11-22T10:10:00.000Z' })
    share = () => Promise.reject(new TransportError('transport/unreachable', 'Offline', { retry: 'later' }))
    expect(readClaim(await world.desk.claimLink(id)).receipt.token).to.equal('key')
    expect(await codeOf(world.desk.claimCode(id))).to.equal('transport/unreachable')
    world.desk.dispose()
  })

  it('is opened by a code, once; keys are taken back; a backend that knows neither says so', async () => {
    const { transport } = keyed()
    const opened: string[] = []
    const taken: string[] = []
    const issue: Issue = { version: 1, id: 'case-1', kind: 'problem', createdAt: '2026-11-22T10:00:00.000Z', summary: 'Where is my parcel?' }
    const able = {
      ...transport,
      async open(code: string) {
        if (code !== 'QX7-RTK' || opened.length) throw new TransportError('transport/refused', 'Wrong or old', { retry: 'never', status: 404 })
        opened.push(code)
        return { issue, receipt: { id: issue.id, reference: 'E-1', token: 'key', acceptedAt: issue.createdAt } }
      },
      unshare: async ({ id }: { id: string }) => void taken.push(id),
    }
    const { desk } = deskFor({ transport: able }, disk())
    expect(await codeOf(desk.claim('QX7-RTX'))).to.equal('desk/wrong-claim')
    expect((await desk.claim(' QX7-RTK ')).thread?.messages[0]?.text).to.equal('It is on its way.')
    expect(await codeOf(desk.claim('QX7-RTK'))).to.equal('desk/wrong-claim')
    await desk.revokeClaims('case-1')
    expect(taken).to.deep.equal(['case-1'])
    expect(await codeOf(desk.revokeClaims('nobody'))).to.equal('desk/unknown-issue')
    desk.dispose()
    const plain = deskFor({ transport }, disk())
    const { id, receipt } = await plain.desk.submit({ kind: 'idea', story: 'A bell.' })
    await receipt
    expect(await codeOf(plain.desk.claimCode(id))).to.equal('desk/no-claim')
    expect(await codeOf(plain.desk.revokeClaims(id))).to.equal('desk/no-claim')
    expect(await codeOf(plain.desk.claim('QX7-RTK'))).to.equal('desk/wrong-claim')
    plain.desk.dispose()
  })
})
