import { expect } from '@open-wc/testing'
import type { FieldDeclaration, FieldProblem } from '../../../src/core/forms/field.ts'
import type { Draft } from '../../../src/core/issue/draft.ts'
import { formWith } from './form-fixtures.ts'

const draft = (answers: Record<string, unknown>, more: Partial<Draft> = {}): Draft => ({ kind: 'problem', answers, ...more })
const name = 'it'

type Case = [value: unknown, ...expected: Partial<FieldProblem>[]]
const tables: [title: string, field: FieldDeclaration, cases: Case[]][] = [
  ['a text that must be given', { type: 'text', name, required: true }, [
    ['x'], [undefined, { code: 'required' }], ['', { code: 'required' }], [' \n ', { code: 'required' }], [5, { code: 'required' }], [{ a: 1 }, { code: 'required' }],
  ]],
  ['a text that need not be given', { type: 'text', name }, [[undefined], [''], ['   '], [5], [null]]],
  ['a text of a certain length', { type: 'text', name, minLength: 3, maxLength: 5 }, [
    ['abc'], ['abcde'], [''], ['ab', { code: 'too-short', count: 1 }], ['abcdefg', { code: 'too-long', count: 2 }], ['  abcde  '],
    // Counted as a text field counts: a smiley is two.
    ['😀😀'], ['😀😀😀', { code: 'too-long', count: 1 }],
  ]],
  ['a pattern', { type: 'text', name, pattern: '[A-Z]{2}\\d+', patternMessage: 'Two letters, then figures' }, [
    ['AB12'], [' AB12 '], ['xAB12', { code: 'pattern', message: 'Two letters, then figures' }], ['AB12x', { code: 'pattern' }],
  ]],
  ['alternatives, which are all of the value', { type: 'text', name, pattern: 'a|bc' }, [['a'], ['bc'], ['ac', { code: 'pattern' }]]],
  ['a number', { type: 'number', name, min: -1, max: 10, step: 0.1 }, [
    [0], [0.3], [-1], [10], [10.1, { code: 'too-high', bound: 10 }], [-2, { code: 'too-low', bound: -1 }], [0.25, { code: 'step', bound: 0.1 }],
    ['12a', { code: 'number' }], [NaN, { code: 'number' }], [Infinity, { code: 'number' }], [''], [undefined], [true, { code: 'number' }],
  ]],
  ['a number from a minimum on', { type: 'number', name, min: 1, step: 2 }, [[1], [3], [2, { code: 'step' }]]],
  ['zero is an answer', { type: 'number', name, required: true }, [[0], [undefined, { code: 'required' }], ['', { code: 'required' }]]],
  ['a day', { type: 'date', name, min: '2026-01-01', max: '2026-12-31' }, [
    ['2026-02-28'], ['2026-12-31'], ['2026-02-30', { code: 'date' }], ['2026-13-01', { code: 'date' }], ['2026-2-1', { code: 'date' }], ['yesterday', { code: 'date' }],
    ['2025-12-31', { code: 'too-low', bound: '2026-01-01' }], ['2027-01-01', { code: 'too-high', bound: '2026-12-31' }], [20260101], ['2024-02-29', { code: 'too-low' }],
  ]],
  ['a telephone number', { type: 'phone', name }, [
    ['+49 30 901820'], ['(030) 90-18-20'], ['030/901820 ext 5'], ['٠٥٠١٢٣٤٥٦٧'], ['112', { code: 'phone' }], ['call me', { code: 'phone' }], ['1'.repeat(30), { code: 'phone' }],
    ['12345<script>', { code: 'phone' }],
  ]],
  ['one of several', { type: 'choice', name, options: ['late', 3] }, [['late'], [3], ['3', { code: 'not-offered' }], ['early', { code: 'not-offered' }], [['late'], { code: 'not-offered' }], [undefined]]],
  ['some of several', { type: 'choices', name, options: ['a', 'b', 3], required: true }, [
    [['a', 3]], [[], { code: 'required' }], [undefined, { code: 'required' }], [['a', 'c'], { code: 'not-offered' }], ['a', { code: 'required' }],
  ]],
  ['consent that must be given', { type: 'consent', name, required: true }, [[true], [false, { code: 'required' }], [undefined, { code: 'required' }], ['true', { code: 'required' }]]],
  ['consent that may be given', { type: 'consent', name }, [[true], [false], [undefined]]],
]

describe('the answers', () => {
  for (const [title, field, cases] of tables) {
    for (const [value, ...expected] of cases) {
      it(`${title}: ${JSON.stringify(value) ?? String(value)} → ${expected.map(({ code }) => code).join() || 'fine'}`, async () => {
        const form = await formWith([field])
        const problems = await form.problems(draft({ [name]: value }))
        expect(problems.map(({ code }) => code)).to.deep.equal(expected.map(({ code }) => code))
        for (const [i, problem] of problems.entries()) expect(problem).to.include({ field: name, ...expected[i] })
      })
    }
  }

  const addresses: [string, boolean][] = [
    ['ada@example.com', true], ['ada.l+x@mail.example.co.uk', true], ['ada@localhost', true], [' ada@example.com ', true], ['ada@exämple.de', true],
    ['ada', false], ['ada@', false], ['@example.com', false], ['ada@@example.com', false], ['ada@-example.com', false], ['ada@example..com', false],
    ['ada lovelace@example.com', false], [`ada@${'a'.repeat(64)}.com`, false], ['ada@example.com, grace@example.com', false],
  ]
  for (const [email, fine] of addresses) {
    it(`${email.slice(0, 40)} is ${fine ? 'an' : 'no'} address`, async () => {
      const form = await formWith(['contact'])
      expect(await form.problems({ kind: 'problem', contact: { email } })).to.deep.equal(fine ? [] : [{ field: 'contact', code: 'email' }])
    })
  }

  it('come back from an address of any length', async () => {
    const form = await formWith(['contact'])
    await form.problems({ kind: 'problem', contact: { email: `a@${'a.'.repeat(50_000)}!` } })
  }).timeout(20_000)

  it('rate on the scale of the form, within its bounds', async () => {
    const form = await formWith(['rating'], { kind: 'rating', scale: 'nps' })
    const rated = (rating: unknown) => form.problems({ kind: 'rating', rating } as Draft)
    expect(await rated({ scale: 'nps', value: 0, max: 10 })).to.deep.equal([])
    expect(await rated(undefined)).to.deep.equal([{ field: 'rating', code: 'required' }])
    for (const wrong of [{ scale: 'csat', value: 3, max: 5 }, { scale: 'nps', value: 11, max: 10 }, { scale: 'nps', value: -1, max: 10 }, { scale: 'nps', value: 2.5, max: 10 }, 7, 'good']) {
      expect(await rated(wrong), JSON.stringify(wrong)).to.deep.equal([{ field: 'rating', code: 'not-offered' }])
    }
  })

  it('say which remark is too long, and never ask for one', async () => {
    const form = await formWith([{ type: 'observations', required: true }])
    expect(await form.problems({ kind: 'problem', observations: [{ text: ' ' }] })).to.deep.equal([])
    expect(await form.problems({ kind: 'problem', observations: [{ text: 'ok' }, { text: 'x'.repeat(2_003) }, { text: 5 } as never] }))
      .to.deep.equal([{ field: 'observations/1', code: 'too-long', count: 3 }])
    const many = Array.from({ length: 51 }, () => ({ text: 'ok' }))
    expect(await form.problems({ kind: 'problem', observations: many })).to.deep.equal([{ field: 'observations', code: 'too-high', bound: 50 }])
  })

  it('ask for a file where one is required, in its own field', async () => {
    const form = await formWith([{ type: 'file', name: 'receipt', required: true }])
    const file = (field: string) => ({ id: 'f', name: 'a.png', type: 'image/png', size: 1, field, bytes: new ArrayBuffer(1) })
    expect(await form.problems({ kind: 'problem', attachments: [file('files')] })).to.deep.equal([{ field: 'receipt', code: 'required' }])
    expect(await form.problems({ kind: 'problem', attachments: [file('receipt')] })).to.deep.equal([])
  })

  it('of an element of the owner’s own are only asked for, and measured where they are texts', async () => {
    const form = await formWith([{ type: 'map', name, required: true, maxLength: 3 }], {}, { fieldTypes: { map: 'my-map' } })
    expect(await form.problems(draft({}))).to.deep.equal([{ field: name, code: 'required' }])
    expect(await form.problems(draft({ [name]: { lat: 1 } }))).to.deep.equal([])
    expect(await form.problems(draft({ [name]: 'abcd' }))).to.deep.equal([{ field: name, code: 'too-long', count: 1 }])
  })

  it('are judged step by step where there are steps, in the order of the form', async () => {
    const fields: FieldDeclaration[] = ['a', 'b', 'c'].map(each => ({ type: 'text', name: each, required: true }))
    const form = await formWith(fields, { steps: [{ fields: ['b'] }, { fields: ['c', 'a'] }] })
    const of = async (step?: number) => (await form.problems(draft({}), step)).map(({ field }) => field)
    expect([await of(), await of(0), await of(1), await of(2)]).to.deep.equal([['a', 'b', 'c'], ['b'], ['a', 'c'], []])
  })

  it('to fields that are not shown are not judged', async () => {
    const form = await formWith([{ type: 'consent', name: 'more' }, { type: 'text', name, required: true, showIf: { field: 'more', is: true } }])
    expect(await form.problems(draft({}))).to.deep.equal([])
    expect(await form.problems(draft({ more: true }))).to.deep.equal([{ field: name, code: 'required' }])
  })
})
