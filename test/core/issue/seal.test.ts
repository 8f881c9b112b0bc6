import { expect } from '@open-wc/testing'
import type { Draft } from '../../../src/core/issue/draft.ts'
import { seal } from '../../../src/core/issue/seal.ts'
import { EarshotError } from '../../../src/core/support/errors.ts'
import { hostileStrings } from './hostile-strings.ts'

const now = Date.UTC(2026, 10, 21, 10)

function refusal(draft: unknown): EarshotError {
  try {
    seal(draft as Draft)
  } catch (error) {
    expect(error).to.be.instanceOf(EarshotError)
    return error as EarshotError
  }
  throw new Error('the draft was sealed')
}

describe('seal', () => {
  it('mints the id and the date once', () => {
    const issue = seal({ kind: 'question', story: 'Where is it?' }, { now, random: bytes => bytes.fill(1) })
    expect(issue).to.deep.equal({
      version: 1,
      id: '01a1fd8c-6900-7101-8101-010101010101',
      createdAt: '2026-11-21T10:00:00.000Z',
      kind: 'question',
      summary: 'Where is it?',
      story: 'Where is it?',
    })
    expect(seal({ kind: 'idea' }).id).not.to.equal(seal({ kind: 'idea' }).id)
  })

  it('takes an id minted earlier', () => {
    expect(seal({ kind: 'idea' }, { id: 'minted-before' }).id).to.equal('minted-before')
  })

  it('is not confused by a clock that is broken', () => {
    for (const time of [NaN, Infinity, -1]) expect(seal({ kind: 'idea' }, { now: time }).createdAt).to.match(/Z$/)
  })

  it('trims the ends of what was typed and leaves the inside alone', () => {
    const story = 'a\u00a0 b\r\n\r\n\tc\u200d  d'
    const issue = seal({ kind: 'idea', story: `\n  ${story}\t `, answers: { order: ' 12 3 ' } })
    expect(issue.story).to.equal(story)
    expect(issue.answers).to.deep.equal({ order: '12 3' })
  })

  it('leaves out what is empty', () => {
    const issue = seal({
      kind: 'problem', summary: '  ', story: '', outcome: ' \n', observations: [{ text: ' ', topic: 'delivery' }], answers: { a: ' ', b: [] },
      contact: { name: '', email: ' ' }, subject: { product: {} }, journey: { searches: [], articles: [] }, attachments: [],
    })
    expect(Object.keys(issue).sort()).to.deep.equal(['createdAt', 'id', 'kind', 'version'])
  })

  it('leaves behind what belongs to the draft alone', () => {
    const issue = seal({ kind: 'idea', story: 'Write to ann@shop.example', revealed: ['ann@shop.example'], withheld: ['page'] })
    expect(Object.keys(issue).sort()).to.deep.equal(['createdAt', 'id', 'kind', 'story', 'summary', 'version'])
  })

  it('keeps fields nobody knows, on every level', () => {
    const issue = seal({
      kind: 'problem', tenant: { name: 'north', list: [1, [true]] }, rating: { scale: 'nps', value: 0, max: 10, asked: 'twice' },
      observations: [{ text: 'late', room: 4 }],
    } as unknown as Draft)
    expect(issue['tenant']).to.deep.equal({ name: 'north', list: [1, [true]] })
    expect(issue.rating).to.deep.equal({ scale: 'nps', value: 0, max: 10, asked: 'twice' })
    expect(issue.observations).to.deep.equal([{ text: 'late', room: 4 }])
  })

  it('describes attachments and leaves their bytes beside', () => {
    const bytes = new Uint8Array([1, 2, 3]).buffer
    const draft: Draft = { kind: 'problem', attachments: [{ id: 'a1', name: 'x.png', type: 'image/png', size: 3, bytes }] }
    expect(seal(draft).attachments).to.deep.equal([{ id: 'a1', name: 'x.png', type: 'image/png', size: 3 }])
    expect(draft.attachments![0]!.bytes).to.equal(bytes)
  })

  it('does not let a draft choose its id, date or version', () => {
    const issue = seal({ kind: 'idea', id: 'mine', version: 2, createdAt: 'never' }, { now })
    expect(issue.id).not.to.equal('mine')
    expect([issue.version, issue.createdAt]).to.deep.equal([1, '2026-11-21T10:00:00.000Z'])
  })

  it('refuses what is too long instead of cutting it, and says where', () => {
    const error = refusal({ kind: 'problem', story: 'x'.repeat(10_001), observations: [{ text: 'ok' }, { text: 'y'.repeat(2_001) }] })
    expect(error.code).to.equal('issue/invalid')
    expect(error.details['problems']).to.deep.equal([
      { pointer: '/story', message: 'expected at most 10000 characters, got 10001', code: 'issue/too-long' },
      { pointer: '/observations/1/text', message: 'expected at most 2000 characters, got 2001', code: 'issue/too-long' },
    ])
    expect(seal({ kind: 'problem', story: 'x'.repeat(10_000) }).story).to.have.length(10_000)
  })

  it('refuses a draft that is none', () => {
    for (const draft of [undefined, null, 1, 'text', [], new Map(), () => 0, { kind: 'complaint' }]) {
      expect(refusal(draft).code).to.equal('issue/invalid')
    }
  })

  it('brings hostile text through code unit for code unit', () => {
    for (const text of hostileStrings) {
      const story = seal({ kind: 'idea', story: `<${text}>`, answers: { [`k${text}`]: `<${text}>` } })
      expect(story.story).to.equal(`<${text}>`)
      expect(Object.values(story.answers!)).to.deep.equal([`<${text}>`])
    }
  })

  it('replaces only unpaired surrogates and NUL', () => {
    const issue = seal({ kind: 'idea', story: 'a\ud83d b\0 c\udc00\ud83d\ude00', answers: { 'k\0': '\udfff' } })
    expect(issue.story).to.equal('a\ufffd b\ufffd c\ufffd😀')
    expect(issue.answers).to.deep.equal({ 'k\ufffd': '\ufffd' })
  })

  it('drops what JSON cannot say', () => {
    const issue = seal({
      kind: 'rating', rating: { scale: 'nps', value: 9, max: 10 },
      answers: { n: NaN, i: -Infinity, f: () => 1, s: Symbol('s'), u: undefined, z: null, d: new Date(now), b: 12n, bad: new Date(NaN), ok: false },
    })
    expect(issue.answers).to.deep.equal({ d: '2026-11-21T10:00:00.000Z', b: '12', ok: false })
  })

  it('never touches a prototype', () => {
    const draft = JSON.parse('{"kind":"idea","__proto__":{"polluted":1},"answers":{"constructor":{"prototype":{"polluted":1}},"a":"b"}}') as Draft
    const issue = seal(draft)
    expect(Object.getPrototypeOf(issue)).to.equal(Object.prototype)
    expect(Object.hasOwn(issue, '__proto__')).to.equal(false)
    expect(issue.answers).to.deep.equal({ a: 'b' })
    expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined)
  })

  it('takes a draft without a prototype', () => {
    const draft = Object.assign(Object.create(null) as object, { kind: 'idea', story: 'x' }) as Draft
    expect(seal(draft).story).to.equal('x')
  })

  it('names a cycle, an abyss and a getter that throws', () => {
    const cycle: Record<string, unknown> = { kind: 'idea' }
    cycle['answers'] = { again: cycle }
    let deep: Record<string, unknown> = {}
    for (let i = 0; i < 10_000; i++) deep = { deep }
    const trap = { kind: 'idea', get story(): string { throw new Error('no') } }
    const bottomless: ProxyHandler<object> = {
      ownKeys: () => ['a', 'b'],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
      get: () => new Proxy({}, bottomless),
    }
    expect(refusal(cycle).code).to.equal('issue/cycle')
    expect(refusal(cycle).details['pointer']).to.equal('/answers/again')
    expect(refusal({ kind: 'idea', deep }).code).to.equal('issue/too-deep')
    expect(refusal(trap).code).to.equal('issue/unreadable')
    expect(refusal(new Proxy({}, { ownKeys: () => { throw new TypeError('no') } })).code).to.equal('issue/unreadable')
    expect(refusal({ kind: 'idea', abyss: new Proxy({}, bottomless) }).code).to.equal('issue/too-deep')
    expect(refusal({ kind: 'idea', wide: Array(200_000).fill(0) }).code).to.equal('issue/too-many')
  })

  it('does not take the same object twice for a cycle', () => {
    const shared = { text: 'late' }
    expect(seal({ kind: 'idea', observations: [shared, shared] }).observations).to.have.length(2)
  })
})
