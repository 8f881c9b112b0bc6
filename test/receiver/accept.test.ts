import assert from 'node:assert/strict'
import { it } from 'node:test'
import { seal } from '../../src/core/issue/seal.ts'
import { createReceiver } from '../../src/receiver/receiver.ts'
import type { ReceiverOptions } from '../../src/receiver/settings.ts'
import { hostileStrings } from '../core/issue/hostile-strings.ts'
import { onEachDatabase } from './databases.ts'
import { openReceiver } from './open-receiver.ts'
import { newIssue, post, receiptOf } from './requests.ts'

onEachDatabase('taking an issue in', query => {
  const open = (options: Partial<ReceiverOptions> = {}) => openReceiver(query, options)

  it('takes an issue and answers with a receipt that names it', async () => {
    const { handle } = open({ owner: { name: 'Maria' }, answersWithin: 24, next: 'Call us.' })
    const issue = newIssue()
    const response = await handle(post(issue))
    assert.equal(response.status, 201)
    assert.equal(response.headers.get('location'), `/issues/${issue.id}`)
    assert.equal(response.headers.get('cache-control'), 'no-store')
    const { reference, token, ...receipt } = await receiptOf(response)
    assert.match(reference, /^E-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{2}$/)
    assert.match(token!, /^[\w-]{43}$/)
    assert.deepEqual(receipt, {
      id: issue.id, owner: { name: 'Maria' }, expectBy: '2026-11-22T10:00:00.000Z', next: 'Call us.', acceptedAt: '2026-11-21T10:00:00.000Z',
    })
  })

  it('gives the same receipt with 200 when the same issue comes again', async () => {
    const { handle, rows } = open()
    const issue = newIssue()
    const first = await receiptOf(await handle(post(issue)))
    const again = await handle(post(issue))
    assert.equal(again.status, 200)
    assert.deepEqual(await receiptOf(again), first)
    assert.equal((await rows('id')).length, 1)
  })

  it('gives the same receipt after a restart with other settings', async () => {
    const { handle, site } = open({ owner: { name: 'Maria' } })
    const issue = newIssue()
    const first = await receiptOf(await handle(post(issue)))
    const restarted = createReceiver({ query, site, owner: { name: 'Ben' } })
    assert.deepEqual(await receiptOf(await restarted.handle(post(issue))), first)
  })

  it('refuses another body under the same key', async () => {
    const { handle, rows } = open()
    const issue = newIssue()
    await handle(post(issue))
    const response = await handle(post({ ...issue, story: 'Edited' }))
    assert.equal(response.status, 422)
    assert.equal(response.headers.get('content-type'), 'application/problem+json')
    assert.deepEqual((await rows("body->>'story' as story")).map(row => row['story']), [issue.story])
  })

  it('takes names of any length: what is too long for an index is in none', async () => {
    const { handle, rows } = open()
    const long = Array.from({ length: 200 }, () => crypto.randomUUID()).join(' ')
    const issue = newIssue({ topic: long, audience: long, form: long, observations: [{ text: 'An aside', topic: long, audience: long }] })
    assert.equal((await handle(post(issue))).status, 201)
    assert.deepEqual(await rows('topic, audience'), [{ topic: long, audience: long }])
  })

  it('takes the same id on two sites', async () => {
    const issue = newIssue()
    assert.equal((await open().handle(post(issue))).status, 201)
    assert.equal((await open().handle(post({ ...issue, story: 'Of another site' }))).status, 201)
  })

  it('stores one issue when the same key comes twenty times at once', async () => {
    const { handle, rows } = open()
    const issue = newIssue({ observations: [{ text: 'late', topic: 'delivery' }] })
    const responses = await Promise.all(Array.from({ length: 20 }, () => handle(post(issue))))
    const statuses = responses.map(response => response.status)
    assert.equal(statuses.filter(status => status === 201).length, 1, statuses.join())
    assert.ok(statuses.every(status => [200, 201, 409].includes(status)), statuses.join())
    assert.ok(responses.filter(response => response.status === 409).every(response => Number(response.headers.get('retry-after')) >= 1))
    assert.equal((await rows('id')).length, 1)
    assert.equal((await rows('text', 'observations')).length, 1)
  })

  it('stores one issue when several processes take the same key at once', async () => {
    const { rows, site } = open()
    const issue = newIssue()
    const responses = await Promise.all(Array.from({ length: 10 }, () => createReceiver({ query, site }).handle(post(issue))))
    const receipts = await Promise.all(responses.map(receiptOf))
    assert.deepEqual(responses.map(response => response.status).sort(), [...Array<number>(9).fill(200), 201])
    assert.equal(new Set(receipts.map(receipt => JSON.stringify(receipt))).size, 1)
    assert.equal((await rows('id')).length, 1)
  })

  it('says 409 while the key is in progress, and takes it afterwards', async () => {
    let release = () => {}
    const gate = new Promise<void>(resolve => { release = resolve })
    let reached = () => {}
    const waiting = new Promise<void>(resolve => { reached = resolve })
    const { handle } = open({
      query: async (text, values) => {
        if (text.includes('insert into issues')) {
          reached()
          await gate
        }
        return query(text, values)
      },
    })
    const issue = newIssue()
    const first = handle(post(issue))
    await waiting
    assert.equal((await handle(post(issue))).status, 409)
    release()
    assert.equal((await first).status, 201)
    assert.equal((await handle(post(issue))).status, 200)
  })

  it('finds another reference when one is taken', async () => {
    let draws = 0
    const { handle } = open({ secret: 's', random: bytes => bytes.fill(++draws < 3 ? 1 : 2) })
    const first = await receiptOf(await handle(post(newIssue())))
    const second = await receiptOf(await handle(post(newIssue())))
    assert.deepEqual([first.reference, second.reference], ['E-3333-33', 'E-4444-44'])
  })

  it('keeps the body byte for byte, and beside it as data', async () => {
    const { handle, rows } = open()
    for (const text of [...hostileStrings, '\u0000 and \ud800']) {
      const issue = newIssue({ story: 'x' })
      const body = JSON.stringify({ ...issue, later: { text, absent: null } }, null, 1)
      const response = await handle(post(body, {}, issue.id))
      assert.equal(response.status, 201, JSON.stringify(text))
      const [row] = await rows("raw, body->'later'->'text' as text", 'issues', `id = '${issue.id}'`)
      assert.equal(row!['raw'], body)
      assert.equal(row!['text'], text.replace('\0', '\ufffd').replace('\ud800', '\ufffd'))
    }
  })

  it('keeps only a hash of the token', async () => {
    const { handle, rows } = open()
    const { token } = await receiptOf(await handle(post(newIssue())))
    assert.doesNotMatch(JSON.stringify(await rows('*')), new RegExp(token!))
  })

  it('keeps observations with their topics', async () => {
    const { handle, rows } = open()
    await handle(post(newIssue({ observations: [{ text: 'late', topic: 'delivery' }, { text: 'kind driver' }] })))
    assert.deepEqual(await rows('text, topic', 'observations'), [{ text: 'late', topic: 'delivery' }, { text: 'kind driver', topic: null }])
  })

  it('asks whether the identity is true', async () => {
    const { handle, rows } = open({ identity: async token => (token === 'good' ? { sub: 'ann' } : undefined) })
    assert.equal((await handle(post(newIssue(), { 'earshot-identity': 'bad' }))).status, 401)
    assert.equal((await handle(post(newIssue(), { 'earshot-identity': 'good' }))).status, 201)
    assert.equal((await handle(post(newIssue()))).status, 201)
    assert.deepEqual((await rows('verified')).map(row => row['verified']), [{ sub: 'ann' }, null])
  })

  it('takes what seal makes of hostile drafts', async () => {
    const { handle } = open()
    for (const text of hostileStrings) {
      const observations = [{ text: `.${text}`, topic: text }]
      const issue = seal({ kind: 'problem', story: text, topic: text, answers: { [text]: text }, contact: { name: text }, observations })
      assert.equal((await handle(post(issue))).status, 201, JSON.stringify(text))
    }
  })
})
