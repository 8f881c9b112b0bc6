import { expect } from '@open-wc/testing'
import { formFor, formWith } from './form-fixtures.ts'

describe('a form of the owner’s', () => {
  it('says everything in the language closest to the customer’s', async () => {
    const words = (what: string) => ({ en: `${what} en`, de: `${what} de`, 'pt-BR': `${what} pt-BR`, 'zh-TW': `${what} zh-TW` })
    const declared = {
      id: 'own', title: words('title'), intro: words('intro'), send: words('send'), outcomes: [words('refund')], steps: [{ title: words('step'), fields: ['outcome', 'a', 'b'] }],
      fields: ['outcome', { type: 'text', name: 'a', label: words('label'), hint: words('hint'), placeholder: words('x'), pattern: 'a', patternMessage: words('p') }, { type: 'choice', name: 'b', options: [{ value: 1, label: words('one') }] }],
    }
    for (const [locale, language] of [['de-AT', 'de'], ['en-GB', 'en'], ['pt', 'pt-BR'], ['zh-HK', 'zh-TW'], ['fi', 'en']] as const) {
      const { form, problems } = await formFor(declared, { locale })
      expect(problems).to.deep.equal([])
      const [outcome, a, b] = form.fields
      expect([form.title, form.intro, form.send, form.steps[0]!.title, outcome!.options[0]!.label, a!.label, a!.hint, a!.placeholder, a!.patternMessage, b!.options[0]!.label])
        .to.deep.equal(['title', 'intro', 'send', 'step', 'refund', 'label', 'hint', 'x', 'p', 'one'].map(what => `${what} ${language}`))
    }
    const { form } = await formFor({ id: 'own', title: { fr: 'Bonjour' } }, { locale: 'de' })
    expect(form.title).to.equal('Bonjour')
  })

  it('of a built-in name changes only what it says', async () => {
    const { form, problems } = await formFor({ id: 'praise', title: 'Thank somebody', topic: 'people' })
    expect(problems).to.deep.equal([])
    expect([form.kind, form.title, form.topic, form.fields.map(({ name }) => name).join(' ')]).to.deep.equal(['praise', 'Thank somebody', 'people', 'story person observations contact'])
  })

  it('names standard fields by their names alone; the story must be told where the built-in form wants it', async () => {
    const fields = ['story', 'rating', 'phone', 'name', 'summary', 'about', 'files'] as const
    const form = await formWith(fields, { kind: 'problem' })
    expect(form.fields.map(({ name, type, required }) => `${name}: ${type}${required ? '*' : ''}`))
      .to.deep.equal(['story: story*', 'rating: rating', 'phone: phone', 'name: text', 'summary: text', 'about: choice', 'files: file'])
  })

  it('gives a field of ours its name and its limits where none are given', async () => {
    const form = await formWith([{ type: 'story' }, { type: 'email' }, { type: 'file' }, { type: 'phone' }, { type: 'text', name: 'outcome' }, { type: 'text', name: 'free' }])
    expect(form.fields.map(({ name, maxLength, autocomplete }) => [name, maxLength, autocomplete])).to.deep.equal([
      ['story', 10_000, undefined], ['contact', undefined, 'email'], ['files', undefined, undefined], ['phone', undefined, 'tel'], ['outcome', 2_000, undefined], ['free', undefined, undefined],
    ])
  })

  it('offers wishes to tap, and keeps a number among options a number', async () => {
    const form = await formWith(['outcome', { type: 'choice', name: 'stars', options: [1, '1', { value: 2 }, { value: 3, label: 'Three' }] }], { outcomes: ['Money back', 'A new one', 'Money back'] })
    expect(form.fields.map(({ options }) => options)).to.deep.equal([
      [{ value: 'Money back', label: 'Money back' }, { value: 'A new one', label: 'A new one' }],
      [{ value: 1, label: '1' }, { value: '1', label: '1' }, { value: 2, label: '2' }, { value: 3, label: 'Three' }],
    ])
  })

  it('rates on its own scale, or on that of the field', async () => {
    const scales = async (more: object, fields?: object[]) => (await formFor({ id: 'rating', ...(fields && { fields }), ...more })).form.fields.map(({ scale }) => scale)
    expect((await scales({ scale: 'nps' }))[0]).to.equal('nps')
    expect((await scales({}))[0]).to.equal('csat')
    expect(await scales({ scale: 'nps' }, [{ type: 'rating', scale: 'ces' }])).to.deep.equal(['ces'])
    expect(await scales({ scale: 'stars' }, [{ type: 'rating' }])).to.deep.equal(['stars'])
  })

  it('shows a type of the owner’s own by its element, with everything that was declared', async () => {
    const declared = { type: 'map', name: 'where', zoom: 7, label: { en: 'Where?' } }
    const form = await formWith([declared], {}, { fieldTypes: { map: 'my-map' } })
    expect(form.fields[0]).to.include({ type: 'map', tag: 'my-map', label: 'Where?' })
    expect(form.fields[0]!.declared['zoom']).to.equal(7)
  })

  it('takes its steps without what the owner switched off', async () => {
    const form = await formWith(['story', 'screenshot', 'contact'], { steps: [{ title: 'One', fields: ['story'] }, { fields: ['screenshot'] }, { fields: ['contact'] }] }, { capture: { screenshot: false } })
    expect(form.steps).to.deep.equal([{ title: 'One', fields: ['story'] }, { fields: ['contact'] }])
  })

  it('keeps gentle remarks unless it wants none', async () => {
    expect([(await formWith(['story'])).hinting, (await formWith(['story'], { hints: false })).hinting]).to.deep.equal([true, false])
  })
})
