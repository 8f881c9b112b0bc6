import { expect } from '@open-wc/testing'
import type { Issue } from '../../../src/core/issue/issue.ts'
import { asText } from '../../../src/core/transports/describe.ts'
import { zendesk, type ZendeskOptions } from '../../../src/core/transports/zendesk.ts'
import { transportPromises } from '../../../src/testing/transport-kit.ts'
import { issue as plain, json, refusalOf, signal } from './fixtures.ts'
import { recorded, saidIn, serviceSetup } from './service-setup.ts'

const made = () => json({ request: { id: 33, status: 'new', subject: 'It whistles', url: 'https://acme.zendesk.com/api/v2/requests/33.json' } }, 201)
const issue: Issue = { ...plain, contact: { name: 'Ada', email: 'ada@mail.example' }, answers: { order: 'A7' } }

const wired = (options: ZendeskOptions = {}, ...answers: (() => Response)[]) =>
  recorded(fetch => zendesk('acme', { fetch, ...options }), ...(answers.length > 0 ? answers : [made]))
const send = ({ transport }: ReturnType<typeof wired>, what = issue) => transport.send(what, [], { signal: signal() })
const asked = async ({ seen }: ReturnType<typeof wired>) => JSON.parse(await seen[0]!.text()) as { request: Record<string, unknown> }

describe('a request to Zendesk', () => {
  it('is posted as somebody who is not signed in, and answered with the ticket’s number', async () => {
    const line = wired()
    const receipt = await send(line)
    expect([receipt.id, receipt.reference]).to.deep.equal([issue.id, '33'])
    const [{ url, method, headers }] = line.seen as [(typeof line.seen)[0] & object]
    expect([url.href, method]).to.deep.equal(['https://acme.zendesk.com/api/v2/requests.json', 'POST'])
    expect([...headers]).to.deep.equal([['accept', 'application/json'], ['content-type', 'application/json']])
    expect(await asked(line)).to.deep.equal({
      request: { requester: { name: 'Ada', email: 'ada@mail.example' }, subject: 'It whistles', comment: { body: asText(issue) } },
    })
  })

  it('carries the owner’s own fields and form', async () => {
    const line = wired({ customFields: { 360000123: 'answers.order', 360000124: 'answers.none' }, request: { ticket_form_id: 360000456, subject: 'ours wins' } })
    await send(line)
    const { request } = await asked(line)
    expect(request.custom_fields).to.deep.equal([{ id: 360000123, value: 'A7' }])
    expect([request.ticket_form_id, request.subject]).to.deep.equal([360000456, 'It whistles'])
  })

  it('has a name for the requester also where the customer gave none', async () => {
    for (const [contact, options, requester] of [
      [{ email: 'ada@mail.example' }, {}, { name: 'ada@mail.example', email: 'ada@mail.example' }],
      [{}, {}, { name: 'Anonymous' }],
      [{}, { anonymous: 'Jemand' }, { name: 'Jemand' }],
    ] as const) {
      const line = wired(options)
      await send(line, { ...issue, contact })
      expect((await asked(line)).request.requester).to.deep.equal(requester)
    }
  })

  it('with files is refused, not sent without them', async () => {
    const line = wired()
    const { code, retry } = await refusalOf(send(line, { ...issue, attachments: [{ id: 'a', name: 'a.png', type: 'image/png', size: 3 }] }))
    expect([code, retry, line.seen.length, line.transport.files]).to.deep.equal(['transport/no-files', 'never', 0, false])
  })
})

describe('what Zendesk answers', () => {
  for (const [what, answer] of Object.entries({
    'a page': () => new Response('<h1>Log in</h1>', { headers: { 'Content-Type': 'text/html' } }), 'nothing': () => new Response(''),
    'no number': () => json({ request: { status: 'new' } }, 201), 'something else': () => json({ tickets: [] }), 'a list': () => json([{ id: 1 }]),
  }))
    it(`is no receipt where it is ${what}`, async () => {
      const { code, retry } = await refusalOf(send(wired({}, answer)))
      expect([code, retry]).to.deep.equal(['transport/not-a-receipt', 'later'])
    })

  it('as it refuses what is not valid: in the words of the field, never', async () => {
    const said = {
      error: 'RecordInvalid', description: 'Record validation errors',
      details: { base: [{ description: 'Subject: cannot be blank', error: 'BlankValue', field_key: 'subject' }] },
    }
    const { code, retry, status, detail } = await refusalOf(send(wired({}, () => json(said, 422))))
    expect([code, retry, status, detail]).to.deep.equal(['transport/refused', 'never', 422, 'Subject: cannot be blank'])
  })

  it('as it refuses otherwise: whatever words there are', async () => {
    for (const [said, words] of [
      [{ error: 'RecordInvalid', description: 'Record validation errors' }, 'Record validation errors'],
      [{ error: { title: 'Forbidden', message: 'You do not have access to this page.' } }, 'You do not have access to this page.'],
      [{ error: 'Couldn\'t authenticate you' }, 'Couldn\'t authenticate you'],
      [{ error: 7, details: 'x' }, undefined],
    ] as const) {
      const { code, retry, detail } = await refusalOf(send(wired({}, () => json(said, 403))))
      expect([code, retry, detail]).to.deep.equal(['transport/unauthorized', 'later', words])
    }
  })

  it('when it is busy says how long to wait, where a page may see that', async () => {
    const { retry, afterMs } = await refusalOf(send(wired({}, () => json({ error: 'APIRateLimitExceeded' }, 429, { 'Retry-After': '93' }))))
    expect([retry, afterMs]).to.deep.equal(['later', 93_000])
    const hidden = () => { throw new TypeError('Failed to fetch') }
    expect((await refusalOf(send(wired({}, hidden)))).retry).to.equal('later')
  })
})

describe('Zendesk that is set up wrongly', () => {
  for (const subdomain of ['', 'acme.zendesk.com', 'acme.evil', 'a/b', 'https://acme.zendesk.com', '-acme', 'user@acme'])
    it(`says so at once: the subdomain "${subdomain}"`, () => {
      expect(() => zendesk(subdomain)).to.throw().with.property('code', 'transport/no-endpoint')
    })
  for (const options of [{ customFields: { order: 'answers.order' } }, { customFields: { 1: 7 } }, { customFields: [] }, { request: [] }, { anonymous: ' ' }])
    it(`says so at once: ${JSON.stringify(options)}`, () => {
      expect(() => zendesk('acme', options as ZendeskOptions)).to.throw().with.property('code', 'transport/wrong-option')
    })
})

describe('the transport kit, run on Zendesk', () => {
  const setup = () =>
    serviceSetup(fetch => zendesk('acme', { fetch }), {
      keep: async asked => {
        const { request } = JSON.parse(await asked.text()) as { request: { comment: { body: string } } }
        return { story: saidIn(request.comment.body), files: [] }
      },
      taken: (_, count) => json({ request: { id: count } }, 201),
      refused: () => json({ error: 'RecordInvalid', description: 'Record validation errors' }, 422),
    })
  for (const { title, run } of transportPromises(setup, { without: ['again'] })) it(title, run)
})
