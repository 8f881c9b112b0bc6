import assert from 'node:assert/strict'
import { it } from 'node:test'
import { solveChallenge, type Challenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import { systemClock } from '../../../src/core/support/clock.ts'
import type { Receipt } from '../../../src/core/issue/receipt.ts'
import type { ReceiverOptions } from '../../../src/receiver/settings.ts'
import { onEachDatabase } from '../databases.ts'
import { openReceiver } from '../open-receiver.ts'
import { ask, newIssue, post } from '../requests.ts'

type Answer = Receipt & { challenge?: Challenge & { worker?: false } }

onEachDatabase('proof of work', query => {
  // Cheap tries: what is looked at is not how long they take.
  const open = (spam: ReceiverOptions['spam'] = { proof: { cost: 1 } }, more: Partial<ReceiverOptions> = {}) =>
    openReceiver(query, { clock: systemClock, spam, ...more })

  async function sent(receiver: ReturnType<typeof open>, issue = newIssue()) {
    const response = await receiver.handle(post(issue))
    return { issue, status: response.status, ...((await response.json()) as Answer) }
  }

  async function solved({ challenge }: Answer) {
    const { worker: _, ...asked } = challenge!
    const solution = await solveChallenge({ challenge: asked, deriveKey })
    return { challenge: asked, solution: { counter: solution!.counter, derivedKey: solution!.derivedKey } }
  }

  const prove = (receiver: ReturnType<typeof open>, { id, token }: Receipt, body: unknown) =>
    receiver.handle(ask(`/${id}/proof`, { method: 'POST', token, body }))

  it('takes the issue in at once, asks with the receipt, and takes its label away when the solution comes', async () => {
    const receiver = open()
    const answer = await sent(receiver)
    assert.equal(answer.status, 201)
    assert.deepEqual(await receiver.rows('suspicions'), [{ suspicions: ['no-proof'] }])
    assert.equal((await prove(receiver, answer, await solved(answer))).status, 204)
    assert.deepEqual(await receiver.rows('suspicions'), [{ suspicions: null }])
  })

  it('is asked for again by a repeat, for as long as the label stands', async () => {
    const receiver = open()
    const first = await sent(receiver)
    const again = await sent(receiver, first.issue)
    assert.equal(again.status, 200)
    const { challenge, issue: _, status: __, ...receipt } = again
    assert.deepEqual(receipt, { id: first.id, reference: first.reference, acceptedAt: first.acceptedAt, token: first.token })
    assert.notEqual(challenge!.parameters.nonce, first.challenge!.parameters.nonce)
    assert.equal((await prove(receiver, first, await solved(again))).status, 204)
    assert.equal((await sent(receiver, first.issue)).challenge, undefined)
    assert.equal((await prove(receiver, first, await solved(first))).status, 204)
  })

  it('leaves the other labels where they are', async () => {
    const receiver = open()
    const answer = await sent(receiver, newIssue({ filling: { trap: true } }))
    assert.equal((await prove(receiver, answer, await solved(answer))).status, 204)
    assert.deepEqual(await receiver.rows('suspicions'), [{ suspicions: ['trap'] }])
  })

  it('is good for its own issue only, with the receipt\'s token, whole and in time', async () => {
    const receiver = open()
    const [answer, other] = [await sent(receiver), await sent(receiver)]
    const good = await solved(answer)
    const easier = { ...good, challenge: { ...good.challenge, parameters: { ...good.challenge.parameters, keyPrefix: '0' } } }
    const past = await sent(open({ proof: { cost: 1, minutes: -1 } }, { site: receiver.site }))
    const wrong: [body: unknown, to?: Receipt][] = [
      [good, other], [easier], [{ ...good, solution: { ...good.solution, counter: good.solution.counter + 1 } }], [{ challenge: good.challenge }],
      [{ ...good, challenge: { parameters: good.challenge.parameters } }], [{ solution: good.solution }], [{}],
      [{ challenge: { signature: 'x', parameters: { keyPrefix: null } }, solution: {} }], [await solved(past), past],
    ]
    for (const [body, to = answer] of wrong) assert.equal((await prove(receiver, to, body)).status, 422, JSON.stringify(body))
    assert.equal((await prove(receiver, { ...answer, token: other.token! }, good)).status, 401)
    assert.equal((await prove(receiver, answer, [])).status, 422)
    assert.equal((await receiver.rows('id', 'issues', 'suspicions is not null')).length, 3)
    assert.equal((await prove(receiver, answer, good)).status, 204)
  })

  it('is not asked for unless the owner says so, nor of whom the site vouches for', async () => {
    const without = open({})
    const answer = await sent(without)
    assert.equal(answer.challenge, undefined)
    assert.equal((await prove(without, answer, {})).status, 404)
    const vouched = open(undefined, { identity: async () => ({ sub: 'u' }) })
    const known = await vouched.handle(post(newIssue(), { 'earshot-identity': 'signed' }))
    assert.equal(((await known.json()) as Answer).challenge, undefined)
    assert.deepEqual([...(await without.rows('suspicions')), ...(await vouched.rows('suspicions'))], [{ suspicions: null }, { suspicions: null }])
  })

  it('costs what the owner says, and does without a worker where they say so', async () => {
    const { challenge } = await sent(open({ proof: { cost: 7, worker: false } }))
    assert.equal(challenge!.parameters.cost, 7)
    assert.equal(challenge!.worker, false)
    const usual = (await sent(open({ proof: true }))).challenge!
    assert.equal(usual.parameters.cost, 5_000)
    assert.ok(!('worker' in usual))
  })

  it('that cannot be asked for is reported, and leaves no label: nobody could take it away', async () => {
    const reports: unknown[] = []
    const receiver = open({ proof: { cost: 0 } }, { report: error => void reports.push(error) })
    const answer = await sent(receiver)
    assert.deepEqual([answer.status, answer.challenge, reports.length], [201, undefined, 1])
    assert.deepEqual(await receiver.rows('suspicions'), [{ suspicions: null }])
  })
})
