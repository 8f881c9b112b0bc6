import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { startDemo, type Demo } from '../../demo/start.ts'
import type { Receipt } from '../../src/core/issue/receipt.ts'
import type { Thread } from '../../src/core/issue/thread.ts'
import { rawRequest } from './raw-request.ts'

const issue = {
  version: 1, id: '0193-demo-issue-0001', createdAt: '2026-11-21T10:00:00.000Z', kind: 'problem', form: 'problem', topic: 'payment',
  summary: 'The postcode is refused', story: 'It says five digits, and there are five.', observations: [{ text: 'The box was too large.', topic: 'delivery' }],
}

describe('the inbox of the demonstration', () => {
  let demo: Demo
  let receipt: Receipt
  before(async () => {
    demo = await startDemo()
    const answer = await fetch(`${demo.url}/issues`, {
      method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': issue.id }, body: JSON.stringify(issue),
    })
    assert.equal(answer.status, 201)
    receipt = await answer.json() as Receipt
  })
  after(() => demo.close())

  const list = async (query = '') => (await (await fetch(`${demo.url}/inbox/api/issues${query}`)).json() as { issues: { id: string; reference: string }[] }).issues

  it('shows what was sent to the receiver, by its topic and by the topic of a side remark', async () => {
    assert.deepEqual((await list()).map(({ id, reference }) => [id, reference]), [[issue.id, receipt.reference]])
    assert.deepEqual((await list('?order=promise')).map(({ id }) => id), [issue.id])
    assert.equal((await list('?topic=delivery')).length, 1)
    assert.equal((await list('?topic=care')).length, 0)
  })

  it('carries an answer from staff to the customer’s thread', async () => {
    const sent = await fetch(`${demo.url}/inbox/api/issues/${issue.id}/messages`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ id: 'answer-1', text: 'It is mended.', author: { name: 'Jonte' } }),
    })
    assert.equal(sent.status, 201)
    const thread = await (await fetch(`${demo.url}/issues/${issue.id}`, { headers: { authorization: `Bearer ${receipt.token}` } })).json() as Thread
    assert.deepEqual(thread.messages.map(({ from, text, author }) => [from, text, author?.name]), [['staff', 'It is mended.', 'Jonte']])
  })

  it('promises by the ladder of the shop’s own pages, in the customer’s language', async () => {
    const { ladder } = await (await fetch(`${demo.url}/earshot.json`)).json() as { ladder: { id: string; name: string }[] }
    assert.equal(receipt.owner?.name, ladder[0]?.name)
    assert.match(receipt.next ?? '', /^If you have heard nothing by then/)
    const ask = async (locale: string, escalation?: object) => {
      const mine = { ...issue, id: `in-${locale}-${escalation ? 'lead' : 'team'}`, environment: { locale }, ...(escalation && { escalation }) }
      const answer = await fetch(`${demo.url}/issues`, {
        method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': mine.id }, body: JSON.stringify(mine),
      })
      return await answer.json() as Receipt
    }
    const german = await ask('de-AT')
    assert.deepEqual([german.owner?.name, german.next?.slice(0, 12)], ['Die Werkstatt', 'Wenn Sie bis'])
    assert.match((await ask('ar')).next ?? '', /^إذا/)
    const lead = await ask('en', { of: issue.id, rung: 'lead', level: 2 })
    assert.equal(lead.owner?.name, 'Marit Sölle')
    assert.ok(Date.parse(lead.expectBy!) > Date.parse(receipt.expectBy!))
  })

  it('has the same people in both languages, and somebody outside when the last of them did not help', async () => {
    const settings = await Promise.all(['', '.de'].map(async name => (await fetch(`${demo.url}/earshot${name}.json`)).json() as Promise<Record<string, { id: string; name: string; to?: string }[]>>))
    const [english, german] = settings.map(({ ladder, outside }) => [ladder?.map(({ name: _, ...rung }) => rung), outside?.length])
    assert.deepEqual(english, german)
    assert.equal(english?.[1], 1)
  })

  it('answers nobody but this machine, under its own name, from its own pages', async () => {
    const port = demo.port
    const ask = async (headers: Record<string, string>) => (await rawRequest(port, '/inbox/api/issues', { headers })).status
    assert.equal(await ask({ host: `127.0.0.1:${port}` }), 200)
    assert.equal(await ask({ host: `localhost:${port}`, origin: `http://localhost:${port}` }), 200)
    assert.equal(await ask({ host: `shop.example:${port}` }), 401)
    assert.equal(await ask({ host: `localhost.shop.example:${port}` }), 401)
    assert.equal(await ask({ host: `127.0.0.1:${port}`, origin: 'https://shop.example' }), 401)
    assert.equal(await ask({ host: `127.0.0.1:${port}`, origin: 'null' }), 401)
  })

  it('has a page where staff write for a customer, with the widget, on a desk of its own and in their name', async () => {
    const page = await fetch(`${demo.url}/inbox/new/`)
    const text = await page.text()
    assert.equal(page.status, 200)
    assert.match(page.headers.get('content-security-policy') ?? '', /trusted-types earshot-lit dompurify$/)
    assert.match(text, /src="\/earshot\.js" data-config="\/inbox\/new\/earshot\.json" data-desk="staff" data-without-launcher/)
    assert.match(text, /<earshot-feedback form="problem" desk="staff"/)
    assert.match(await (await fetch(`${demo.url}/inbox/`)).text(), /<a href="\/inbox\/new\/">Write for a customer<\/a>/)

    const shop = await (await fetch(`${demo.url}/earshot.json`)).json() as Record<string, unknown>
    const settings = async (query = '') => (await fetch(`${demo.url}/inbox/new/earshot.json${query}`)).json() as Promise<Record<string, unknown>>
    const { topics, endpoint, asks, staff } = await settings(`?name=${encodeURIComponent('Marit Sölle')}`)
    assert.deepEqual({ topics, endpoint, asks, staff }, { topics: shop['topics'], endpoint: '/issues', asks: undefined, staff: { name: 'Marit Sölle' } })
    assert.equal((await settings())['staff'], true)
    const moved = await fetch(`${demo.url}/inbox/new`, { redirect: 'manual' })
    assert.deepEqual([moved.status, moved.headers.get('location')], [301, '/inbox/new/'])
  })

  it('lets nobody but this machine write for customers there', async () => {
    for (const path of ['/inbox/new/', '/inbox/new/earshot.json', '/inbox/new/new.js']) {
      assert.equal((await rawRequest(demo.port, path, { headers: { host: `127.0.0.1:${demo.port}` } })).status, 200, path)
      assert.equal((await rawRequest(demo.port, path, { headers: { host: `shop.example:${demo.port}` } })).status, 401, path)
    }
  })

  it('has a page of its own, under a policy without a single Trusted Types policy', async () => {
    const page = await fetch(`${demo.url}/inbox/`)
    assert.match(page.headers.get('content-security-policy') ?? '', /require-trusted-types-for 'script'; img-src 'self'; trusted-types 'none'$/)
    const moved = await fetch(`${demo.url}/inbox`, { redirect: 'manual' })
    assert.deepEqual([moved.status, moved.headers.get('location')], [301, '/inbox/'])
  })
})
