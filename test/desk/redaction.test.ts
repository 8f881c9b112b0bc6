import { expect } from '@open-wc/testing'
import type { Draft } from '../../src/core/issue/draft.ts'
import { createDesk } from '../../src/desk/create-desk.ts'
import { backend, deskFor } from './desk-fixtures.ts'

const mail = 'bob@example.com'
const card = '4111 1111 1111 1111'

describe('redaction on the desk', () => {
  it('blanks out every text of an issue before it is kept, but for the contact', async () => {
    const { desk } = deskFor()
    const { issue } = await desk.submit({
      kind: 'problem',
      story: `I am ${mail}. Please help`,
      outcome: `Refund ${card}`,
      answers: { why: [`because of ${mail}`, { deep: card }], order: '030 901820' },
      observations: [{ text: `seen by ${mail}`, topic: 'delivery' }],
      subject: { url: `https://shop.example/a?email=${mail}&token=s3cret&page=2`, title: `Cart of ${mail}`, element: { selector: '#a', text: card } },
      journey: { searches: [{ query: `order of ${mail}`, count: 0 }] },
      diagnostics: { errors: [{ message: `no user ${mail}` }], versions: { lib: '1.2.3.4' } },
      contact: { name: 'Bob', email: mail, phone: '+49 30 901820' },
      escalation: { of: 'x', rung: 'y', level: 2, reason: `ask ${mail}` },
      history: [{ id: mail, reference: 'E-1', story: `first ${mail}` }],
      attachments: [{ id: 'a', name: `${mail}.png`, type: 'image/png', size: 1, bytes: new ArrayBuffer(1) }],
      mine: { note: mail },
      parent: '4111111111111111',
    })
    expect(issue.summary).to.equal('I am [email].')
    expect(issue.story).to.equal('I am [email]. Please help')
    expect(issue.outcome).to.equal('Refund [card]')
    expect(issue.answers).to.deep.equal({ why: ['because of [email]', { deep: '[card]' }], order: '030 901820' })
    expect(issue.observations).to.deep.equal([{ text: 'seen by [email]', topic: 'delivery' }])
    expect(issue.subject).to.deep.equal({ url: 'https://shop.example/a?email=[email]&token=[secret]&page=2', title: 'Cart of [email]', element: { selector: '#a', text: '[card]' } })
    expect(issue.journey?.searches?.[0]?.query).to.equal('order of [email]')
    expect(issue.diagnostics).to.deep.equal({ errors: [{ message: 'no user [email]' }], versions: { lib: '1.2.3.4' } })
    expect(issue.contact).to.deep.equal({ name: 'Bob', email: mail, phone: '+49 30 901820' })
    expect(issue.escalation?.reason).to.equal('ask [email]')
    expect(issue.history).to.deep.equal([{ id: mail, reference: 'E-1', story: 'first [email]' }])
    expect(issue.attachments?.[0]?.name).to.equal('[email].png')
    expect(issue['mine']).to.deep.equal({ note: '[email]' })
    expect(issue.parent).to.equal('4111111111111111')
    desk.dispose()
  })

  it('tells beforehand what it would blank out, also of what goes along', async () => {
    const { page, world } = deskFor()
    const reading = await page.reading()
    const title = `Orders of ${mail}`
    const desk = createDesk(
      { desk: 'telling', transport: world.transport },
      { page: { ...page, reading: async () => ({ ...reading, subject: () => ({ title }) }) }, base: 'https://shop.example/' },
    )
    const findings = await desk.findings({ kind: 'problem', story: `x ${card}`, contact: { email: mail } })
    expect(findings).to.deep.include({ kind: 'card', pointer: '/story', start: 2, end: 2 + card.length, text: card, blank: '[card]' })
    expect(findings).to.deep.include({ kind: 'email', pointer: '/subject/title', start: 10, end: title.length, text: mail, blank: '[email]' })
    expect(findings).to.have.length(2)
    desk.dispose()
  })

  it('lets go what the customer wants to keep, and only that', async () => {
    const { desk } = deskFor()
    const draft: Draft = { kind: 'question', story: `${mail} or ann@example.com`, revealed: [mail], withheld: ['journey'] }
    expect((await desk.findings(draft)).map(({ text }) => text)).to.deep.equal(['ann@example.com'])
    const { issue } = await desk.submit(draft)
    expect(issue.story).to.equal(`${mail} or [email]`)
    expect(issue).to.not.have.any.keys('revealed', 'withheld')
    desk.dispose()
  })

  it('lets stand on the next rung what stood before, and looks at the reason only', async () => {
    const world = backend()
    const { desk } = deskFor({ transport: world.transport, ladder: [{ id: 'shop', name: 'Shop', kind: 'message' }, { id: 'lead', name: 'Lead', kind: 'message' }] })
    const first = await desk.submit({ kind: 'problem', story: `${mail}, not ann@example.com`, revealed: [mail], contact: { email: mail } })
    await first.receipt
    const { issue } = await desk.escalate(first.id, 'call 0171 2345678')
    expect(issue.story).to.equal(`${mail}, not [email]`)
    expect(issue.history?.[0]?.story).to.equal(`${mail}, not [email]`)
    expect(issue.escalation?.reason).to.equal('call [phone]')
    expect(issue.contact?.email).to.equal(mail)
    desk.dispose()
  })

  it('takes nothing out of the answer to a field that asks for it', async () => {
    const { desk } = deskFor({
      forms: [{ id: 'callback', kind: 'question', fields: [{ type: 'email', name: 'second' }, { type: 'phone', name: 'reach' }, { type: 'text', name: 'note' }] }],
    })
    const { issue } = await desk.submit({ kind: 'question', form: 'callback', answers: { second: mail, reach: '0171 2345678', note: `${mail} 0171 2345678` } })
    expect(issue.answers).to.include({ second: mail, reach: '0171 2345678', note: '[email] [phone]' })
    desk.dispose()
  })

  it('looks for the ids and the patterns that the owner names, and not for what is switched off', async () => {
    const { desk } = deskFor({ redaction: { patterns: ['KD-\\d{4}'], ids: ['de-steuer-id'], off: ['email'] } })
    const { issue } = await desk.submit({ kind: 'problem', story: `KD-1234, 86095742719, ${mail}` })
    expect(issue.story).to.equal(`[redacted], [id], ${mail}`)
    expect(desk.state.problems).to.deep.equal([])
    desk.dispose()
  })

  it('tells which patterns, ids and kinds it cannot use, and works with the others', async () => {
    const { desk } = deskFor({ redaction: { patterns: ['(a+)+$', '(', 'KD-\\d{4}', 7], ids: ['de-steurid', 'nl-bsn'], off: ['phones'] } as never })
    const { issue } = await desk.submit({ kind: 'problem', story: 'KD-1234 111222333 0171 2345678' })
    expect(issue.story).to.equal('[redacted] [id] [phone]')
    const problems = desk.state.problems.map(({ code, path }) => `${code} ${path}`)
    expect(problems).to.have.members([
      'redaction/bad-pattern /redaction/patterns/0', 'redaction/bad-pattern /redaction/patterns/1', 'redaction/wrong-value /redaction/patterns',
      'redaction/unknown-name /redaction/ids/0', 'redaction/unknown-name /redaction/off/0',
    ])
    desk.dispose()
  })

  it('does not refuse a text at its limit because a blank is longer than what it stands for', async () => {
    const { desk } = deskFor()
    const { issue } = await desk.submit({ kind: 'problem', story: 'a@b.io '.repeat(1428).padEnd(10_000, 'x') })
    expect(issue.story!.length).to.be.at.most(10_000)
    expect(issue.story).to.match(/^\[email\] \[email\].*…$/)
    desk.dispose()
  })

  it('says of a draft that is no data what is wrong with it', async () => {
    const { desk } = deskFor()
    const loop: Record<string, unknown> = {}
    loop['loop'] = loop
    const failed = await desk.submit({ kind: 'problem', answers: loop }).catch((error: unknown) => error)
    expect(failed).to.have.property('code', 'issue/cycle')
    desk.dispose()
  })
})
