import { expect } from '@open-wc/testing'
import type { Issue } from '../../../src/core/issue/issue.ts'
import { asText } from '../../../src/core/transports/describe.ts'
import { hubspot, type HubspotOptions } from '../../../src/core/transports/hubspot.ts'
import { transportPromises } from '../../../src/testing/transport-kit.ts'
import { issue as plain, json, refusalOf, signal } from './fixtures.ts'
import { recorded, saidIn, serviceSetup } from './service-setup.ts'

const form = '78c2891f-ebdd-44c0-bd94-15c012bbbfbf'
const taken = () => json({ inlineMessage: '<p>Thanks for submitting the form.</p>' })
const issue: Issue = {
  ...plain, contact: { name: 'Ada', email: 'ada@mail.example' }, answers: { order: 'A7' }, subject: { url: 'https://shop.example/cart', title: 'Cart' },
}

const wired = (options: HubspotOptions = {}, ...answers: (() => Response)[]) =>
  recorded(fetch => hubspot(62515, form, { fetch, ...options }), ...(answers.length > 0 ? answers : [taken]))
const send = ({ transport }: ReturnType<typeof wired>, what = issue) => transport.send(what, [], { signal: signal() })
const asked = async ({ seen }: ReturnType<typeof wired>) => JSON.parse(await seen[0]!.text()) as Record<string, unknown>

const refusing = (message: string, errorType: string) => () =>
  json({ status: 'error', message: 'The request is not valid', correlationId: '01a0e8fb', errors: [{ message, errorType }] }, 400)

describe('a submission to a HubSpot form', () => {
  it('is posted to the form with its fields and the page', async () => {
    const line = wired()
    const receipt = await send(line)
    expect([receipt.id, receipt.reference]).to.deep.equal([issue.id, issue.id])
    const [{ url, method, headers }] = line.seen as [(typeof line.seen)[0] & object]
    expect([url.href, method]).to.deep.equal([`https://api.hsforms.com/submissions/v3/integration/submit/62515/${form}`, 'POST'])
    expect([...headers]).to.deep.equal([['accept', 'application/json'], ['content-type', 'application/json']])
    expect(await asked(line)).to.deep.equal({
      fields: [
        { objectTypeId: '0-1', name: 'email', value: 'ada@mail.example' },
        { objectTypeId: '0-1', name: 'firstname', value: 'Ada' },
        { objectTypeId: '0-1', name: 'message', value: asText(issue) },
      ],
      context: { pageUri: 'https://shop.example/cart', pageName: 'Cart' },
    })
  })

  it('carries the owner’s own fields, also of a ticket, what was agreed to, and more of the context', async () => {
    const legalConsentOptions = { consent: { consentToProcess: true, text: 'I agree' } }
    const line = wired({ fields: { '0-5/content': '$text', order: 'answers.order' }, legalConsentOptions, context: () => ({ hutk: 'cookie' }) })
    await send(line)
    const { fields, context, ...rest } = await asked(line)
    expect(fields).to.deep.equal([{ objectTypeId: '0-5', name: 'content', value: asText(issue) }, { objectTypeId: '0-1', name: 'order', value: 'A7' }])
    expect(context).to.deep.equal({ pageUri: 'https://shop.example/cart', pageName: 'Cart', hutk: 'cookie' })
    expect(rest).to.deep.equal({ legalConsentOptions })
  })

  it('with files is refused, not sent without them', async () => {
    const line = wired()
    const { code, retry } = await refusalOf(send(line, { ...issue, attachments: [{ id: 'a', name: 'a.png', type: 'image/png', size: 3 }] }))
    expect([code, retry, line.seen.length, line.transport.files]).to.deep.equal(['transport/no-files', 'never', 0, false])
  })
})

describe('what HubSpot answers', () => {
  it('counts with either of its own fields, and with neither', async () => {
    for (const said of [{ redirectUri: 'https://shop.example/thanks' }, { inlineMessage: '' }, {}]) expect((await send(wired({}, () => json(said)))).id).to.equal(issue.id)
  })

  for (const [what, answer] of Object.entries({
    'a page': () => new Response('<h1>Log in</h1>', { headers: { 'Content-Type': 'text/html' } }), 'nothing': () => new Response(null, { status: 204 }), 'a list': () => json([]),
  }))
    it(`is no receipt where it is ${what}`, async () => {
      const { code, retry } = await refusalOf(send(wired({}, answer)))
      expect([code, retry]).to.deep.equal(['transport/not-a-receipt', 'later'])
    })

  it('as it refuses an address: never, and where in the issue', async () => {
    const { code, retry, status, detail, pointer } = await refusalOf(send(wired({}, refusing('Error in \'fields.email\'. Invalid email address', 'INVALID_EMAIL'))))
    expect({ code, retry, status, detail, pointer }).to.deep.equal({
      code: 'transport/refused', retry: 'never', status: 400, detail: 'Error in \'fields.email\'. Invalid email address', pointer: '/contact/email',
    })
  })

  it('as it refuses what is too long: never', async () => {
    const { code, retry, pointer } = await refusalOf(send(wired({}, refusing('Error in \'fields.message\'. Input too large', 'INPUT_TOO_LARGE'))))
    expect([code, retry, pointer]).to.deep.equal(['transport/too-large', 'never', undefined])
  })

  it('asking for a field: never where the customer could fill it, later where nobody does', async () => {
    const { retry } = await refusalOf(send(wired({}, refusing('Error in \'fields.email\'. Required field \'email\' is missing', 'REQUIRED_FIELD'))))
    expect(retry).to.equal('never')
    for (const name of ['company', 'constructor']) {
      const error = await refusalOf(send(wired({}, refusing(`Error in 'fields.${name}'. Required field '${name}' is missing`, 'REQUIRED_FIELD'))))
      expect([error.code, error.retry, error.pointer]).to.deep.equal(['transport/failed', 'later', undefined])
    }
  })

  for (const type of ['FORM_HAS_RECAPTCHA_ENABLED', 'FIELD_NOT_IN_FORM_DEFINITION', 'MISSING_PROCESSING_CONSENT', 'OF_TOMORROW'])
    it(`with what only the form’s owner can mend waits: ${type}`, async () => {
      const { code, retry, detail } = await refusalOf(send(wired({}, refusing('No', type))))
      expect([code, retry, detail]).to.deep.equal(['transport/failed', 'later', 'No'])
    })

  it('an error in a 200 is one', async () => {
    const { retry, detail } = await refusalOf(send(wired({}, () => json({ status: 'error', message: 'Unknown form' }))))
    expect([retry, detail]).to.deep.equal(['later', 'Unknown form'])
  })

  it('over its limit says when to come back; with a page, at all', async () => {
    const { code, retry, afterMs } = await refusalOf(send(wired({}, () => json({ status: 'error', message: 'Rate limit' }, 429, { 'Retry-After': '10' }))))
    expect([code, retry, afterMs]).to.deep.equal(['transport/busy', 'later', 10_000])
    expect((await refusalOf(send(wired({}, () => new Response('<h1>502</h1>', { status: 502 }))))).retry).to.equal('later')
  })
})

describe('HubSpot that is set up wrongly', () => {
  const wrong: [string, () => unknown][] = [
    ['an account that is no number', () => hubspot('acme', form)], ['a form that is no GUID', () => hubspot(1, '../secure')],
    ['no field for the words', () => hubspot(1, form, { fields: { email: 'contact.email' } })], ['context', () => hubspot(1, form, { context: {} as never })],
    ['consent', () => hubspot(1, form, { legalConsentOptions: [] as never })],
  ]
  for (const [what, make] of wrong)
    it(`says so at once: ${what}`, () => {
      expect(make).to.throw().with.property('code', 'transport/wrong-option')
    })
  it('says so at once: a host that is none', () => {
    expect(() => hubspot(1, form, { host: 'ftp://api.hsforms.com' })).to.throw().with.property('code', 'transport/no-endpoint')
  })
})

describe('the transport kit, run on HubSpot', () => {
  const setup = () =>
    serviceSetup(fetch => hubspot(62515, form, { fetch }), {
      keep: async asked => {
        const { fields } = JSON.parse(await asked.text()) as { fields: { name: string; value: string }[] }
        return { story: saidIn(fields.find(({ name }) => name === 'message')!.value), files: [] }
      },
      taken,
      refused: refusing('Error in \'fields.email\'. Invalid email address', 'INVALID_EMAIL'),
    })
  for (const { title, run } of transportPromises(setup, { without: ['again'] })) it(title, run)
})
