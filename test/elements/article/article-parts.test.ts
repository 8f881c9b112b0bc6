import { expect } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import type { Article } from '../../../src/core/articles/article.ts'
import { focused, soon } from '../element-fixtures.ts'
import { byRole, find, gone } from '../find.ts'
import { article } from './article-fixtures.ts'

describe('the parts of an article', () => {
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
    const sized: Article = { id: 'sized', title: 'Sized', format: 'markdown', body: 'Look:\n\n<img src="https://shop.example/a.png" alt="Sized lamp" width="320" height="200">\n\n![A switch](https://shop.example/b.png#300x180)\n\n![A sign](https://shop.example/c.png#24x20)' }
    const { element } = await article('sized', {}, [sized])
    await find(element, 'img', 'Sized lamp')
    const pictures = ['Sized lamp', 'A switch', 'A sign'].map(name => byRole(element, 'img', name)[0]!)
    expect(pictures.map(picture => [picture.getAttribute('width'), picture.getAttribute('height')])).to.deep.equal([['320', '200'], ['300', '180'], ['24', '20']])
    expect(byRole(element, 'button').map(({ ariaLabel }) => ariaLabel).filter(name => name?.startsWith('Enlarge'))).to.deep.equal(['Enlarge the picture: Sized lamp', 'Enlarge the picture: A switch'])
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
})
