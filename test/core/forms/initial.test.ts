import { expect } from '@open-wc/testing'
import type { FieldDeclaration } from '../../../src/core/forms/field.ts'
import { initialOf } from '../../../src/core/forms/initial.ts'
import type { Problem } from '../../../src/core/support/errors.ts'
import { codes, formWith } from './form-fixtures.ts'

const begin = async (fields: readonly (string | FieldDeclaration)[], { prefill, url = {}, ...config }: { prefill?: unknown; url?: Record<string, string>; fieldTypes?: Record<string, string> } = {}) => {
  const problems: Problem[] = []
  const asked: string[] = []
  const form = await formWith(fields, {}, config)
  const parameter = (name: string) => (asked.push(name), Object.hasOwn(url, name) ? url[name] : undefined)
  const initial = initialOf(form.fields, { prefill, path: '/prefill/own', parameter, tell: problem => problems.push(problem) })
  return { initial, asked, told: codes(problems) }
}
const answer = async (field: Omit<FieldDeclaration, 'name'> & { type: string }, given: string) =>
  (await begin([{ ...field, name: 'it', fromUrl: 'it' }], { url: { it: given } })).initial.answers?.['it']

describe('an untouched form', () => {
  it('begins with nothing, and asks nothing of the address', async () => {
    expect(await begin(['story', 'outcome', 'contact', { type: 'text', name: 'order' }])).to.deep.equal({ initial: {}, asked: [], told: [] })
  })

  it('begins with what the page knows, else the address, else what is declared', async () => {
    const field: FieldDeclaration = { type: 'text', name: 'order', value: 'declared', fromUrl: 'o' }
    expect((await begin([field], { prefill: { order: 'known' }, url: { o: 'linked' } })).initial).to.deep.equal({ answers: { order: 'known' } })
    expect((await begin([field], { url: { o: 'linked' } })).initial).to.deep.equal({ answers: { order: 'linked' } })
    expect((await begin([field])).initial).to.deep.equal({ answers: { order: 'declared' } })
  })

  it('asks the address only for what a field names', async () => {
    const { asked, initial } = await begin([{ type: 'text', name: 'a', fromUrl: 'order' }, { type: 'text', name: 'b' }], { url: { order: '1', a: '2', b: '3' } })
    expect([asked, initial]).to.deep.equal([['order'], { answers: { a: '1' } }])
  })

  it('puts everything in its place', async () => {
    const { initial } = await begin(['story', 'outcome', { type: 'text', name: 'name', value: 'Ada' }, { type: 'email', fromUrl: 'mail' }], { prefill: { story: 'It', outcome: 'New' }, url: { mail: 'a@b.c' } })
    expect(initial).to.deep.equal({ story: 'It', outcome: 'New', contact: { name: 'Ada', email: 'a@b.c' } })
  })

  it('is told how to reach the customer by the field alone, never by the settings', async () => {
    const { initial, told } = await begin(['contact', 'phone', 'name', 'story'], { prefill: { contact: 'a@b.c', phone: '1', name: 'Ada', nothing: 1, 'a/b': 2 } })
    expect(initial).to.deep.equal({})
    expect(told).to.deep.equal(['contact', 'phone', 'name', 'nothing', 'a~1b'].map(name => `form/wrong-prefill /prefill/own/${name}`))
  })

  const cases: [field: Omit<FieldDeclaration, 'name'> & { type: string }, given: string, value: unknown][] = [
    [{ type: 'text' }, '  a\u0000b\u202ec \n', 'abc'],
    [{ type: 'text', maxLength: 5 }, 'abcdefgh', 'abcd…'],
    [{ type: 'text' }, 'x'.repeat(3_000), `${'x'.repeat(1_999)}…`],
    [{ type: 'text' }, '<b>bold</b>', '<b>bold</b>'],
    [{ type: 'number' }, '12.5', 12.5],
    [{ type: 'number' }, 'twelve', undefined],
    [{ type: 'number' }, ' ', undefined],
    [{ type: 'date' }, '2026-02-28', '2026-02-28'],
    [{ type: 'date' }, '2026-02-30', undefined],
    [{ type: 'choice', options: [1, 'b'] }, '1', 1],
    [{ type: 'choice', options: [1, 'b'] }, 'c', undefined],
    [{ type: 'choices', options: ['a', 'b'] }, 'b', ['b']],
    [{ type: 'consent' }, 'true', undefined],
    [{ type: 'hidden' }, 'spring\u0007', 'spring'],
    [{ type: 'text' }, '', undefined],
  ]
  for (const [field, given, value] of cases) {
    it(`takes ${JSON.stringify(given.slice(0, 20))} for ${JSON.stringify(field)} as ${JSON.stringify(value)?.slice(0, 20)}`, async () => {
      expect(await answer(field, given)).to.deep.equal(value)
    })
  }

  it('takes from the page what the field could have said, and nothing else', async () => {
    const fields: FieldDeclaration[] = [
      { type: 'choices', name: 'some', options: ['a', 'b'] }, { type: 'consent', name: 'agreed' }, { type: 'rating', scale: 'nps' }, { type: 'map', name: 'where' },
      { type: 'text', name: 'text' }, { type: 'text', name: 'number' }, { type: 'observations' }, { type: 'file' },
    ]
    const { initial } = await begin(fields, {
      fieldTypes: { map: 'my-map' },
      prefill: { some: ['b', 'c', 'b'], agreed: true, rating: { scale: 'nps', value: 9, max: 10 }, where: { lat: 1 }, text: { toString: 'no' }, number: 7, observations: [{ text: 'x' }], files: ['x'] },
    })
    expect(initial).to.deep.equal({ rating: { scale: 'nps', value: 9, max: 10 }, answers: { some: ['b'], where: { lat: 1 }, number: '7' } })
    expect((await begin([{ type: 'rating', scale: 'csat' }], { prefill: { rating: { scale: 'nps', value: 9, max: 10 } } })).initial).to.deep.equal({})
  })
})
