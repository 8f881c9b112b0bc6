import { expect } from '@open-wc/testing'
import type { EarshotArticle } from '../../../src/elements/article/article.ts'
import { focused, seen, soon, stage, type } from '../element-fixtures.ts'
import { byRole, find, gone } from '../find.ts'
import { article, parts } from './article-fixtures.ts'

describe('<earshot-article>', () => {
  it('shows an article under its title, as text and structure', async () => {
    const { element } = await article('lamp')
    await find(element, 'heading', 'Care for your <b>lamp</b>')
    const cleaning = await find(element, 'heading', 'Cleaning')
    expect(cleaning.localName).to.equal('h3')
    await find(element, 'table')
    await find(element, 'group', 'Table: Part, With')
    await find(element, 'img', 'A lamp')
    expect(seen(element)).to.contain('☑ unplugged').and.to.contain('Updated October 28, 2026').and.not.to.contain('alert')
    await find(element, 'img', 'Done:')
    await expect(element).to.be.accessible()
  })

  it('opens another article in place and leads back', async () => {
    const { element } = await article('lamp')
    ;(await find(element, 'link', 'the parts')).click()
    const title = await find(element, 'heading', 'Spare parts')
    await soon(() => focused() === title, 'focus on the title')
    expect(location.hash).to.equal('')
    ;(await find(element, 'button', 'Back')).click()
    await find(element, 'heading', 'Care for your <b>lamp</b>')
  })

  it('goes to a heading of its own without touching the address of the page', async () => {
    const { element } = await article('lamp')
    ;(await find(element, 'link', 'below')).click()
    expect(focused()?.textContent).to.equal('Cleaning')
    expect(location.hash).to.equal('')
  })

  it('says of a link that it leads to another site', async () => {
    const { element } = await article('lamp')
    const link = await find(element, 'link', 'elsewhere (another site)')
    expect(link.getAttribute('rel')).to.contain('noopener')
  })

  it('names related articles by their titles, and only those that are there', async () => {
    const { element, desk } = await article('lamp')
    await find(element, 'button', 'Spare parts')
    expect(byRole(element, 'button').map(button => button.textContent!.trim())).not.to.include('gone')
    expect(desk.state.journey.articles).to.deep.equal([{ id: 'lamp' }])
  })

  it('tells the page which article was opened', async () => {
    const heard: string[] = []
    const listen = (event: Event) => heard.push((event as Event & { id: string }).id)
    document.addEventListener('earshot-article', listen)
    const { element } = await article('lamp')
    await find(element, 'heading', 'Cleaning')
    document.removeEventListener('earshot-article', listen)
    expect(heard).to.deep.equal(['lamp'])
  })

  it('notes a yes, and does not ask for more', async () => {
    const { element, desk } = await article('lamp')
    await find(element, 'group', 'Did this help?')
    ;(await find(element, 'button', 'Yes')).click()
    await element.updateComplete
    expect(seen(element)).to.contain('Good to know.')
    expect(byRole(element, 'button', 'I have a question')).to.deep.equal([])
    expect(desk.state.journey.articles).to.deep.include({ id: 'lamp', helpful: true, seconds: 0 })
  })

  it('moves the form and the person to the front after a no', async () => {
    const { element } = await article('lamp')
    ;(await find(element, 'button', 'No')).click()
    await element.updateComplete
    expect(seen(element)).to.contain('Sorry that it did not.')
    await expect(element).to.be.accessible()
    ;(await find(element, 'button', 'Talk to a person')).click()
    await find(element, 'heading', 'Talk to a person')
    ;(await find(element, 'button', 'Back')).click()
    const question = await find(element, 'button', 'I have a question')
    question.click()
    await find(element, 'textbox', 'What would you like to know?')
  })

  it('shows an HTML article clean, in its own language, with its addresses where they belong', async () => {
    const { element } = await article('page')
    expect((await find(element, 'heading', 'Ganz oben')).localName).to.equal('h3')
    expect((await find(element, 'link', 'mehr')).getAttribute('href')).to.equal('https://shop.example/help/more.html')
    await find(element, 'link', 'anderswo (another site)')
    await find(element, 'group', 'Table: Teil')
    const picture = await find(element, 'img', 'Lampe')
    expect(picture.getAttribute('src')).to.equal('https://shop.example/help/lamp.png')
    expect(picture.getAttribute('loading')).to.equal('lazy')
    expect(seen(element)).to.contain('This article is in German.')
    expect(element.shadowRoot!.querySelector('.body input, .body form, .body [onclick]')).to.equal(null)
    ;(await find(element, 'link', 'Teilen')).click()
    await find(element, 'heading', 'Spare parts')
  })

  it('says whose answer it is, and thanks them once', async () => {
    const { element, desk, taken } = await article('lamp')
    const thank = await find(element, 'button', 'Thank Ada')
    expect(seen(element)).to.contain('Answer by Ada, another customer')
    thank.click()
    const thanked = await find(element, 'button', 'Your thanks are noted')
    expect(thanked.getAttribute('aria-disabled')).to.equal('true')
    thanked.click()
    await element.updateComplete
    expect(desk.state.journey.articles?.[0]?.thanked).to.equal(true)
    await soon(() => taken.length > 0, 'that it has arrived')
    expect(taken.length).to.equal(1)
  })

  it('asks after a no, once, what is missing, and notes it', async () => {
    const { element, desk } = await article('lamp')
    ;(await find(element, 'button', 'No')).click()
    const field = await find(element, 'textbox', 'What is missing?')
    await expect(element).to.be.accessible()
    type(field, 'How to change the fuse.')
    byRole(element, 'button', 'Send')[0]!.click()
    await soon(() => focused()?.matches('.noted'), 'focus on what became of it')
    expect(seen(element)).to.contain('Noted. It goes along when you write to us.')
    expect(byRole(element, 'textbox')).to.deep.equal([])
    expect(JSON.stringify(desk.state.journey)).to.contain('How to change the fuse.')
  })

  it('lets the question what is missing be skipped', async () => {
    const { element } = await article('lamp')
    ;(await find(element, 'button', 'No')).click()
    await gone(element, 'button', 'Thank Ada')
    ;(await find(element, 'button', 'Skip')).click()
    await gone(element, 'textbox')
    expect(focused()?.textContent?.trim()).to.equal('Talk to a person')
  })

  it('names the article in the question that follows a no, with what was said to be missing', async () => {
    const { element, desk } = await article('lamp')
    ;(await find(element, 'button', 'No')).click()
    type(await find(element, 'textbox', 'What is missing?'), 'The fuse.')
    byRole(element, 'button', 'I have a question')[0]!.click()
    await soon(() => desk.state.drafts.get('question')?.story === 'About “Care for your <b>lamp</b>”: The fuse.', 'the words in the draft')
  })

  it('says that an article is no longer here, and still offers to ask', async () => {
    const { element } = await article('nothing')
    await find(element, 'heading', 'This article is no longer here.')
    await find(element, 'button', 'I have a question')
    expect(byRole(element, 'button', 'Try again')).to.deep.equal([])
    await expect(element).to.be.accessible()
  })

  it('tries again after a failure', async () => {
    let works = false
    const source = {
      search: async () => [],
      read: async () => {
        if (!works) throw new Error('The line is down')
        return parts
      },
    }
    const { element } = await stage<EarshotArticle>('earshot-article', { article: 'parts' }, { articles: source })
    await soon(() => seen(element).includes('could not be loaded'), 'that it failed')
    works = true
    ;(await find(element, 'button', 'Try again')).click()
    await find(element, 'heading', 'Spare parts')
  })

  it('shows another article when its attribute changes', async () => {
    const { element } = await article('lamp')
    await find(element, 'heading', 'Cleaning')
    element.setAttribute('article', 'parts')
    await find(element, 'heading', 'Spare parts')
    expect(byRole(element, 'heading', 'Cleaning')).to.deep.equal([])
  })
})
