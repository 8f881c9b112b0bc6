import { expect, fixture, html } from '@open-wc/testing'
import { resume, uncover } from '../../../src/elements/widget/uncover.ts'

const looks = '#one { position: fixed; bottom: 70px; right: 20px; width: 300px; height: calc(100vh - 90px) }'

const panel = async () => (await fixture(html`<div><style>${looks}</style><div id="one"></div></div>`)).querySelector<HTMLElement>('#one')!

const homeOf = (element: Element) => JSON.stringify(element.getBoundingClientRect())

describe('the panel over an editor as high as the window', () => {
  const write = async (text: string, align: string) => {
    const editor = await fixture<HTMLElement>(html`<div contenteditable style="position:fixed;inset:0;text-align:${align};line-height:20px"></div>`)
    editor.textContent = text
    editor.focus()
    getSelection()!.setBaseAndExtent(editor.firstChild!, 1, editor.firstChild!, 2)
    return editor
  }

  it('stays where the line that is written in is beside it', async () => {
    const element = await panel()
    const home = homeOf(element)
    expect(uncover(element, await write('Dear all', 'left'))).to.equal(true)
    expect(homeOf(element)).to.equal(home)
  })

  it('goes to the other side where it lies on that line, and back when it is told to', async () => {
    const element = await panel()
    const home = homeOf(element)
    const editor = await write('Dear all', 'right')
    editor.style.paddingTop = '100px'
    const line = getSelection()!.getRangeAt(0).getBoundingClientRect()
    expect(element.getBoundingClientRect().left).to.be.below(line.left)
    expect(uncover(element, editor)).to.equal(true)
    expect(element.getBoundingClientRect().right).to.be.below(line.left)
    resume(element)
    expect(homeOf(element)).to.equal(home)
  })
})
