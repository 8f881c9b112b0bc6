import assert from 'node:assert/strict'
import { it } from 'node:test'
import { createInbox } from '../../../src/receiver/inbox.ts'
import { earshot, type EarshotOptions } from '../../../src/receiver/forwarders/earshot.ts'
import { transportPromises } from '../../../src/testing/transport-kit.ts'
import { onEachDatabase } from '../databases.ts'
import { openReceiver } from '../open-receiver.ts'
import { receiverSetup } from '../receiver-setup.ts'
import { endpoint, newIssue } from '../requests.ts'

const now = () => ({ signal: new AbortController().signal })

onEachDatabase('another receiver', query => {
  const other = (more: Partial<EarshotOptions> = {}) => {
    const receiver = openReceiver(query)
    const heard: Headers[] = []
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const request = new Request(input, init)
      heard.push(request.headers)
      return receiver.handle(request)
    }
    return { ...receiver, heard, forwarder: earshot({ endpoint, fetch, ...more }) }
  }

  const secret = 'geheim-7'
  const make = () => receiverSetup(query, fetch => earshot({ endpoint, fetch, headers: { 'x-gateway': secret } }), secret)
  for (const { title, run } of transportPromises(make)) it(title, run)

  it('gets the issue with the key it has, and nothing of what proved here who the customer is', async () => {
    const { forwarder, rows, heard } = other({ headers: { 'x-gateway': 'ours' } })
    const issue = { ...newIssue(), identity: { token: 'the-customers-token' } }
    const receipt = await forwarder.send(issue, [], now())
    const [row] = await rows('id, reference, raw')
    assert.deepEqual([row!['id'], row!['reference']], [issue.id, receipt.reference])
    assert.doesNotMatch(String(row!['raw']) + JSON.stringify(heard.map(headers => [...headers])), /the-customers-token/)
    assert.equal(heard[0]!.get('x-gateway'), 'ours')
    assert.equal(issue.identity.token, 'the-customers-token')
  })

  it('answers in a thread that the receipt opens, and hears what the customer says then', async () => {
    const { forwarder, site } = other()
    const issue = newIssue()
    // As it comes back from the table of jobs.
    const receipt = JSON.parse(JSON.stringify(await forwarder.send(issue, [], now()))) as Awaited<ReturnType<typeof forwarder.send>>
    const inbox = createInbox({ query, site, authorize: () => true })
    const answer = await inbox.handle(new Request(`https://desk.example/inbox/issues/${issue.id}/messages`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ text: 'A new one is on its way.', author: { name: 'Ben' } }),
    }))
    assert.equal(answer.status, 201)
    await forwarder.reply!(receipt, { id: 'm1', at: issue.createdAt, from: 'customer', text: 'Thank you.' }, now())
    const { messages } = await forwarder.thread!(receipt, now())
    assert.deepEqual(messages.map(({ from, text }) => [from, text]), [['staff', 'A new one is on its way.'], ['customer', 'Thank you.']])
  })

  it('keeps one case where the steps of it were proven here', async () => {
    const { forwarder } = other()
    const first = newIssue()
    const receipt = await forwarder.send(first, [], now())
    const next = newIssue({ escalation: { of: first.id, rung: 'lead', level: 2 } })
    const second = await forwarder.send(next, [], { ...now(), earlier: [receipt] })
    assert.equal((await forwarder.thread!(second, now())).level, 2)
    assert.equal((await forwarder.thread!(receipt, now())).continuedBy?.id, next.id)
  })

  it('has an absolute address, or is not made', () => {
    for (const wrong of ['', '/issues', 'ftp://a.example']) assert.throws(() => earshot({ endpoint: wrong }), { code: 'transport/wrong-option' })
  })
})
