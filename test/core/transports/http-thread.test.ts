import { expect } from '@open-wc/testing'
import type { Attachment } from '../../../src/core/issue/issue.ts'
import { endpoint, issue, json, receipt, refusalOf, send, signal, wired } from './fixtures.ts'

const secret = { ...receipt, token: 'secret' }
const message = { id: 'm1', at: '2026-11-21T11:00:00.000Z', from: 'staff', text: 'We look into it' } as const
const plain = { id: issue.id, reference: 'K-1', status: 'answered', messages: [message] }

describe('the thread', () => {
  it('is read under the issue with the receipt’s token', async () => {
    const { transport, seen } = wired(() => json(plain))
    expect(await transport.thread!(secret, { signal: signal() })).to.deep.equal(plain)
    expect(seen[0]!.url).to.equal(`${endpoint}/${issue.id}`)
    expect(seen[0]!.headers.get('Authorization')).to.equal('Bearer secret')
  })

  it('brings all that the contract names, and nothing else', async () => {
    const question = {
      ...message, author: { name: 'Mira', avatar: 'm.png' }, kind: 'question', fields: [{ name: 'order', type: 'text' }], issue: 'i0',
      attachments: [{ id: 'a1', name: 'plan.png', type: 'image/png', size: 3, sha256: 'ff', field: 'files' }],
    }
    const answer = { id: 'm2', at: message.at, from: 'customer', text: '', kind: 'rating', answerTo: 'm1', answers: { order: '7' }, rating: { scale: 'csat', value: 4, max: 5 } }
    const thread = { ...plain, owner: { name: 'Mira' }, expectBy: '2026-11-23', level: 2, rung: 'lead', continuedBy: { id: 'i2', reference: 'K-2' }, live: true, messages: [question, answer] }
    const { transport } = wired(() => json({
      ...thread, extra: 1, owner: { ...thread.owner, phone: '1' }, continuedBy: { ...thread.continuedBy, token: 'x' },
      messages: [{ ...question, html: '<b>', author: { ...question.author, mail: 'x' } }, { ...answer, rating: { ...answer.rating, note: 'x' } }],
    }))
    expect(await transport.thread!(secret, { signal: signal() })).to.deep.equal(thread)
  })

  it('leaves out what is no message, and believes nobody to be staff who does not say so', async () => {
    const odd = [null, 'text', { id: 'x' }, { ...message, from: 'root' }]
    const { transport } = wired(() => json({ id: issue.id, status: 'strange', messages: odd }))
    expect(await transport.thread!(secret, { signal: signal() })).to.deep.equal({
      id: issue.id, reference: issue.id, status: 'open', messages: [{ ...message, from: 'customer' }],
    })
  })

  const hostile: [string, object][] = [
    ['of an unknown kind', { kind: 'advert' }],
    ['of the kind __proto__', { kind: '__proto__' }],
    ['with fields that are none', { fields: 'all' }],
    ['with fields without names', { fields: [null, 1, { type: 'text' }, { name: 7 }] }],
    ['with answers that are a list', { answers: ['a'] }],
    ['with a rating beyond its scale', { rating: { scale: 'csat', value: 9, max: 5 } }],
    ['with a rating of no scale', { rating: { scale: 'hearts', value: 1, max: 5 } }],
    ['with files that are none', { attachments: [{ id: '../../x', name: 'x', type: 'image/png', size: 1 }] }],
    ['with an author who has no name', { author: { avatar: 'x' } }],
    ['with numbers for names', { answerTo: 1, issue: 2 }],
  ]
  for (const [what, odd] of hostile)
    it(`keeps a message ${what} as its plain words`, async () => {
      const { transport } = wired(() => json({ ...plain, messages: [{ ...message, ...odd }] }))
      expect((await transport.thread!(secret, { signal: signal() })).messages).to.deep.equal([message])
    })

  it('shows no more fields of a question than any has, and none as deep as a well', async () => {
    const deep = Array.from({ length: 100 }).reduce<object>(inner => ({ inner }), {})
    const many = Array.from({ length: 1_000 }, (_, i) => ({ name: `f${i}` }))
    const { transport } = wired(() => json({ ...plain, messages: [{ ...message, fields: many }, { ...message, fields: [{ name: 'f', deep }] }] }))
    const { messages } = await transport.thread!(secret, { signal: signal() })
    expect(messages.map(({ fields }) => fields?.length)).to.deep.equal([50, undefined])
  })

  for (const [status, retry] of [[401, 'never'], [403, 'never'], [404, 'never'], [410, 'never'], [429, 'later'], [500, 'later']] as const)
    it(`is asked for ${retry === 'never' ? 'no more' : 'another time'} where its key is answered ${status}`, async () => {
      const { transport } = wired(() => json({}, status))
      expect(await refusalOf(transport.thread!(secret, { signal: signal() }))).to.include({ retry, status })
    })

  it('of another issue is refused', async () => {
    const { transport } = wired(() => json({ id: 'other', messages: [] }))
    expect((await refusalOf(transport.thread!(secret, { signal: signal() }))).retry).to.equal('later')
  })
})

describe('a thread that has not changed', () => {
  const marked = (mark: string) => json(plain, 200, { ETag: mark })
  const same = () => new Response(null, { status: 304 })

  it('is asked for with the mark it had, and is the very same object', async () => {
    const { transport, seen } = wired(({ headers }) => (headers.has('If-None-Match') ? same() : marked('W/"1"')))
    const first = await transport.thread!(secret, { signal: signal() })
    const second = await transport.thread!(secret, { signal: signal() })
    expect(second === first).to.equal(true)
    expect(seen.map(({ headers }) => headers.get('If-None-Match'))).to.deep.equal([null, 'W/"1"'])
  })

  it('is told from one that has, and from that of another issue', async () => {
    const answers = [marked('"1"'), json({ ...plain, status: 'closed' }, 200, { ETag: '"2"' }), json({ ...plain, id: 'other' }, 200, { ETag: '"x"' })]
    const { transport, seen } = wired((_, count) => answers[count - 1]!)
    await transport.thread!(secret, { signal: signal() })
    expect((await transport.thread!(secret, { signal: signal() })).status).to.equal('closed')
    await transport.thread!({ ...secret, id: 'other' }, { signal: signal() })
    expect(seen.map(({ headers }) => headers.get('If-None-Match'))).to.deep.equal([null, '"1"', null])
  })

  it('is read anew where the backend gives no mark', async () => {
    const { transport, seen } = wired(() => json(plain))
    await transport.thread!(secret, { signal: signal() })
    await transport.thread!(secret, { signal: signal() })
    expect(seen[1]!.headers.has('If-None-Match')).to.equal(false)
  })

  it('cannot be said of one that was never read', async () => {
    expect((await refusalOf(wired(same).transport.thread!(secret, { signal: signal() }))).retry).to.equal('later')
    expect((await refusalOf(send(wired(same).transport))).retry).to.equal('later')
  })
})

describe('a reply', () => {
  const said = { ...message, from: 'customer' } as const

  it('goes under its issue and counts once by its own id', async () => {
    const { transport, seen } = wired(() => json({ ok: true }, 201))
    await transport.reply!(secret, said, { signal: signal() })
    const { url, headers, init } = seen[0]!
    expect(url).to.equal(`${endpoint}/${issue.id}/messages`)
    expect([headers.get('Idempotency-Key'), headers.get('Authorization')]).to.deep.equal(['m1', 'Bearer secret'])
    expect(JSON.parse(init.body as string)).to.deep.equal(said)
  })

  it('with files is the part "message" and the files, byte for byte', async () => {
    const { transport, seen } = wired(() => json({ ok: true }, 201))
    const bytes = new Uint8Array([0, 13, 10, 255])
    const file: Attachment = { id: 'a1', name: 'kettle.png', type: 'image/png', size: 4, bytes: bytes.buffer }
    await transport.reply!(secret, said, { signal: signal(), attachments: [file] })
    const { init, headers } = seen[0]!
    const form = await new Response(init.body as Blob, { headers: { 'Content-Type': headers.get('Content-Type')! } }).formData()
    const part = form.get('message')!
    expect(JSON.parse(typeof part === 'string' ? part : await part.text())).to.deep.equal(said)
    expect([...new Uint8Array(await (form.get('a1') as File).arrayBuffer())]).to.deep.equal([...bytes])
  })

  it('is not answered by a portal’s page, unless the owner takes any 2xx', async () => {
    const portal = () => new Response('<h1>Log in</h1>', { headers: { 'Content-Type': 'text/html' } })
    expect((await refusalOf(wired(portal).transport.reply!(secret, said, { signal: signal() }))).code).to.equal('transport/not-a-receipt')
    await wired(portal, { accept: '2xx' }).transport.reply!(secret, said, { signal: signal() })
  })

  it('brings the backend’s verdict back', async () => {
    const { transport } = wired(() => json({ detail: 'Too long' }, 422))
    const { retry, detail } = await refusalOf(transport.reply!(secret, said, { signal: signal() }))
    expect({ retry, detail }).to.deep.equal({ retry: 'never', detail: 'Too long' })
  })
})

describe('an issue that follows others', () => {
  it('shows their tokens, and no header where there are none', async () => {
    const { transport, seen } = wired(() => json(receipt))
    const earlier = ['one', undefined, 'two'].map((token, i) => ({ id: `i${i}`, reference: 'K', acceptedAt: '', ...(token && { token }) }))
    await transport.send(issue, [], { signal: signal(), earlier })
    await transport.send(issue, [], { signal: signal(), earlier: [earlier[1]!] })
    expect(seen.map(({ headers }) => headers.get('Earshot-Earlier'))).to.deep.equal(['one, two', null])
  })

  it('goes all the same when a token cannot stand in a header', async () => {
    const { transport, seen } = wired(() => json(receipt))
    const earlier = ['a\r\nX: 1', 'a, b', 'ä\u2028', ''].map(token => ({ id: 'i', reference: 'K', acceptedAt: '', token }))
    expect(await transport.send(issue, [], { signal: signal(), earlier })).to.deep.equal(receipt)
    expect(seen[0]!.headers.has('Earshot-Earlier')).to.equal(false)
  })
})
