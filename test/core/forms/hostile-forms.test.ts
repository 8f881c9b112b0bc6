import { expect } from '@open-wc/testing'
import type { Draft } from '../../../src/core/issue/draft.ts'
import { formFor } from './form-fixtures.ts'

/** A small generator of its own, so that a failure can be repeated by its seed. */
function randomly(seed: number) {
  let state = seed
  const next = () => ((state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32)
  return <T>(values: readonly T[]): T => values[Math.floor(next() * values.length)]!
}

const endless: Record<string, unknown> = { en: 'Words' }
endless['self'] = endless
const junk: unknown[] = [
  null, 0, -1, NaN, 1e308, true, '', ' ', '<img src=x onerror=alert(1)>', '\u202egnol', '\ud800', 'x'.repeat(50_000), '${7*7}', '__proto__', 'constructor', 'story', [], [[]], {}, endless,
  [null], ['story', 'story'], { field: 'story', is: 'x' }, { all: [{ field: 'it', answered: true }] }, { en: '' }, { __proto__: null }, { value: {}, label: 5 }, '(a+)+$', '[', () => 1, Symbol('x'), 10n,
]
const throwing = new Proxy({}, { get: () => { throw new Error('hands off') }, ownKeys: () => { throw new Error('hands off') } })
const formKeys = ['kind', 'title', 'intro', 'send', 'topic', 'audience', 'fields', 'scale', 'outcomes', 'hints', 'steps']
const fieldKeys = [
  'type', 'name', 'label', 'hint', 'placeholder', 'required', 'minLength', 'maxLength', 'pattern', 'patternMessage', 'min', 'max', 'step', 'options', 'scale', 'showIf', 'value',
  'fromUrl', 'autocomplete', 'lines', 'expects', 'sensitive',
]
const types = ['text', 'story', 'choice', 'choices', 'rating', 'email', 'phone', 'number', 'date', 'file', 'screenshot', 'element', 'observations', 'consent', 'hidden']

describe('whatever a declaration says', () => {
  // A thousand warnings that are meant to come.
  const { warn } = console
  before(() => void (console.warn = () => {}))
  after(() => void (console.warn = warn))

  for (let batch = 0; batch < 10; batch++) {
    it(`a form comes of it that can be shown, checked and sent (${batch})`, async () => {
      for (let seed = batch * 40; seed < batch * 40 + 40; seed++) {
        const pick = randomly(seed * 7_919 + 1)
        const field = () => ({
          type: pick([...types, ...types, pick(junk)]), name: pick(['it', 'that', 'story', 'files', pick(junk)]), options: pick([['a', 'b'], [1, '1'], pick(junk)]),
          ...Object.fromEntries([1, 2, 3].map(() => [pick(fieldKeys), pick(junk)])),
        })
        const declaration = { id: 'own', fields: [field(), pick(junk), field(), 'contact', field()], ...Object.fromEntries([1, 2].map(() => [pick(formKeys), pick(junk)])) }
        const { form, problems: told } = await formFor(declaration, { prefill: { own: { it: pick([...junk, throwing]), story: pick(junk) } } as never })
        const said = (value: unknown): Draft => ({ kind: 'problem', story: value, answers: { it: value, that: value }, contact: { email: value } }) as Draft
        for (const draft of [{ kind: 'problem' } as Draft, said('Words'), said(pick([5, null, [], {}, 'x'.repeat(20_000)])), { kind: 'problem', ...form.initial } as Draft]) {
          const problems = await form.problems(draft)
          expect(problems.every(({ code }) => typeof code === 'string'), `seed ${seed}`).to.equal(true)
          await form.hints(draft)
          expect(form.outgoing(draft), `seed ${seed}`).to.include({ form: 'own', kind: form.kind })
        }
        expect(told.some(({ code }) => code === 'form/unreadable'), `seed ${seed}`).to.equal(false)
        expect(form.fields.length, `seed ${seed}`).to.be.greaterThan(0)
        expect(new Set(form.fields.map(({ name }) => name)).size, `seed ${seed}`).to.equal(form.fields.length)
        for (const { label = '', hint = '' } of form.fields) expect(label.length <= 300 && hint.length <= 1_000, `seed ${seed}`).to.equal(true)
      }
    })
  }
})
