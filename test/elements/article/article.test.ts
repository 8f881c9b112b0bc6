import { expect } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import type { Article } from '../../../src/core/articles/article.ts'
import type { EarshotArticle } from '../../../src/elements/article/article.ts'
import { byRole, find, gone } from '../find.ts'
import { focused, seen, soon, stage, type } from '../element-fixtures.ts'

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

  it('shows a picture as large as the window, and goes back to where the reader was', async () => {
    const { element } = await article('lamp')
    const opener = await find(element, 'button', 'Enlarge the picture: A lamp')
    const picture = byRole(element, 'img', 'A lamp')[0]!
    expect([picture.getAttribute('loading'), picture.getAttribute('decoding')]).to.deep.equal(['lazy', 'async'])
    for (const close of [() => sendKeys({ press: 'Escape' }), (dialog: HTMLElement) => dialog.click()]) {
      opener.focus()
      opener.click()
      const dialog = await find(element, 'dialog', 'A lamp')
      await soon(() => focused()?.getAttribute('aria-label') === 'Close the picture', 'focus on the button that closes it')
      await expect(element).to.be.accessible()
      await close(dialog)
      await gone(element, 'dialog')
      expect(focused() === opener).to.equal(true)
    }
  })

  it('ends the picture by Escape, and not the panel around it', async () => {
    const { element } = await article('lamp')
    const heard: string[] = []
    element.addEventListener('keydown', event => heard.push(event.key))
    ;(await find(element, 'button', 'Enlarge the picture: A lamp')).click()
    await soon(() => focused()?.getAttribute('aria-label') === 'Close the picture', 'that the picture is large')
    await sendKeys({ press: 'Escape' })
    await gone(element, 'dialog')
    expect(heard).to.deep.equal([])
  })

  it('keeps the room of a picture whose size the article says', async () => {
    const sized: Article = { id: 'sized', title: 'Sized', format: 'markdown', body: 'Look:\n\n<img src="https://shop.example/a.png" alt="Sized lamp" width="320" height="200">' }
    const { element } = await article('sized', {}, [sized])
    const picture = await find(element, 'img', 'Sized lamp')
    expect([picture.getAttribute('width'), picture.getAttribute('height')]).to.deep.equal(['320', '200'])
  })

  it('copies code, or selects it where the browser does not let it', async () => {
    const { element } = await article('lamp')
    const copy = await find(element, 'button', 'Copy')
    const copied: string[] = []
    const own = Object.getOwnPropertyDescriptor(navigator, 'clipboard')
    const clipboard = (writeText: (text: string) => Promise<void>) => Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true })
    try {
      clipboard(async () => Promise.reject(new DOMException('No', 'NotAllowedError')))
      copy.click()
      const status = await find(element, 'status')
      await soon(() => status.textContent!.includes('Copy it with your keyboard'), 'that it is selected')
      expect(byRole(element, 'button', 'Copied')).to.deep.equal([])
      clipboard(async text => void copied.push(text))
      copy.click()
      await find(element, 'button', 'Copied')
      await soon(() => status.textContent!.trim() === 'Copied', 'that it is copied')
      expect(copied).to.deep.equal(['very --long code'])
    } finally {
      if (own) Object.defineProperty(navigator, 'clipboard', own)
      else delete (navigator as { clipboard?: unknown }).clipboard
    }
  })

  it('lists the headings of a long article, and leads to each', async () => {
    const sections = ['Unpacking', 'Mounting', 'Switching on', 'Care'].map(title => `## ${title}\n\n${'A sentence about it. '.repeat(30)}`)
    const long: Article = { id: 'long', title: 'All about it', format: 'markdown', body: `${sections.join('\n\n')}\n\n### Too small to list\n\n#### Much too small` }
    const { element } = await article('long', {}, [long])
    const contents = await find(element, 'navigation', 'On this page')
    await expect(element).to.be.accessible()
    contents.querySelector('summary')!.click()
    const link = await find(contents, 'link', 'Switching on')
    expect(byRole(contents, 'link').map(({ textContent }) => textContent)).to.deep.equal(['Unpacking', 'Mounting', 'Switching on', 'Care', 'Too small to list'])
    link.click()
    expect(focused()?.localName).to.equal('h3')
    expect(focused()?.textContent).to.equal('Switching on')
    expect(location.hash).to.equal('')
  })

  it('does the same for a long HTML article whose headings have no ids', async () => {
    const body = ['Eins', 'Zwei', 'Drei', 'Vier'].map(title => `<h2>${title}</h2><p>${'Ein Satz dazu. '.repeat(40)}</p>`).join('')
    const { element } = await article('long', {}, [{ id: 'long', title: 'Lang', format: 'html', body }])
    const contents = await find(element, 'navigation', 'On this page')
    contents.querySelector('summary')!.click()
    ;(await find(contents, 'link', 'Drei')).click()
    expect(focused()?.textContent).to.equal('Drei')
  })

  it('lists nothing of a short one', async () => {
    const { element } = await article('lamp')
    await find(element, 'heading', 'Cleaning')
    expect(byRole(element, 'navigation')).to.deep.equal([])
  })

  it('lets each block run in its own direction, and code always from left to right', async () => {
    const mixed: Article = { id: 'mixed', title: 'العناية بالمصباح', format: 'markdown', body: 'نص عربي طويل مع `npm run lamp` في وسطه.\n\nAnd a line of English.\n\n```\nnpm\n```\n\n- عنصر' }
    const { element } = await article('mixed', {}, [mixed])
    const body = (await find(element, 'group', 'Code')).closest('.body')!
    const directions = [...body.querySelectorAll('p, pre, ul, code')].map(block => getComputedStyle(block).direction)
    expect(getComputedStyle(body).direction).to.equal('rtl')
    expect(directions).to.deep.equal(['rtl', 'ltr', 'ltr', 'ltr', 'ltr', 'rtl'])
  })

  it('gives tables, code and pictures of an HTML article what those of a Markdown one have', async () => {
    const body = '<p>Text <img src="sign.png" width="16" height="16" alt="sign"></p><p><img src="big.png" alt="Big"></p><p><a href="/x"><img src="linked.png" alt="Linked"></a></p>'
      + '<pre><code>one<br>two</code></pre><p>ملاحظة</p><p><a href="https://other.example/"><img src="logo.png" alt="Other shop"></a></p>'
    const { element } = await article('page', {}, [{ id: 'page', title: 'Page', format: 'html', url: 'https://shop.example/help/', body }])
    await find(element, 'button', 'Enlarge the picture: Big')
    expect(byRole(element, 'button').filter(({ className }) => className === 'enlarge').length, 'not the sign, not the linked ones').to.equal(1)
    await find(element, 'button', 'Copy')
    expect(element.shadowRoot!.querySelector('pre')!.textContent).to.equal('one\ntwo')
    await find(element, 'link', 'Other shop (another site)')
    const arabic = [...element.shadowRoot!.querySelectorAll('p')].find(({ textContent }) => textContent === 'ملاحظة')!
    expect(getComputedStyle(arabic).direction).to.equal('rtl')
    await expect(element).to.be.accessible()
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
