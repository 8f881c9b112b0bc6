import { expect } from '@open-wc/testing'
import { createMemoryStore } from '../../src/core/outbox/memory-store.ts'
import { createDesk } from '../../src/desk/create-desk.ts'
import type { Config } from '../../src/desk/config.ts'
import { backend, deskFor, stillPage } from './desk-fixtures.ts'

let number = 0

/** A desk on a page with this address, which counts how often the address is asked. */
function deskAt(query: Record<string, string>, config: Config) {
  const { page } = stillPage()
  const asked: string[] = []
  const desk = createDesk({ desk: `forms-${number++}`, transport: backend().transport, ...config }, {
    page: { ...page, reading: async () => ({ ...(await page.reading()), parameter: name => (asked.push(name), query[name]) }) },
    openStore: async () => createMemoryStore(),
    storeExists: async () => false,
  })
  return { desk, asked }
}

const names = (fields: readonly { name: string }[]) => fields.map(({ name }) => name)

describe('forms, as the desk hands them out', () => {
  it('are whole without any settings', async () => {
    const { desk } = deskFor()
    expect(names((await desk.form('problem')).fields)).to.deep.equal(['story', 'detail', 'outcome', 'element', 'screenshot', 'files', 'observations', 'contact'])
    expect(await desk.form('nobody-knows')).to.include({ id: 'nobody-knows', kind: 'problem' })
    desk.dispose()
  })

  it('leave out what the owner does not collect', async () => {
    const { desk } = deskFor({ capture: { element: false, screenshot: false, files: false } })
    expect(names((await desk.form('problem')).fields)).to.deep.equal(['story', 'detail', 'outcome', 'observations', 'contact'])
    desk.dispose()
  })

  it('offer the people of the ladder as those to thank, but no links', async () => {
    const ladder: Config['ladder'] = [{ id: 'a', name: 'Ada', kind: 'message' }, { id: 'b', name: 'Our forum', kind: 'link', to: 'https://forum.example' }, { id: 'c', name: 'Grace', kind: 'phone', to: 'tel:1' }]
    const { desk } = deskFor({ ladder: ladder! })
    expect((await desk.form('praise')).fields.find(({ name }) => name === 'person')!.options.map(({ value }) => value)).to.deep.equal(['Ada', 'Grace'])
    desk.dispose()
  })

  it('begin with the settings, also those that need no declaration', async () => {
    const { desk } = deskFor({ prefill: { problem: { outcome: 'A new one', contact: 'a@b.c' } } })
    expect((await desk.form('problem')).initial).to.deep.equal({ outcome: 'A new one' })
    expect((await desk.form('idea')).initial).to.deep.equal({})
    expect(desk.state.problems.map(({ code, path }) => [code, path])).to.deep.equal([['form/wrong-prefill', '/prefill/problem/contact']])
    desk.dispose()
  })

  it('read the address only where a field asks for it', async () => {
    const quiet = deskAt({ order: '4711' }, { forms: [{ id: 'own', fields: ['story', { type: 'text', name: 'order' }] }] })
    expect((await quiet.desk.form('own')).initial).to.deep.equal({})
    expect(quiet.asked).to.deep.equal([])
    const { desk, asked } = deskAt({ order: '4711', story: 'x' }, { forms: [{ id: 'own', fields: ['story', { type: 'text', name: 'order', fromUrl: 'order' }] }] })
    expect((await desk.form('own')).initial).to.deep.equal({ answers: { order: '4711' } })
    expect(asked).to.deep.equal(['order'])
    desk.dispose()
    quiet.desk.dispose()
  })

  it('tell what is wrong with them once, however often they are shown, and the rest works', async () => {
    const { desk, taken } = deskFor({ forms: [{ id: 'own', fields: ['story', { type: 'nothing', name: 'x' }] }, { id: 'idea', scale: 'marks' as never }] })
    for (const id of ['own', 'own', 'idea', 'problem']) await desk.form(id)
    expect(desk.state.problems.map(({ code, path }) => [code, path])).to.deep.equal([['form/unknown-type', '/forms/0/fields/1/type'], ['form/wrong-value', '/forms/1/scale']])
    const form = await desk.form('own')
    const { receipt } = await desk.submit(form.outgoing({ kind: 'problem', story: 'It broke' }))
    await receipt
    expect(taken.map(({ kind, form, story }) => [kind, form, story])).to.deep.equal([['problem', 'own', 'It broke']])
    desk.dispose()
  })

  it('make issues of their own kind, whoever writes the draft', async () => {
    const { desk } = deskFor({ forms: [{ id: 'refund', kind: 'question' }] })
    desk.edit('refund', { story: 'Where is my money?' })
    await desk.restore('refund')
    expect(desk.state.drafts.get('refund')).to.include({ kind: 'question' })
    desk.edit('page', { story: 'A picture is missing' })
    expect(desk.state.drafts.get('page')).to.include({ kind: 'problem' })
    desk.dispose()
  })
})
