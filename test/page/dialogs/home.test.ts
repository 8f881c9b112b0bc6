import { expect, fixture, html } from '@open-wc/testing'
import { Home } from '../../../src/page/dialogs/home.ts'

async function away() {
  const page = await fixture<HTMLElement>(html`<div><main><p></p></main><aside></aside></div>`)
  const [main, aside, element] = ['main', 'aside', 'p'].map(name => page.querySelector(name)!) as [Element, Element, Element]
  const home: Home = new Home(element, () => home.back())
  aside.append(element)
  return { page, main, aside, element, home }
}

describe('the place in the page of what is away', () => {
  it('has it back where it was', async () => {
    const { main, element, home } = await away()
    home.back()
    expect(element.parentNode === main).to.equal(true)
  })

  it('gives it to whoever made it and takes it away, without an error', async () => {
    const { main, aside, element } = await away()
    main.removeChild(element)
    expect(element.parentNode).to.equal(null)
    expect(aside.children.length).to.equal(0)
    expect(Object.hasOwn(main, 'removeChild')).to.equal(false)
  })

  it('lets something new be put before it', async () => {
    const { main, element } = await away()
    const before = main.insertBefore(document.createElement('b'), element)
    expect(before.nextElementSibling === element).to.equal(true)
    expect(Object.hasOwn(main, 'insertBefore')).to.equal(false)
  })

  it('goes with it when the place itself is taken out of the page', async () => {
    const { main, element, home } = await away()
    main.remove()
    expect(home.isThere).to.equal(false)
    home.back()
    expect(main.contains(element)).to.equal(true)
  })
})
