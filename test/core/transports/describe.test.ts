import { expect } from '@open-wc/testing'
import type { Issue } from '../../../src/core/issue/issue.ts'
import { asText, describe as describeIssue } from '../../../src/core/transports/describe.ts'
import { issue as plain } from './fixtures.ts'

const whole: Issue = {
  ...plain,
  summary: 'The checkout does not take my postcode.',
  story: 'It is 17489.\nIt has been for years.',
  outcome: 'To order by myself',
  rating: { scale: 'stars', value: 2, max: 5 },
  observations: [{ text: 'The box is too big', topic: 'delivery' }, { text: 'Nice lamp' }],
  answers: { order: '2207', tried: ['reload', 'again'], agreed: true },
  contact: { name: 'Ada', email: 'ada@mail.example', channel: 'email', when: 'after six' },
  escalation: { of: 'a', rung: 'lead', level: 2, reason: 'Nobody answered' },
  leaving: true,
  repeats: 2,
  topic: 'checkout',
  audience: 'sales',
  subject: { title: 'Checkout', url: 'https://shop.example/checkout/', product: { id: 'l-1', name: 'Lamp' }, element: { text: 'Postcode', selector: '#zip' } },
  journey: { searches: [{ query: 'postcode', count: 0 }], articles: [{ id: 'zip', helpful: false, missing: 'Islands' }, { id: 'ship' }] },
  attachments: [{ id: 'f', name: 'lamp.png', type: 'image/png', size: 12 }],
  history: [{ id: 'a', reference: 'K-1', createdAt: '2026-11-20', kind: 'problem', story: 'It does not', answers: { since: 'May' } }],
  environment: { locale: 'en', userAgent: 'Lynx' },
  filedBy: { role: 'staff', channel: 'phone' },
  identity: { token: 'top-secret' },
}

describe('an issue in words', () => {
  it('says what the customer said first, and leaves nothing out that means something to people', () => {
    const { title, parts } = describeIssue(whole)
    expect(title).to.equal('The checkout does not take my postcode.')
    expect(parts.map(({ label, text }) => `${label}=${text}`)).to.deep.equal([
      'What was said=It is 17489.\nIt has been for years.', 'What would make it right=To order by myself', 'Rating=2 of 5 (stars)',
      'Also noticed=The box is too big (delivery)\nNice lamp', 'order=2207', 'tried=reload, again', 'agreed=true',
      'Answer to=Ada\nada@mail.example\nby email\nafter six', 'Taken further=Level 2, lead\nNobody answered', 'Thinks of leaving=yes',
      'Written before=2 times', 'Topic=checkout', 'Department=sales', 'Page=Checkout\nhttps://shop.example/checkout/', 'Product=Lamp, l-1',
      'Pointed at=Postcode\n#zip', 'Searched for=postcode (0 found)', 'Read=zip (did not help)\nIslands\nship', 'Files=lamp.png (image/png, 12 bytes)',
      'Before this=2026-11-20 · customer · problem · K-1\nIt does not\nsince: May', 'Language=en', 'Browser=Lynx', 'Written down by=staff, phone',
      'Kind=problem', `Sent=${plain.createdAt}`, `Id=${plain.id}`,
    ])
  })

  it('never tells the site’s token', () => expect(asText(whole)).not.to.contain('top-secret'))

  it('is one text where nothing else is taken, with longer ones below their labels', () => {
    expect(asText(plain)).to.equal(`What was said: It whistles\n\nKind: problem\n\nSent: ${plain.createdAt}\n\nId: ${plain.id}`)
    expect(asText(whole)).to.contain('What was said:\nIt is 17489.\nIt has been for years.\n\n')
  })

  for (const [what, more, title] of [
    ['its summary', { summary: 'In short', story: 'At length' }, 'In short'],
    ['the first line of what was said', { story: '\n First\r\nsecond' }, 'First'],
    ['its rating', { story: undefined, rating: { scale: 'nps', value: 0, max: 10 } }, '0 of 10 (nps)'],
    ['a side remark', { story: '', observations: [{ text: 'Nice lamp' }] }, 'Nice lamp'],
    ['its kind', { story: '   ' }, 'problem'],
  ] as [string, object, string][])
    it(`is headed by ${what}`, () => expect(describeIssue({ ...plain, ...more }).title).to.equal(title))

  it('has a heading of at most 140 characters that ends between two letters', () => {
    const { title } = describeIssue({ ...plain, story: '🫖'.repeat(200) })
    expect(title.length).to.be.at.most(140)
    expect(title).not.to.match(/\p{Surrogate}/u)
  })

  const wrong = [undefined, null, 0, NaN, '', 'text', true, [], [null], ['text', 5], [[[]]], {}, { text: {} }, { length: 3 }, { toString: null }, Object.create(null)]
  it('survives whatever a stranger put into any of its fields, and never says "undefined" or "[object Object]"', () => {
    for (const key of [...Object.keys(whole), 'diagnostics', 'unknown'])
      for (const value of wrong)
        for (const issue of [{ ...whole, [key]: value }, { [key]: value }]) {
          const { title, parts } = describeIssue(issue as unknown as Issue)
          expect(title).to.be.a('string').and.not.equal('')
          const said = JSON.stringify([title, parts])
          expect(parts.every(({ label, text }) => typeof label === 'string' && typeof text === 'string' && text !== '')).to.equal(true)
          expect(said).not.to.match(/undefined|\[object|NaN|function/)
        }
  })

  it('survives wrong types one level further down', () => {
    for (const outer of ['rating', 'contact', 'subject', 'journey', 'environment', 'escalation', 'filedBy', 'answers'])
      for (const inner of ['value', 'scale', 'name', 'product', 'element', 'searches', 'articles', 'locale', 'level', 'x'])
        for (const value of wrong) expect(describeIssue({ ...whole, [outer]: { [inner]: value } } as unknown as Issue).title).to.be.a('string')
    for (const list of ['observations', 'history', 'attachments'])
      for (const value of wrong)
        for (const key of ['text', 'story', 'name', 'answers', 'rating'])
          expect(describeIssue({ ...whole, [list]: [{ [key]: value }] } as unknown as Issue).title).to.be.a('string')
  })

  it('survives what has no end', () => {
    const endless: Record<string, unknown> = {}
    endless['self'] = endless
    expect(describeIssue({ ...plain, answers: { endless, order: '7' } }).parts).to.deep.include({ label: 'order', text: '7' })
    expect(describeIssue(undefined as unknown as Issue)).to.deep.equal({ title: 'An issue', parts: [] })
  })
})
