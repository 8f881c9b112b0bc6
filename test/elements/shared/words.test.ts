import { expect } from '@open-wc/testing'
import { directionOf, loadWords, say } from '../../../src/elements/shared/words.ts'
import { seen, stage } from '../element-fixtures.ts'

describe('the words of an element', () => {
  it('speaks English where nobody speaks the language, and waits for it only once', async () => {
    await loadWords('tlh')
    expect(loadWords('tlh')).to.equal(undefined)
    expect(say('help')).to.equal('Help')
    expect(directionOf('tlh')).to.equal('ltr')
  })

  it('comes to rest in a language that nobody speaks', async () => {
    const { element } = await stage('earshot-feedback', { form: 'problem' }, { locale: 'ta-IN' })
    await loadWords('ta-IN')
    expect(await element.updateComplete, 'nothing is left to draw').to.equal(true)
    expect(seen(element)).to.contain('What happened?')
  })

  it('turns to the language once that is here', async () => {
    await loadWords('he-IL')
    expect(loadWords('he-IL')).to.equal(undefined)
    expect(directionOf('he-IL')).to.equal('rtl')
  })
})
