import { expect } from '@open-wc/testing'
import type { Article } from '../../../src/core/articles/article.ts'
import type { EarshotArticle } from '../../../src/elements/article/article.ts'
import { byRole, find } from '../find.ts'
import { focused, seen, soon, stage } from '../element-fixtures.ts'

const lamp: Article = {
  id: 'lamp',
  title: 'Care for your <b>lamp</b>',
  format: 'markdown',
  locale: 'en',
  updatedAt: '2026-10-28',
  author: { name: 'Ada' },
  community: true,
  related: ['parts', 'gone'],
  body: [
    'See [the parts](parts.md), [below](#cleaning) or [elsewhere](https://other.example/x).',
    '## Cleaning',
    '| Part | With |',
    '|---|---|',
    '| Shade | A dry cloth |',
    '',
    '```',
    'very --long code',
    '```',
    '- [x] unplugged',
    '- **first** wait',
    '',
    '![A lamp](https://shop.example/lamp.png)',
    '',
    '<script>alert(1)</script>',
  ].join('\n'),
}
const parts: Article = { id: 'parts', title: 'Spare parts', format: 'markdown', body: 'Every part.' }
const page: Article = {
  id: 'page',
  title: 'A page',
  format: 'html',
  locale: 'de',
  url: 'https://shop.example/help/page.html',
  body: '<h1>Ganz oben</h1><p onclick="evil()">Text mit <a href="more.html">mehr</a>, <a href="https://other.example/">anderswo</a> und <a href="#/article/parts">Teilen</a></p>'
    + '<table><tr><th>Teil</th></tr><tr><td>Schirm</td></tr></table><img src="lamp.png" width="40" height="30" alt="Lampe"><form><input name="x"></form>',
}

const article = (id: string, props: Partial<EarshotArticle> = {}, articles = [lamp, parts, page]) =>
  stage<EarshotArticle>('earshot-article', { article: id, ...props }, { articles })

describe('<earshot-article>', () => {
  it('shows an article under its title, as text and structure', async () => {
    const { element } = await article('lamp')
    await find(element, 'heading', 'Care for your <b>lamp</b>')
    const cleaning = await find(element, 'heading', 'Cleaning')
    expect(cleaning.localName).to.equal('h3')
    await find(element, 'table')
    await find(element, 'group', 'Table: Part, With')
    await find(element, 'img', 'A lamp')
    expect(seen(element)).to.contain('☑ unplugged').and.to.contain('From another customer · By Ada · Updated October 28, 2026').and.not.to.contain('alert')
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
