import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Issue } from '../../src/core/issue/issue.ts'
import type { Receipt } from '../../src/core/issue/receipt.ts'
import type { Thread } from '../../src/core/issue/thread.ts'
import type { ReceiverOptions } from '../../src/receiver/settings.ts'
import { customer } from './customer.ts'
import { onEachDatabase } from './databases.ts'
import { openReceiver } from './open-receiver.ts'
import { ask, newIssue, post } from './requests.ts'

const names: Record<string, unknown> = { 'ann-1': 'ann', 'ann-2': 'ann', 'ben-1': 'ben', 'blank': ' ann', 'number': 7, 'nul': 'a\0b' }
const identity = async (token: string) => (token in names ? { sub: names[token] } : undefined)

onEachDatabase('the requests of somebody the site has signed in', query => {
  function open(options: Partial<ReceiverOptions> = {}) {
    const receiver = openReceiver(query, { identity, ...options })
    const sendAs = async (token: string, more: Partial<Issue> = {}) => {
      const issue = { ...newIssue(), ...more }
      assert.equal((await receiver.handle(post(issue, token ? { 'earshot-identity': token } : {}))).status, 201)
      return issue
    }
    const list = (token?: string) => receiver.handle(ask('', { headers: token ? { 'earshot-identity': token } : {} }))
    const listed = async (token: string) => {
      const response = await list(token)
      assert.equal(response.status, 200)
      return ((await response.json()) as { requests: { issue: Issue; receipt: Receipt; thread: Thread }[] }).requests
    }
    return { ...receiver, ...customer(receiver), sendAs, list, listed }
  }

  it('are there on every device, newest first, with keys that open them', async () => {
    const { sendAs, listed, say, thread } = open()
    const first = await sendAs('ann-1', { environment: { locale: 'de' }, diagnostics: { errors: ['large'] } })
    const second = await sendAs('ann-2')
    const requests = await listed('ann-1')
    assert.deepEqual(requests.map(({ issue }) => issue.id), [second.id, first.id])
    const { environment: _, diagnostics: __, ...rest } = first
    assert.deepEqual(requests[1]!.issue, rest)
    const { receipt } = requests[1]!
    assert.equal(receipt.id, first.id)
    assert.equal(await say({ id: first.id, token: receipt.token! }, { text: 'From another device' }), 201)
    assert.deepEqual(await thread({ id: first.id, token: receipt.token! }), (await listed('ann-2'))[1]!.thread)
  })

  it('are never somebody else\'s, whatever an issue says about itself', async () => {
    const { sendAs, listed } = open()
    const mine = await sendAs('ann-1')
    await sendAs('ben-1', { contact: { name: 'ann', email: 'ann@shop.example' }, subject: { url: 'ann' } } as Partial<Issue>)
    await sendAs('', { verified: { sub: 'ann' }, sub: 'ann' } as Partial<Issue>)
    for (const token of ['blank', 'number', 'nul']) await sendAs(token)
    await sendAs('ann-1', { synthetic: true })
    assert.deepEqual((await listed('ann-1')).map(({ issue }) => issue.id), [mine.id])
    assert.equal((await listed('ben-1')).length, 1)
    assert.deepEqual(await open().listed('ann-1'), [])
  })

  it('are told to nobody without a token of the site that names somebody', async () => {
    const { sendAs, list } = open()
    await sendAs('ann-1')
    const refusals = [await list(), await list('guess'), await list('number'), await list('nul'), await open({ identity: undefined } as never).list('ann-1')]
    assert.deepEqual(refusals.map(({ status }) => status), Array(5).fill(401))
  })

  it('are the fifty latest', async () => {
    const { sendAs, listed } = open()
    for (let count = 0; count < 52; count++) await sendAs('ann-1')
    assert.equal((await listed('ann-1')).length, 50)
  })

  it('do not hold the receiver up when the site\'s keys cannot be had: the sender may come again', async () => {
    const reports: unknown[] = []
    const { handle, list } = open({ identity: () => Promise.reject(new Error('away')), report: error => reports.push(error) })
    assert.equal((await list('ann-1')).status, 503)
    assert.equal((await handle(post(newIssue(), { 'earshot-identity': 'ann-1' }))).status, 503)
    assert.equal((await handle(post(newIssue()))).status, 201)
    assert.equal(reports.length, 2)
  })
})
