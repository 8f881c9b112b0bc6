import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { describeIssue, labelsOf } from '../../../src/receiver/forwarding/describe-issue.ts'
import type { Noted } from '../../../src/receiver/forwarding/find-content.ts'
import type { Forwarding } from '../../../src/receiver/forwarding/forwarder.ts'
import type { InboxForward } from '../../../src/receiver/store-inbox-forwards.ts'
import { onEachDatabase } from '../databases.ts'
import { openInbox } from '../open-inbox.ts'
import { newIssue } from '../requests.ts'
import { fakeForwarder, refusal } from './fake-forwarder.ts'

onEachDatabase('what looks like spam, passed on', query => {
  function open(rules?: Forwarding['rules'], also: () => string[] = () => []) {
    const [tracker, ditch] = [fakeForwarder(), fakeForwarder()]
    const forwarding: Forwarding = { to: { tracker: tracker.forwarder, ditch: ditch.forwarder }, rules: rules ?? [{ to: 'tracker' }] }
    return { ...openInbox(query, {}, { forwarding, spam: { also: async () => also() } }), tracker, ditch }
  }
  const labelled = ({ tracker }: ReturnType<typeof open>) => tracker.sent.map(({ issue }) => (issue as Noted).suspicions)
  const relabel = (inbox: ReturnType<typeof open>, id: string, suspicions: string[] | null) => inbox.ask(`/issues/${id}`, 'PATCH', { suspicions })
  const apart: Forwarding['rules'] = [{ to: 'tracker', suspicious: false }, { to: 'ditch', suspicious: true }]

  it('goes where everything goes, and says so, by the receiver’s word alone', async () => {
    const inbox = open(undefined, () => ['casino'])
    const { issue } = await inbox.send()
    assert.deepEqual(await inbox.receiver.forward(), { done: 1, failed: 0 })
    assert.deepEqual(inbox.tracker.sent[0]!.issue, { ...issue, suspicions: ['casino'] })
    const honest = open()
    await honest.send({ suspicions: ['trap'], goneFiles: [{ name: 'x' }] } as object)
    await honest.receiver.forward()
    assert.deepEqual(Object.keys(honest.tracker.sent[0]!.issue).filter(key => ['suspicions', 'goneFiles'].includes(key)), [])
  })

  it('goes elsewhere where a rule says so, with what follows it', async () => {
    let codes: string[] = []
    const inbox = open(apart, () => codes)
    const good = await inbox.send()
    codes = ['casino']
    const bad = await inbox.send()
    await inbox.say(bad, { id: 'more', text: 'Win!' })
    await inbox.receiver.forward()
    assert.deepEqual([inbox.tracker.ids(), inbox.ditch.ids(), inbox.ditch.replies.length], [[good.id], [bad.id], 1])
  })

  it('goes where it belongs once staff say that it is none, and shows nothing waiting before', async () => {
    const inbox = open(apart, () => ['casino'])
    const { id } = await inbox.send()
    await inbox.receiver.forward()
    const shown = async () => (await inbox.read<{ forwards: InboxForward[]; counts: object }>('/forwards'))
    assert.deepEqual(((await shown()).forwards).map(({ forwarder }) => forwarder), ['ditch'])
    assert.deepEqual((await shown()).counts, { ditch: { done: 1 } })
    assert.equal((await relabel(inbox, id, null)).status, 200)
    assert.deepEqual(await inbox.receiver.forward(), { done: 1, failed: 0 })
    assert.deepEqual([inbox.tracker.ids(), labelled(inbox)], [[id], [undefined]])
  })

  it('says the same in each attempt, whatever staff said meanwhile', async () => {
    const inbox = open(undefined, () => ['casino'])
    inbox.tracker.failures.push(refusal({ retry: 'later' }))
    const { id } = await inbox.send()
    await inbox.receiver.forward()
    await relabel(inbox, id, null)
    inbox.clock.pass(1)
    await inbox.receiver.forward()
    assert.deepEqual(labelled(inbox), [['casino'], ['casino']])
  })

  it('waits half a minute for a device that owes a proof, and no longer', async () => {
    const { forwarder, sent } = fakeForwarder()
    const { receiver, send, clock } = openInbox(query, {}, { forwarding: { to: { tracker: forwarder } }, spam: { proof: { cost: 1 } } })
    await send({ journey: { from: 'https://shop.example/', searches: [], articles: [] } } as object)
    assert.deepEqual(await receiver.forward(), { done: 0, failed: 0 })
    clock.pass(29 / 3_600)
    assert.deepEqual(await receiver.forward(), { done: 0, failed: 0 })
    clock.pass(1 / 3_600)
    assert.deepEqual(await receiver.forward(), { done: 1, failed: 0 })
    assert.deepEqual((sent[0]!.issue as Noted).suspicions, ['no-proof'])
  })
})

describe('an issue that may be spam, in words', () => {
  const issue = { ...newIssue({ summary: 'It whistles' }), suspicions: ['trap', 'casino'] }

  it('says so in the title and before everything else, and why', () => {
    const { title, parts: [first] } = describeIssue(issue)
    assert.deepEqual([title, first], ['May be spam: It whistles', { label: 'May be spam', text: 'A field that people do not see was filled in\ncasino' }])
    assert.equal(describeIssue(newIssue({ summary: 'It whistles' })).title, 'It whistles')
  })

  it('has a label of its own beside the owner’s', () => {
    assert.deepEqual([labelsOf(issue, ['web']), labelsOf(issue), labelsOf(newIssue(), ['web']), labelsOf(newIssue(), [])], [['web', 'may-be-spam'], ['may-be-spam'], ['web'], undefined])
  })
})
