import { expect } from '@open-wc/testing'
import type { Attachment, Issue } from '../../../src/core/issue/issue.ts'
import { asText } from '../../../src/core/transports/describe.ts'
import { formService, type FormServiceOptions } from '../../../src/core/transports/form-service.ts'
import { transportPromises } from '../../../src/testing/transport-kit.ts'
import { issue as plain, json, refusalOf, signal } from './fixtures.ts'
import { recorded, saidIn, serviceSetup } from './service-setup.ts'

const formspree = 'https://formspree.io/f/xyzabcde'
const taken = () => json({ next: 'https://formspree.io/thanks?language=en', ok: true })
const issue: Issue = { ...plain, summary: 'It whistles', contact: { name: 'Ada', email: 'ada@mail.example' }, answers: { order: 'A & 7', parts: ['lid', 'base'] } }
const file = (name: string): Attachment => ({ id: name, name, type: 'image/png', size: 3, bytes: Uint8Array.of(1, 13, 10).buffer })

const wired = (options: FormServiceOptions = {}, ...answers: (() => Response)[]) =>
  recorded(fetch => formService(formspree, { fetch, ...options }), ...(answers.length > 0 ? answers : [taken]))
const send = ({ transport }: ReturnType<typeof wired>, files: Attachment[] = [], what = issue) => transport.send(what, files, { signal: signal() })

describe('a form service', () => {
  it('gets what its own form would send: flat fields, urlencoded, nothing that CORS would ask about first', async () => {
    const line = wired()
    const receipt = await send(line)
    expect({ ...receipt, acceptedAt: '' }).to.deep.equal({ id: issue.id, reference: issue.id, acceptedAt: '' })
    const [{ url, method, headers, text }] = line.seen as [(typeof line.seen)[0] & object]
    expect([url.href, method]).to.deep.equal([formspree, 'POST'])
    expect([...headers]).to.deep.equal([['accept', 'application/json'], ['content-type', 'application/x-www-form-urlencoded;charset=UTF-8']])
    expect([...new URLSearchParams(await text())]).to.deep.equal([
      ['email', 'ada@mail.example'], ['name', 'Ada'], ['subject', 'It whistles'], ['message', asText(issue)],
    ])
  })

  it('gets the owner’s own fields, and those that are the same each time', async () => {
    const fields = { words: '$text', order: 'answers.order', parts: 'answers.parts', shout: ({ kind }: Issue) => kind.toUpperCase(), none: 'answers.none' }
    const line = wired({ fields, fixed: { 'form-name': 'feedback', 'bot-field': '' } })
    await send(line)
    expect([...new URLSearchParams(await line.seen[0]!.text())]).to.deep.equal([
      ['form-name', 'feedback'], ['bot-field', ''], ['words', asText(issue)], ['order', 'A & 7'], ['parts', '["lid","base"]'], ['shout', 'PROBLEM'],
    ])
  })

  it('gets files as multipart, the same bytes each time, under the names its form has for them', async () => {
    const line = wired({ files: 'attachment' })
    await send(line, [file('a.png'), file('b "2".png')])
    await send(line, [file('a.png'), file('b "2".png')])
    expect(await line.seen[0]!.text()).to.equal(await line.seen[1]!.text())
    const form = await line.seen[0]!.form()
    expect([form.get('email'), form.get('message')]).to.deep.equal(['ada@mail.example', asText(issue)])
    const files = form.getAll('attachment') as File[]
    // Engines do not read a name as they write it.
    expect(files.map(({ name, type }) => [name.replaceAll('%22', '"'), type])).to.deep.equal([['a.png', 'image/png'], ['b "2".png', 'image/png']])
    expect([...new Uint8Array(await files[1]!.arrayBuffer())]).to.deep.equal([1, 13, 10])
  })

  it('gets one file for each field where it takes no more, and none where they are too many', async () => {
    const line = wired({ files: ['one', 'two'] })
    await send(line, [file('a.png'), file('b.png')])
    const form = await line.seen[0]!.form()
    expect([(form.get('one') as File).name, (form.get('two') as File).name]).to.deep.equal(['a.png', 'b.png'])
    const { code, retry, pointer } = await refusalOf(send(line, [file('a.png'), file('b.png'), file('c.png')]))
    expect([code, retry, pointer]).to.deep.equal(['transport/no-files', 'never', '/attachments'])
    expect(line.seen.length).to.equal(1)
  })

  it('without a field for files gets no issue that has some', async () => {
    const line = wired()
    expect(line.transport.files).to.equal(false)
    const { code, retry } = await refusalOf(send(line, [file('a.png')]))
    expect([code, retry, line.seen.length]).to.deep.equal(['transport/no-files', 'never', 0])
  })
})

describe('what a form service answers', () => {
  const page = () => new Response('<title>Thank you!</title>', { headers: { 'Content-Type': 'text/html; charset=UTF-8' } })

  it('counts where it says so: Formspree’s next, Basin’s and Getform’s success', async () => {
    for (const said of [{ next: '/thanks' }, { ok: true }, { success: true, message: 'OK' }, { success: 'true' }])
      expect((await send(wired({}, () => json(said)))).id).to.equal(issue.id)
  })

  for (const [what, answer] of Object.entries({
    'a page': page, 'nothing': () => new Response(null, { status: 204 }), 'JSON of another kind': () => json({ status: 'up' }), 'a list': () => json([true]),
  }))
    it(`counts not where it is ${what}: later`, async () => {
      const { code, retry } = await refusalOf(send(wired({}, answer)))
      expect([code, retry]).to.deep.equal(['transport/not-a-receipt', 'later'])
    })

  it('may be a page, as Netlify’s, where the owner says so; a 404 is still none', async () => {
    expect((await send(wired({ accept: '2xx' }, page))).reference).to.equal(issue.id)
    const { code, retry } = await refusalOf(send(wired({ accept: '2xx' }, () => new Response('<h1>Page not found</h1>', { status: 404 }))))
    expect([code, retry]).to.deep.equal(['transport/not-found', 'later'])
  })

  it('may be looked at by the owner’s own function', async () => {
    const accept = (said: unknown) => (said as { status?: string } | undefined)?.status === 'stored'
    expect((await send(wired({ accept }, () => json({ status: 'stored' })))).id).to.equal(issue.id)
    expect((await refusalOf(send(wired({ accept }, page)))).retry).to.equal('later')
  })

  it('of success with a failure in it is a failure, in the service’s words', async () => {
    for (const said of [{ success: 'false', message: 'This form needs Activation.' }, { success: false, message: 'This form needs Activation.' }]) {
      const { code, retry, detail } = await refusalOf(send(wired({}, () => json(said))))
      expect([code, retry, detail]).to.deep.equal(['transport/failed', 'later', 'This form needs Activation.'])
    }
    const { retry, detail } = await refusalOf(send(wired({}, () => json({ ok: true, error: 'Form is inactive' }))))
    expect([retry, detail]).to.deep.equal(['later', 'Form is inactive'])
  })

  it('as Formspree refuses: the words of the field, and never', async () => {
    const said = { error: 'Validation errors', errors: [{ code: 'TYPE_EMAIL', field: 'email', message: 'should be an email' }] }
    const { code, retry, status, detail } = await refusalOf(send(wired({}, () => json(said, 422))))
    expect([code, retry, status, detail]).to.deep.equal(['transport/refused', 'never', 422, 'should be an email'])
  })

  for (const [code, ours] of [['NO_FILE_UPLOADS', 'transport/no-files'], ['FILES_TOO_BIG', 'transport/too-large'], ['TOO_MANY_FILES', 'transport/too-large']])
    it(`as Formspree refuses files: ${code}`, async () => {
      const error = await refusalOf(send(wired({ files: 'f' }, () => json({ error: 'No', errors: [{ code, message: 'No' }] }, 403)), [file('a.png')]))
      expect([error.code, error.retry]).to.deep.equal([ours, 'never'])
    })

  it('with 403 waits: a form that is not active, or has its CAPTCHA on, is its owner’s to mend', async () => {
    const said = { error: 'In order to submit via AJAX, you need to set a custom key or reCAPTCHA must be disabled', errors: [{ code: 'constructor' }] }
    const { code, retry, detail } = await refusalOf(send(wired({}, () => json(said, 403))))
    expect([code, retry, detail]).to.deep.equal(['transport/unauthorized', 'later', said.error])
  })

  it('with 429 says how long to wait', async () => {
    const { code, retry, afterMs } = await refusalOf(send(wired({}, () => json({ error: 'Too many' }, 429, { 'Retry-After': '30' }))))
    expect([code, retry, afterMs]).to.deep.equal(['transport/busy', 'later', 30_000])
  })
})

describe('a form service that is set up wrongly', () => {
  const wrong: [string, unknown][] = [
    ['fields', { message: 'story' }], ['fields', []], ['fields', { message: '$text', x: '$all' }], ['fields', { message: '$text', x: 7 }],
    ['fixed', { a: 1 }], ['files', ''], ['files', ['a', 7]], ['accept', 'receipt'],
  ]
  for (const [name, value] of wrong)
    it(`says so at once: ${name} ${JSON.stringify(value)}`, () => {
      const make = () => formService(formspree, { [name]: value } as FormServiceOptions)
      expect(make).to.throw().with.property('code', 'transport/wrong-option')
    })

  it('says so at once: an address that is none', () => {
    expect(() => formService('mailto:a@mail.example')).to.throw().with.property('code', 'transport/no-endpoint')
  })
})

describe('the transport kit, run on a form service', () => {
  const setup = () =>
    serviceSetup(fetch => formService(formspree, { fetch, files: 'file' }), {
      keep: async asked => {
        const form = await asked.form()
        const files = await Promise.all(form.getAll('file').map(async file => ({ name: (file as File).name, bytes: await (file as File).arrayBuffer() })))
        return { story: saidIn(String(form.get('message'))), files }
      },
      taken,
      refused: () => json({ error: 'Validation errors', errors: [{ message: 'No' }] }, 422),
    })
  for (const { title, run } of transportPromises(setup, { without: ['again'] })) it(title, run)
})
