import { expect, fixture } from '@open-wc/testing'
import { subjectOf } from '../../../src/elements/rating/target.ts'

const told = async (content: string) => {
  const around = await fixture<HTMLElement>(`<div>${content}</div>`)
  return subjectOf(around.querySelector('#x'))
}

describe('What an issue says of the element that is rated', () => {
  it('is where it is, and what it is called: by its label, its heading, or itself when it is short', async () => {
    expect(await told('<section id="x" aria-label="The lamp">Much more</section>')).to.deep.equal({ selector: '#x', text: 'The lamp' })
    expect(await told('<section id="x"><h3>The  lamp</h3><p>Much more</p></section>')).to.deep.equal({ selector: '#x', text: 'The lamp' })
    expect(await told('<p id="x">A lamp</p>')).to.deep.equal({ selector: '#x', text: 'A lamp' })
    expect(await told(`<p id="x">${'lamp '.repeat(40)}</p>`)).to.deep.equal({ selector: '#x' })
  })

  it('is only where it is, where the owner marked it, or something in it or around it', async () => {
    for (const mark of ['data-private', 'data-earshot-mask', 'data-earshot-ignore']) {
      expect(await told(`<p id="x" ${mark} aria-label="Ada">Ada</p>`)).to.deep.equal({ selector: '#x' })
      expect(await told(`<div ${mark}><p id="x" aria-label="Ada">Ada</p></div>`)).to.deep.equal({ selector: '#x' })
      expect(await told(`<p id="x">For <b ${mark}>Ada</b></p>`)).to.deep.equal({ selector: '#x' })
    }
  })
})
