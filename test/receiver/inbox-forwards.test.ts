import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { InboxIssue } from '../../src/receiver/inbox-row.ts'
import type { ForwardCounts, InboxForward } from '../../src/receiver/store-inbox-forwards.ts'
import { onEachDatabase } from './databases.ts'
import { fakeForwarder, refusal } from './forwarding/fake-forwarder.ts'
import { monday, openInbox } from './open-inbox.ts'

interface List { forwards: InboxForward[]; next?: string; counts: ForwardCounts }

onEachDatabase('what is passed on, in the inbox', query => {
  function open() {
    const { forwarder, ...fake } = fakeForwarder()
    return { ...openInbox(query, {}, { forwarding: { to: { github: forwarder } } }), ...fake }
  }
  const opened = async (inbox: ReturnType<typeof open>) => {
    const sent = await inbox.send()
    await inbox.receiver.forward()
    return sent
  }
  const died = (inbox: ReturnType<typeof open>) => {
    inbox.failures.push(refusal({ retry: 'never', status: 410, detail: 'Issues are off' }))
    return opened(inbox)
  }
  const dead = async ({ read }: ReturnType<typeof open>) => (await read<List>('/forwards?status=dead')).forwards

  it('shows where an issue went, and what it is called there', async () => {
    const inbox = open()
    const { id, reference } = await opened(inbox)
    const at = new Date(monday).toISOString()
    const [{ id: job, ...forward }] = (await inbox.read<InboxIssue>(`/issues/${id}`)).forwards as [InboxForward]
    assert.match(job, /^\d+$/)
    assert.deepEqual(forward, {
      issue: id, reference, forwarder: 'github', status: 'done', attempts: 1, createdAt: at, doneAt: at, there: { reference: '#1', url: 'https://tracker.example/1' },
    })
  })

  it('says nothing where nothing is passed on', async () => {
    const { send, read } = openInbox(query)
    const { id } = await send()
    assert.equal((await read<InboxIssue>(`/issues/${id}`)).forwards, undefined)
  })

  it('lists what needs a person, and why', async () => {
    const inbox = open()
    const { id } = await died(inbox)
    await opened(inbox)
    const [forward, ...more] = await dead(inbox)
    assert.deepEqual([forward!.issue, forward!.failure, more], [id, { code: 'transport/failed', status: 410, text: 'It answered 410: Issues are off', at: new Date(monday).toISOString() }, []])
    assert.deepEqual((await inbox.read<List>('/forwards')).counts, { github: { dead: 1, done: 1 } })
  })

  it('tries again what staff want tried again, with what follows it', async () => {
    const inbox = open()
    const sent = await died(inbox)
    await inbox.say(sent, { id: 'more', text: 'And another thing' })
    assert.deepEqual(await inbox.receiver.forward(), { done: 0, failed: 0 })
    const response = await inbox.ask(`/forwards/${(await dead(inbox))[0]!.id}/retry`, 'POST')
    assert.deepEqual([response.status, ((await response.json()) as InboxForward).status], [200, 'waiting'])
    assert.deepEqual(await inbox.receiver.forward(), { done: 2, failed: 0 })
    assert.deepEqual(inbox.sent.map(({ options }) => options.again), [undefined, true])
    assert.deepEqual(inbox.replies.map(({ message }) => message.text), ['And another thing'])
  })

  it('is as patient as at first after that', async () => {
    const { forwarder, failures } = fakeForwarder()
    const inbox = openInbox(query, {}, { forwarding: { to: { github: forwarder }, attempts: 2 } })
    failures.push(...Array.from({ length: 3 }, () => refusal({ retry: 'later' })))
    await inbox.send()
    const round = async () => {
      await inbox.receiver.forward()
      inbox.clock.pass(2)
    }
    await round()
    await round()
    const [job] = (await inbox.read<List>('/forwards?status=dead')).forwards
    await inbox.ask(`/forwards/${job!.id}/retry`, 'POST')
    await round()
    assert.equal((await inbox.read<List>('/forwards')).forwards[0]!.status, 'waiting')
    await round()
    const [{ status, attempts }] = (await inbox.read<List>('/forwards')).forwards as [InboxForward]
    assert.deepEqual([status, attempts], ['done', 4])
  })

  it('gives up what staff give up, with what follows it, until they think again', async () => {
    const inbox = open()
    const sent = await died(inbox)
    await inbox.say(sent, { id: 'more', text: 'And another thing' })
    const [job] = await dead(inbox)
    await inbox.ask(`/forwards/${job!.id}/give-up`, 'POST')
    assert.deepEqual(await dead(inbox), [])
    assert.deepEqual((await inbox.read<List>('/forwards')).counts, { github: { 'given-up': 2 } })
    await inbox.say(sent, { id: 'most', text: 'And another' })
    assert.equal((await inbox.read<List>('/forwards')).forwards.length, 2)
    await inbox.ask(`/forwards/${job!.id}/retry`, 'POST')
    assert.deepEqual(await inbox.receiver.forward(), { done: 2, failed: 0 })
  })

  it('can be given to another one, with what follows it: where the first is no longer there, too', async () => {
    const inbox = open()
    const sent = await died(inbox)
    await inbox.say(sent, { id: 'more', text: 'And another thing' })
    const tracker = fakeForwarder()
    const later = openInbox(query, {}, { site: inbox.site, forwarding: { to: { tracker: tracker.forwarder } } }).receiver
    assert.deepEqual(await later.forward(), { done: 0, failed: 0 })
    const [job] = await dead(inbox)
    const { status, forwarder, failure } = (await (await inbox.ask(`/forwards/${job!.id}/hand-over`, 'POST', { to: 'tracker' })).json()) as InboxForward
    assert.deepEqual([status, forwarder, failure], ['waiting', 'tracker', undefined])
    assert.deepEqual(await later.forward(), { done: 2, failed: 0 })
    assert.deepEqual([tracker.ids(), tracker.replies.map(({ message }) => message.text)], [[sent.id], ['And another thing']])
    assert.deepEqual((await inbox.read<List>('/forwards')).counts, { tracker: { done: 2 } })
  })

  it('is given to nobody who has it, nor when it has arrived, is on its way, or is only a message', async () => {
    const [github, slack] = [fakeForwarder(), fakeForwarder()]
    const inbox = openInbox(query, {}, { forwarding: { to: { github: github.forwarder, slack: slack.forwarder }, rules: [{ to: 'github' }] } })
    const status = async (id: string, to: unknown) => (await inbox.ask(`/forwards/${id}/hand-over`, 'POST', { to })).status
    const jobs = async () => (await inbox.read<List>('/forwards')).forwards.reverse()
    const sent = await inbox.send()
    await inbox.say(sent, { id: 'more', text: 'And another thing' })
    const [issue, message] = await jobs()
    for (const to of [undefined, '', 'a b', 7]) assert.equal(await status(issue!.id, to), 422)
    assert.equal(await status(message!.id, 'slack'), 422)
    await query(`update forwards set claimed_until = now() + interval '1 minute' where seq = $1::text::bigint`, [issue!.id])
    assert.equal(await status(issue!.id, 'slack'), 422)
    await query(`update forwards set claimed_until = null where seq = $1::text::bigint`, [issue!.id])
    await inbox.receiver.forward()
    assert.equal(await status(issue!.id, 'slack'), 422)
    for (const id of ['x', '0']) assert.equal(await status(id, 'slack'), 404)
    assert.deepEqual((await jobs()).map(({ forwarder, status }) => [forwarder, status]), [['github', 'done'], ['github', 'done']])
  })

  it('leaves what has arrived as it is', async () => {
    const inbox = open()
    await opened(inbox)
    const [job] = (await inbox.read<List>('/forwards')).forwards
    for (const verb of ['retry', 'give-up']) assert.deepEqual(await (await inbox.ask(`/forwards/${job!.id}/${verb}`, 'POST')).json(), job)
  })

  it('goes on page by page', async () => {
    const inbox = open()
    for (let index = 0; index < 3; index++) await opened(inbox)
    const first = await inbox.read<List>('/forwards?limit=2&forwarder=github')
    const rest = await inbox.read<List>(`/forwards?limit=2&before=${first.next}`)
    assert.deepEqual([...first.forwards, ...rest.forwards].map(({ there }) => there!.reference), ['#3', '#2', '#1'])
    assert.equal(rest.next, undefined)
  })

  it('refuses what it cannot read, and keeps sites apart', async () => {
    const [mine, other] = [open(), open()]
    await died(mine)
    const [job] = await dead(mine)
    for (const query of ['status=lost', 'before=x', 'limit=0']) assert.equal((await mine.ask(`/forwards?${query}`)).status, 400, query)
    for (const id of [job!.id, 'x', '0']) assert.equal((await other.ask(`/forwards/${id}/retry`, 'POST')).status, 404, id)
    assert.equal((await dead(mine)).length, 1)
  })
})
