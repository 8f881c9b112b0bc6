import { expect } from '@open-wc/testing'
import type { Attachment, Issue } from '../../../src/core/issue/issue.ts'
import { asText } from '../../../src/core/transports/describe.ts'
import { graphql, type GraphqlOptions } from '../../../src/core/transports/graphql.ts'
import { transportPromises } from '../../../src/testing/transport-kit.ts'
import { issue as plain, json, refusalOf, signal } from './fixtures.ts'
import { recorded, serviceSetup } from './service-setup.ts'

const endpoint = 'https://api.shop.example/graphql'
const mutation = 'mutation Create($title: String!, $text: String!, $key: ID!) { createTicket(title: $title, text: $text, key: $key) { ticket { key number url } } }'
const issue: Issue = { ...plain, contact: { email: 'ada@mail.example' }, identity: { token: 'secret' } }
const usual: GraphqlOptions = { mutation, variables: { title: '$title', text: '$text', key: 'id' }, receipt: 'createTicket.ticket.number' }
const made = (ticket: unknown = { key: issue.id, number: 33, url: 'https://shop.example/t/33' }) => () => json({ data: { createTicket: { ticket } } })
const failed = (code?: unknown, more = {}) => () =>
  json({ data: { createTicket: null }, errors: [{ message: 'No', path: ['createTicket'], extensions: { code, ...more } }] })

const wired = (options: Partial<GraphqlOptions> = {}, ...answers: (() => Response)[]) =>
  recorded(fetch => graphql(endpoint, { ...usual, fetch, ...options }), ...(answers.length > 0 ? answers : [made()]))
const send = ({ transport }: ReturnType<typeof wired>, what = issue) => transport.send(what, [], { signal: signal() })
const asked = async ({ seen }: ReturnType<typeof wired>) => JSON.parse(await seen[0]!.text()) as { query: string; operationName?: string; variables: Record<string, unknown> }

describe('a mutation', () => {
  it('is posted with its variables under the issue’s key, and its reference read by path', async () => {
    const line = wired({ headers: { 'X-Shop': 'blue' }, operationName: 'Create' })
    const receipt = await send(line)
    expect([receipt.id, receipt.reference]).to.deep.equal([issue.id, '33'])
    const [{ url, method, headers }] = line.seen as [(typeof line.seen)[0] & object]
    expect([url.href, method]).to.deep.equal([endpoint, 'POST'])
    expect([...headers]).to.deep.equal([
      ['accept', 'application/graphql-response+json, application/json'], ['content-type', 'application/json'], ['idempotency-key', issue.id], ['x-shop', 'blue'],
    ])
    expect(await asked(line)).to.deep.equal({
      query: mutation, operationName: 'Create', variables: { title: 'It whistles', text: asText(issue), key: issue.id },
    })
  })

  it('gets its variables from a function, or the whole issue but its token', async () => {
    const line = wired({ variables: ({ id, story }) => ({ input: { id, story } }) })
    await send(line)
    expect((await asked(line)).variables).to.deep.equal({ input: { id: issue.id, story: issue.story } })
    const whole = wired({ variables: { issue: '$issue', email: 'contact.email', none: 'contact.phone', trap: '__proto__.x' } })
    await send(whole)
    const { identity, ...rest } = issue
    expect([(await asked(whole)).variables, identity !== undefined]).to.deep.equal([{ issue: rest, email: 'ada@mail.example' }, true])
  })

  it('goes without a key, or with it in another header', async () => {
    const [none, other] = [wired({ key: false }), wired({ key: 'X-Request-Id' })]
    await send(none)
    await send(other)
    expect([none.seen[0]!.headers.has('Idempotency-Key'), other.seen[0]!.headers.get('X-Request-Id')]).to.deep.equal([false, issue.id])
  })

  it('may leave a second copy, unless the owner says that it does not', () => {
    expect([wired().transport.duplicates, wired({ idempotent: true }).transport.duplicates]).to.deep.equal(['possible', undefined])
  })

  it('with files is refused, not sent without them', async () => {
    const line = wired()
    const { code, retry } = await refusalOf(send(line, { ...issue, attachments: [{ id: 'a', name: 'a.png', type: 'image/png', size: 3 }] }))
    expect([code, retry, line.seen.length, line.transport.files]).to.deep.equal(['transport/no-files', 'never', 0, false])
  })

  it('carries files as a form: the operation, where they belong in it, then each of them', async () => {
    const line = wired({ files: 'files' })
    const file = (name: string): Attachment => ({ id: name, name, type: 'image/png', size: 2, bytes: Uint8Array.of(1, 10).buffer })
    for (let times = 0; times < 2; times++) await line.transport.send(issue, [file('a.png'), file('b.png')], { signal: signal() })
    expect(await line.seen[0]!.text()).to.equal(await line.seen[1]!.text())
    expect(line.seen[0]!.headers.get('Content-Type')).to.match(/^multipart\/form-data; boundary=/)
    const form = await line.seen[0]!.form()
    expect([...form.keys()]).to.deep.equal(['operations', 'map', '0', '1'])
    expect(JSON.parse(form.get('operations') as string)).to.deep.equal({
      query: mutation, variables: { title: 'It whistles', text: asText(issue), key: issue.id, files: [null, null] },
    })
    expect(JSON.parse(form.get('map') as string)).to.deep.equal({ 0: ['variables.files.0'], 1: ['variables.files.1'] })
    expect([(form.get('1') as File).name, ...new Uint8Array(await (form.get('1') as File).arrayBuffer())]).to.deep.equal(['b.png', 1, 10])
    const none = wired({ files: 'files' })
    await send(none)
    expect([(await asked(none)).variables.files, none.transport.files]).to.deep.equal([[], undefined])
  })

  it('bears a fresh token, and asks for another one when that is refused in a 200', async () => {
    let count = 0
    const line = wired({ identity: async () => `t${++count}` }, failed('UNAUTHENTICATED'), made())
    await send(line)
    expect(line.seen.map(({ headers }) => headers.get('Authorization'))).to.deep.equal(['Bearer t1', 'Bearer t2'])
    const gap = wired({ identity: async () => `t${++count}` })
    await send(gap, { ...issue, kind: 'gap' })
    expect([gap.seen[0]!.headers.has('Authorization'), count]).to.deep.equal([false, 2])
  })
})

describe('what a mutation answers', () => {
  it('is a receipt with all that its paths find', async () => {
    const receipt = { id: 'createTicket.ticket.key', reference: 'createTicket.ticket.number', url: 'createTicket.ticket.url', token: 'createTicket.ticket.none' }
    expect({ ...(await send(wired({ receipt }))), acceptedAt: '' }).to.deep.equal({ id: issue.id, reference: '33', url: 'https://shop.example/t/33', acceptedAt: '' })
    const { code, retry } = await refusalOf(send(wired({ receipt }, made({ key: 'other', number: 33 }))))
    expect([code, retry]).to.deep.equal(['transport/not-a-receipt', 'later'])
  })

  for (const [what, answer] of Object.entries({
    'a page': () => new Response('<h1>Log in</h1>', { headers: { 'Content-Type': 'text/html' } }), 'nothing': () => new Response(''),
    'no data': () => json({ data: null }), 'no reference': made({}), 'an empty one': made({ number: '' }), 'a list': () => json([{ data: {} }]), 'a flag for one': made({ number: true }),
  }))
    it(`is no receipt where it is ${what}`, async () => {
      const { code, retry } = await refusalOf(send(wired({}, answer)))
      expect([code, retry]).to.deep.equal(['transport/not-a-receipt', 'later'])
    })

  const verdicts: [unknown, string, string][] = [
    ['BAD_USER_INPUT', 'never', 'transport/refused'], ['PAYLOAD_TOO_LARGE', 'never', 'transport/too-large'], ['SHOP_CLOSED', 'never', 'transport/refused'],
    ['UNAUTHENTICATED', 'later', 'transport/unauthorized'], ['FORBIDDEN', 'later', 'transport/unauthorized'], ['THROTTLED', 'later', 'transport/busy'],
    ['GRAPHQL_VALIDATION_FAILED', 'later', 'transport/failed'], ['INTERNAL_SERVER_ERROR', 'later', 'transport/failed'],
    ['OF_TOMORROW', 'later', 'transport/failed'], ['constructor', 'later', 'transport/failed'], [undefined, 'later', 'transport/failed'], [7, 'later', 'transport/failed'],
  ]
  for (const [code, retry, ours] of verdicts)
    it(`with an error in a 200 is a failure: ${String(code)}, ${retry}`, async () => {
      const error = await refusalOf(send(wired({ refused: ['SHOP_CLOSED'] }, failed(code))))
      expect([error.retry, error.code, error.detail]).to.deep.equal([retry, ours, 'No'])
    })

  it('with an error beside whole data is a failure, too', async () => {
    const said = { data: { createTicket: { ticket: { number: 33 } } }, errors: [{ message: 'Its files were lost' }] }
    const { retry, detail } = await refusalOf(send(wired({}, () => json(said))))
    expect([retry, detail]).to.deep.equal(['later', 'Its files were lost'])
  })

  it('with errors of any other shape is a failure', async () => {
    for (const errors of [[null], ['no'], [{ message: 7, extensions: null }], [{ extensions: [] }]])
      expect((await refusalOf(send(wired({}, () => json({ data: {}, errors }))))).retry).to.equal('later')
  })

  it('by the status that an error says it has', async () => {
    const { retry, code } = await refusalOf(send(wired({}, failed('MINE', { http: { status: 422 } }))))
    expect([retry, code]).to.deep.equal(['never', 'transport/refused'])
  })

  it('says how long to wait, in a header or in the error', async () => {
    expect((await refusalOf(send(wired({}, failed('RATE_LIMITED', { retryAfter: 60 }))))).afterMs).to.equal(60_000)
    expect((await refusalOf(send(wired({}, () => json({ errors: [{ message: 'Slow' }] }, 429, { 'Retry-After': '9' }))))).afterMs).to.equal(9_000)
  })

  it('of 400 is never for the words, later for the document', async () => {
    const answer = (code: string) => () => json({ errors: [{ message: 'No', extensions: { code } }] }, 400, { 'Content-Type': 'application/graphql-response+json' })
    const [words, document] = [await refusalOf(send(wired({}, answer('BAD_USER_INPUT')))), await refusalOf(send(wired({}, answer('GRAPHQL_PARSE_FAILED'))))]
    expect([words.retry, words.status, words.detail, document.retry]).to.deep.equal(['never', 400, 'No', 'later'])
  })
})

describe('a mutation that is set up wrongly', () => {
  const wrong: [keyof GraphqlOptions, unknown][] = [
    ['mutation', 'query { x }'], ['mutation', undefined], ['variables', { story: 'story' }], ['variables', null], ['variables', { x: '$text', y: 'a..b' }],
    ['receipt', ''], ['receipt', 'a..b'], ['receipt', {}], ['receipt', null], ['receipt', { reference: 'a', url: 7 }], ['key', 'a b'], ['operationName', 'a b'], ['files', 'variables.files'], ['files', ''], ['refused', 'X'],
  ]
  for (const [name, value] of wrong)
    it(`says so at once: ${name} ${JSON.stringify(value)}`, () => {
      expect(() => graphql(endpoint, { ...usual, [name]: value })).to.throw().with.property('code', 'transport/wrong-option')
    })
  it('says so at once: an address that is none', () => {
    expect(() => graphql('ws://api.shop.example', usual)).to.throw().with.property('code', 'transport/no-endpoint')
  })
})

describe('the transport kit, run on a mutation', () => {
  const secret = 'a-token-of-the-site'
  const options: GraphqlOptions = { ...usual, variables: { issue: '$issue' }, files: 'files', idempotent: true, identity: async () => secret }
  const setup = () => ({
    secret,
    ...serviceSetup(fetch => graphql(endpoint, { ...options, fetch }), {
      keep: async asked => {
        const form = asked.headers.get('Content-Type') === 'application/json' ? undefined : await asked.form()
        const { variables: { issue, files } } = JSON.parse((form?.get('operations') as string | undefined) ?? (await asked.text())) as { variables: { issue: Issue; files: null[] } }
        const parts = files.map((_, index) => form!.get(String(index)) as File)
        const bytes = await Promise.all(parts.map(async file => ({ name: file.name, bytes: await file.arrayBuffer() })))
        return { id: asked.headers.get('Idempotency-Key')!, story: issue.story!, files: bytes, issue: { ...issue } }
      },
      taken: ({ id }, count) => json({ data: { createTicket: { ticket: { key: id, number: `T-${count}` } } } }),
      refused: failed('BAD_USER_INPUT'),
    }),
  })
  for (const { title, run } of transportPromises(setup)) it(title, run)
})
