import { expect } from '@open-wc/testing'
import type { EarshotElement } from '../../../../src/elements/shared/earshot-element.ts'
import { parts } from '../../../../src/elements/shared/looks/parts.ts'
import { soon, stage } from '../../element-fixtures.ts'
import { find } from '../../find.ts'

const named = (root: ParentNode, part: string) => root.querySelector<HTMLElement>(`[part~=${part}]`)

describe('The names of parts', () => {
  it('are the same in every element', async () => {
    const { element } = await stage<EarshotElement>('earshot-feedback', { form: 'problem' } as never)
    const root = element.shadowRoot!
    await find(element, 'textbox')
    const field = await soon(() => named(root, 'field'), 'a field has its name')
    expect(field.localName).to.equal('textarea')
    expect([named(root, 'label')?.localName, named(root, 'heading')?.part.value]).to.deep.equal(['label', 'title heading'])
    const send = await find(element, 'button', 'Send')
    await soon(() => send.part.value === 'send button', 'a name of its own stays')
    send.click()
    await soon(() => named(root, 'error'), 'what is drawn later has its name, too')
  })

  it('reach into the panel', async () => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('earshot-widget::part(field) { border-top-style: dashed } earshot-widget::part(row) { text-indent: 3px }')
    document.adoptedStyleSheets.push(sheet)
    try {
      const { element, desk } = await stage<EarshotElement>('earshot-widget')
      desk.open()
      const box = await find(element, 'searchbox')
      await soon(() => getComputedStyle(box).borderTopStyle === 'dashed', 'the search box is styled from the page')
      const row = await find(element, 'button', 'Your requests')
      expect(getComputedStyle(row).textIndent).to.equal('3px')
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter(other => other !== sheet)
    }
  })

  it('are each for something else', () => {
    expect(new Set(parts.map(({ part }) => part)).size).to.equal(parts.length)
    for (const { of } of parts) expect(() => document.createElement('p').matches(of)).not.to.throw()
  })
})
