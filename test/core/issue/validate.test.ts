import { expect } from '@open-wc/testing'
import { validateIssue } from '../../../src/core/issue/validate.ts'
import { hostileStrings } from './hostile-strings.ts'

const least = { version: 1, id: '01a1fd8c-6900-7101-8101-010101010101', createdAt: '2026-11-21T10:00:00.000Z', kind: 'problem' }

const whole = {
  ...least, form: 'problem', summary: 's', story: 't', outcome: 'o', rating: { scale: 'stars', value: 4, max: 5 }, answers: { orderNumber: '7' },
  observations: [{ text: 'late', topic: 'delivery' }], topic: 'checkout',
  subject: { url: 'https://shop.example/a', title: 'A', product: { id: '1', name: 'N' }, element: { selector: '#a', text: 'A' } },
  journey: { searches: [{ query: 'q', count: 3, opened: ['a'] }], articles: [{ id: 'a', seconds: 12.5, helpful: false }], signals: [{ type: 'rage-click', at: 'x' }] },
  environment: { locale: 'en', timeZone: 'UTC', viewport: [1280, 720], userAgent: 'U', referrer: '' }, diagnostics: { errors: [], requests: [] },
  contact: { name: 'n', email: 'e', phone: 'p', channel: 'none' }, identity: { token: 't' }, escalation: { of: 'x', rung: 'lead', level: 2, reason: 'r' },
  history: [{ id: 'x', reference: 'r', createdAt: 'c', story: 's', from: 'staff', outcome: 'o', attachments: [{ id: 'f', name: 'n', type: 't', size: 1 }] }], repeatOf: 'a', replaces: 'b', parent: 'c',
  attachments: [{ id: 'a', name: 'n', type: 'image/png', size: 12345, sha256: 'f' }], consent: { environment: true, diagnostics: false, screenshot: true },
}

function problems(value: unknown) {
  const result = validateIssue(value)
  return result.ok ? [] : result.problems
}

describe('validateIssue', () => {
  it('takes the least and the most an issue can be', () => {
    expect(validateIssue(least)).to.deep.equal({ ok: true, issue: least })
    expect(validateIssue(whole)).to.deep.equal({ ok: true, issue: whole })
  })

  it('takes every moment that there is', () => {
    const moments = [
      '2026-01-01T00:00Z', '2024-02-29T23:59:59.999Z', '2026-12-31T23:59:60Z', '2026-10-30T24:00:00Z', '2026-09-09T09:09:09.123456+05:45', '+012026-11-21T10:00:00.000Z',
    ]
    for (const createdAt of moments) expect(validateIssue({ ...least, createdAt }).ok, createdAt).to.equal(true)
    for (const month of ['00', '13', '20']) expect(validateIssue({ ...least, createdAt: `2026-${month}-01T10:00Z` }).ok, month).to.equal(false)
    for (const day of ['00', '32', '40']) expect(validateIssue({ ...least, createdAt: `2026-01-${day}T10:00Z` }).ok, day).to.equal(false)
    expect(validateIssue({ ...least, createdAt: '2026-01-01T10:60Z' }).ok).to.equal(false)
  })

  it('keeps unknown fields, nulls in them included', () => {
    const value = { ...whole, later: { a: null, b: [null, 1] }, contact: { fax: 'f' } }
    expect(validateIssue(value)).to.deep.equal({ ok: true, issue: value })
  })

  const wrong: [name: string, patch: object, pointer: string, message: string, code: string][] = [
    ['a missing kind', { kind: undefined }, '/kind', 'expected a value, got nothing', 'issue/missing'],
    ['an unknown kind', { kind: 'rant' }, '/kind', 'expected ("question", "problem", "idea", "praise", "rating", "observation", "gap"), got other text', 'issue/wrong'],
    ['another version', { version: 2 }, '/version', 'expected 1, got 2', 'issue/wrong'],
    ['an id that is no part of an address', { id: 'a/b' }, '/id', 'expected 1 to 128 of A-Z a-z 0-9 . _ ~ : -, got other text', 'issue/wrong'],
    ['a null where text belongs', { story: null }, '/story', 'expected text, got null', 'issue/wrong'],
    ['a number where text belongs', { story: 7 }, '/story', 'expected text, got 7', 'issue/wrong'],
    ['a list where an object belongs', { subject: [] }, '/subject', 'expected an object, got a list', 'issue/wrong'],
    ['an object where a list belongs', { observations: {} }, '/observations', 'expected a list, got an object', 'issue/wrong'],
    ['text that is too long', { summary: 'x'.repeat(141) }, '/summary', 'expected at most 140 characters, got 141', 'issue/too-long'],
    ['too many observations', { observations: Array(51).fill({ text: 'x' }) }, '/observations', 'expected at most 50 items, got 51', 'issue/too-long'],
    ['an empty observation', { observations: [{ text: '' }] }, '/observations/0/text', 'expected more, got empty text', 'issue/wrong'],
    ['a rating beyond its scale', { rating: { scale: 'nps', value: 11, max: 10 } }, '/rating', 'expected a value up to `max`, got an object', 'issue/wrong'],
    ['half a rating', { rating: { scale: 'nps', value: 1.5, max: 10 } }, '/rating/value', 'expected a whole number, got 1.5', 'issue/wrong'],
    ['a date that is none', { createdAt: 'yesterday' }, '/createdAt', 'expected an ISO 8601 date with its zone, got other text', 'issue/wrong'],
    ['a day of no calendar', { createdAt: '2026-99-99T10:00:00.000Z' }, '/createdAt', 'expected an ISO 8601 date with its zone, got other text', 'issue/wrong'],
    ['an hour of no clock', { createdAt: '2026-11-21T25:00:00.000Z' }, '/createdAt', 'expected an ISO 8601 date with its zone, got other text', 'issue/wrong'],
    ['a viewport with one side', { environment: { viewport: [1] } }, '/environment/viewport', 'expected more, got a list', 'issue/wrong'],
    ['text where true or false belongs', { consent: { screenshot: 'yes' } }, '/consent/screenshot', 'expected true or false, got other text', 'issue/wrong'],
  ]
  for (const [name, patch, pointer, message, code] of wrong) {
    it(`points at ${name}`, () => {
      const [found, ...others] = problems({ ...least, ...patch })
      expect(found!.pointer).to.equal(pointer)
      expect(found!.code).to.equal(code)
      expect(found!.message).to.equal(message)
      expect(others).to.deep.equal([])
    })
  }

  it('names everything that is wrong at once', () => {
    expect(problems({ story: 1, outcome: [] }).map(problem => problem.pointer).sort())
      .to.deep.equal(['/createdAt', '/id', '/kind', '/outcome', '/story', '/version'])
  })

  it('escapes pointers', () => {
    expect(problems({ ...least, 'a/b~c': Symbol('s') })[0]!.pointer).to.equal('/a~1b~0c')
  })

  it('never throws for hostile values', () => {
    const cycle: Record<string, unknown> = { ...least }
    cycle['self'] = cycle
    let deep: object = {}
    for (let i = 0; i < 10_000; i++) deep = { deep }
    const revoked = Proxy.revocable({}, {})
    revoked.revoke()
    const cases: [value: unknown, code: string][] = [
      [cycle, 'issue/cycle'],
      [deep, 'issue/too-deep'],
      [{ get story() { throw new Error('no') } }, 'issue/unreadable'],
      [{ ...least, x: 1n }, 'issue/not-json'],
      [{ ...least, x: () => 0 }, 'issue/not-json'],
      [{ ...least, x: NaN }, 'issue/not-json'],
      [JSON.parse(`${JSON.stringify(least).slice(0, -1)},"__proto__":{"a":1}}`), 'issue/forbidden-key'],
      [{ ...least, answers: { a: { constructor: 1 } } }, 'issue/forbidden-key'],
      [revoked.proxy, 'issue/unreadable'],
      [new Proxy(least, { get() { throw { toString() { throw new Error('twice') } } as unknown } }), 'issue/unreadable'],
      [Symbol('s'), 'issue/not-json'],
      [Array(1e6).fill(0), 'issue/too-many'],
    ]
    for (const [value, code] of cases) expect(problems(value)[0]?.code).to.equal(code)
  })

  it('answers for every kind of nothing', () => {
    for (const value of [undefined, null, 0, '', false, [], new Date(), new Map(), /x/]) {
      expect(validateIssue(value).ok).to.equal(false)
    }
  })

  it('meets nothing that a page has hung on Object.prototype', () => {
    const prototype = Object.prototype as unknown as Record<string, unknown>
    prototype.cache = 'force-cache'
    try {
      expect(validateIssue(whole).ok).to.equal(true)
    } finally {
      delete prototype.cache
    }
  })

  it('takes hostile text as text', () => {
    for (const text of hostileStrings) {
      const issue = { ...least, story: text, answers: { [text]: text } }
      expect(validateIssue(issue)).to.deep.equal({ ok: true, issue })
    }
  })

  it('never quotes what the customer wrote', () => {
    expect(JSON.stringify(problems({ ...least, kind: 'secret words', story: ['secret words'] }))).not.to.contain('secret')
  })
})
