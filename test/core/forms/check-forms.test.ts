import { expect } from '@open-wc/testing'
import { checkFieldTypes, checkForms } from '../../../src/core/forms/check-forms.ts'
import type { Problem } from '../../../src/core/support/errors.ts'
import { codes, formFor } from './form-fixtures.ts'

const problem = 'story detail outcome element screenshot files observations contact'
const text = (name: string, more = {}) => ({ type: 'text', name, ...more })

describe('a wrong declaration of a form is told with its place, and the rest of the form works', () => {
  const cases: [title: string, declaration: object, told: string[], fields?: string][] = [
    ['a type nobody knows', { fields: ['story', { type: 'txt', name: 'x' }] }, ['form/unknown-type /forms/0/fields/1/type'], 'story'],
    ['no type at all', { fields: ['story', { name: 'x' }] }, ['form/unknown-type /forms/0/fields/1/type'], 'story'],
    ['no name', { fields: ['story', { type: 'text' }] }, ['form/no-name /forms/0/fields/1/name'], 'story'],
    ['a name that is none', { fields: ['story', text('a b'), text('__proto__'), text('constructor'), text('x'.repeat(65)), text(5 as never)] },
      [1, 2, 3, 4, 5].map(index => `form/no-name /forms/0/fields/${index}/name`), 'story'],
    ['a name given twice', { fields: [text('a'), text('b'), text('a'), 'story', 'story'] },
      ['form/duplicate-name /forms/0/fields/2/name', 'form/duplicate-name /forms/0/fields/4/name'], 'a b story'],
    ['a name alone that is none of ours', { fields: ['stroy', 'story'] }, ['form/unknown-field /forms/0/fields/0'], 'story'],
    ['a name that is kept for something else', { fields: ['story', { type: 'number', name: 'rating' }, { type: 'choices', name: 'outcome', options: ['a'] }] },
      ['form/wrong-type-for-name /forms/0/fields/1/type', 'form/wrong-type-for-name /forms/0/fields/2/type'], 'story'],
    ['what is no field', { fields: [5, null, [], 'story'] }, [0, 1, 2].map(index => `form/wrong-field /forms/0/fields/${index}`), 'story'],
    ['no field that can be shown', { fields: [{ type: 'nothing', name: 'x' }] }, ['form/unknown-type /forms/0/fields/0/type', 'form/no-fields /forms/0/fields'], problem],
    ['fields that are no list', { fields: 'story' }, ['form/wrong-value /forms/0/fields'], problem],
    ['a password', { fields: ['story', { type: 'password', name: 'pin' }] }, ['form/forbidden-field /forms/0/fields/1'], 'story'],
    ['a card number', { fields: ['story', text('card', { autocomplete: 'billing cc-number' })] }, ['form/forbidden-field /forms/0/fields/1'], 'story'],
    ['a password by another name', { fields: ['story', text('p', { autocomplete: 'Current-Password' }), text('q', { autocomplete: 'new-password' }), text('r', { autocomplete: 'one-time-code' })] },
      [1, 2, 3].map(index => `form/forbidden-field /forms/0/fields/${index}`), 'story'],
    ['a choice of nothing', { fields: ['story', { type: 'choice', name: 'x' }, { type: 'choices', name: 'y', options: [] }] },
      ['form/no-options /forms/0/fields/1/options', 'form/no-options /forms/0/fields/2/options'], 'story'],
    ['the same option twice', { fields: [{ type: 'choice', name: 'x', options: ['a', 'a', '1', 1, null, {}] }] },
      ['form/duplicate-option /forms/0/fields/0/options/1', 'form/wrong-option /forms/0/fields/0/options/4', 'form/wrong-option /forms/0/fields/0/options/5'], 'x'],
    ['a wrong scale', { fields: [{ type: 'rating', scale: 'marks' }], scale: 'out of ten' }, ['form/wrong-value /forms/0/scale', 'form/wrong-value /forms/0/fields/0/scale'], 'rating'],
    ['more at least than at most', { fields: [text('a', { minLength: 5, maxLength: 3 }), { type: 'number', name: 'b', min: 2, max: 1 }, { type: 'date', name: 'c', min: '2026-02-01', max: '2026-01-01' }] },
      ['form/min-above-max /forms/0/fields/0/minLength', 'form/min-above-max /forms/0/fields/1/min', 'form/min-above-max /forms/0/fields/2/min'], 'a b c'],
    ['bounds of the wrong sort', { fields: [{ type: 'date', name: 'a', min: 5 }, { type: 'number', name: 'b', max: '9', step: 0 }] },
      ['form/wrong-value /forms/0/fields/0/min', 'form/wrong-value /forms/0/fields/1/max', 'form/wrong-value /forms/0/fields/1/step'], 'a b'],
    ['a longer text than an issue can carry', { fields: [{ type: 'text', name: 'outcome', maxLength: 5_000 }] }, ['form/wrong-value /forms/0/fields/0/maxLength'], 'outcome'],
    ['a pattern that is none', { fields: [text('a', { pattern: '(' })] }, ['form/bad-pattern /forms/0/fields/0/pattern'], 'a'],
    ['a pattern that could take for ever', { fields: [text('a', { pattern: '(a+)+$' })] }, ['form/bad-pattern /forms/0/fields/0/pattern'], 'a'],
    ['a condition on no field', { fields: ['story', text('a', { showIf: { field: 'b', is: 1 } })] }, ['form/unknown-field /forms/0/fields/1/showIf'], 'story a'],
    ['a condition on a later field', { fields: [text('a', { showIf: { field: 'b', is: '1' } }), text('b')] }, ['form/later-field /forms/0/fields/0/showIf'], 'a b'],
    ['a condition on itself', { fields: [text('a', { showIf: { field: 'a', is: '1' } })] }, ['form/cycle /forms/0/fields/0/showIf'], 'a'],
    ['conditions in a circle', { fields: [text('a', { showIf: { field: 'c', is: '1' } }), text('b', { showIf: { field: 'a', is: '1' } }), text('c', { showIf: { not: { field: 'b', is: '1' } } })] },
      ['form/cycle /forms/0/fields/0/showIf', 'form/cycle /forms/0/fields/1/showIf', 'form/cycle /forms/0/fields/2/showIf'], 'a b c'],
    ['what is no condition', { fields: ['story', text('a', { showIf: { story: true } })] }, ['form/wrong-condition /forms/0/fields/1/showIf'], 'story a'],
    ['steps that name fields there are not', { fields: ['story', 'contact'], steps: [{ fields: ['story', 'nothing'] }, { fields: ['contact', 'story'] }] },
      ['form/unknown-field /forms/0/steps/0/fields/1', 'form/duplicate-name /forms/0/steps/1/fields/1'], 'story contact'],
    ['steps that leave some out', { fields: ['story', 'outcome', 'contact'], steps: [{ fields: ['story'] }, 5] }, ['form/wrong-step /forms/0/steps/1', 'form/field-in-no-step /forms/0/steps'], 'story outcome contact'],
    ['labels that are no words', { title: 5, intro: ['a'], fields: [text('a', { label: { en: 5, constructor: 'x', de: 'Hallo' }, hint: null })] },
      ['form/wrong-text /forms/0/fields/0/label', 'form/wrong-text /forms/0/fields/0/hint', 'form/wrong-text /forms/0/title', 'form/wrong-text /forms/0/intro'], 'a'],
    ['parts of the wrong sort', { kind: 'complaint', hints: 'no', topic: 5, audience: '', steps: {}, outcomes: 'refund', fields: [text('a', { required: 'yes', lines: -1, expects: 'date', sensitive: 1, fromUrl: '', autocomplete: 5 })] },
      ['kind', 'outcomes', 'fields/0/lines', 'fields/0/autocomplete', 'fields/0/expects', 'fields/0/sensitive', 'fields/0/fromUrl', 'fields/0/required', 'steps', 'hints', 'topic', 'audience']
        .map(path => `form/wrong-value /forms/0/${path}`), 'a'],
  ]
  for (const [title, declaration, told, fields] of cases) {
    it(title, async () => {
      const { form, problems } = await formFor({ id: 'own', ...declaration })
      expect(codes(problems)).to.have.members(told)
      expect(form.fields.map(({ name }) => name).join(' ')).to.equal(fields)
      expect(form.shown({ kind: 'problem' }).length).to.be.greaterThan(0)
      expect(new Set(form.steps.flatMap(step => step.fields))).to.deep.equal(new Set(form.fields.map(({ name }) => name)))
    })
  }

  it('of a thousand fields the first hundred are shown', async () => {
    const { form, problems } = await formFor({ id: 'own', fields: Array.from({ length: 1_000 }, (_, i) => text(`f${i}`)) })
    expect(codes(problems)).to.deep.equal(['form/too-many-fields /forms/0/fields'])
    expect(form.fields.map(({ name }) => name)).to.deep.equal(Array.from({ length: 100 }, (_, i) => `f${i}`))
  })

  it('a label of a megabyte is cut, and cannot turn the direction of what follows', async () => {
    const { form, problems } = await formFor({ id: 'own', fields: [text('a', { label: 'x'.repeat(1_000_000) }), text('b', { label: 'safe\u202eevil\u0000' })] })
    expect(codes(problems)).to.deep.equal(['form/text-too-long /forms/0/fields/0/label'])
    expect(form.fields.map(({ label }) => label)).to.deep.equal([`${'x'.repeat(299)}…`, 'safeevil'])
  })

  it('a hundred mistakes do not fill the console', async () => {
    const { problems } = await formFor({ id: 'own', fields: Array.from({ length: 100 }, () => ({ type: 'nothing' })) })
    expect(problems.length).to.equal(20)
    expect(problems.at(-1)!.message).to.contain('more to mend')
  })

  it('a problem says what was expected, what came, and what is nearest to it', async () => {
    const { problems } = await formFor({ id: 'own', fields: ['story', { type: 'nmber', name: 'a' }] })
    expect(problems[0]!.message).to.match(/expected .+ got "nmber"; did you mean "number"\?/)
  })
})

describe('the declared forms', () => {
  const check = (forms: unknown[]) => {
    const problems: Problem[] = []
    return { forms: checkForms(forms, { locale: 'en', tell: each => problems.push(each) }), problems }
  }

  it('have an id each; the first of two that share it is used', () => {
    const { forms, problems } = check([{ id: 'a', title: 'One' }, { id: 'a', title: 'Two' }, 5, null, { id: 7 }, { id: ' ' }])
    expect(codes(problems)).to.deep.equal(['form/duplicate-id /forms/1/id', 'form/not-a-form /forms/2', 'form/not-a-form /forms/3', 'form/no-id /forms/4/id', 'form/no-id /forms/5/id'])
    expect([...forms.values()].map(({ title }) => title)).to.deep.equal(['One'])
  })

  it('that throw when they are read leave the built-in form in their place', () => {
    const { forms, problems } = check([{ id: 'a', get fields() { throw new Error('no') } }, { id: 'b', title: 'Fine' }])
    expect(codes(problems)).to.deep.equal(['form/unreadable /forms/0'])
    expect([...forms.keys()]).to.deep.equal(['b'])
  })

  it('are a hundred at most', () => {
    const { forms, problems } = check(Array.from({ length: 101 }, (_, i) => ({ id: `f${i}` })))
    expect([forms.size, codes(problems)]).to.deep.equal([100, ['form/too-many-forms /forms']])
  })

  it('take fields of the owner’s own where their element has a name it can have', () => {
    const problems: Problem[] = []
    const given = { map: 'my-map', 'a/b': 'map', text: 'my-text', password: 'my-password', ours: 'earshot-widget', up: 'My-Map', taken: 'font-face', html: 'x-y onclick' }
    expect([...checkFieldTypes(given, each => problems.push(each))]).to.deep.equal([['map', 'my-map']])
    expect(codes(problems)).to.deep.equal([
      'form/bad-tag /fieldTypes/a~1b', 'form/type-taken /fieldTypes/text', 'form/type-taken /fieldTypes/password', 'form/bad-tag /fieldTypes/ours',
      'form/bad-tag /fieldTypes/up', 'form/bad-tag /fieldTypes/taken', 'form/bad-tag /fieldTypes/html',
    ])
  })
})
