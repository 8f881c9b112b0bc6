import { expect } from '@open-wc/testing'
import { comeIn } from '../../../src/elements/widget/come-in.ts'

/** A widget with a view in it, and where that view starts from. */
function start(isBack: boolean, direction: string) {
  const widget = document.createElement('div')
  widget.attachShadow({ mode: 'open' }).append(Object.assign(document.createElement('div'), { part: 'body' }))
  const view = document.createElement('p')
  view.style.direction = direction
  widget.shadowRoot!.firstElementChild!.append(view)
  document.body.append(widget)
  comeIn(widget, isBack)
  const [movement] = view.getAnimations()
  const from = (movement?.effect as KeyframeEffect | undefined)?.getKeyframes()[0]?.['translate']
  widget.remove()
  return from
}

describe('A view that comes', () => {
  it('comes from the side it lies on, in both directions of reading', () => {
    expect([start(false, 'ltr'), start(true, 'ltr'), start(false, 'rtl'), start(true, 'rtl')]).to.deep.equal(['8px', '-8px', '-8px', '8px'])
  })
})
