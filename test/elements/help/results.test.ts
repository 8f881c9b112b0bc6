import { expect, fixture, html } from '@open-wc/testing'
import type { SearchResult } from '../../../src/core/articles/article.ts'
import type { Source } from '../../../src/core/articles/source.ts'
import type { EarshotHelp } from '../../../src/elements/help/help.ts'
import { articles, until } from '../../desk/desk-fixtures.ts'
import { soon } from '../element-fixtures.ts'
import { byRole, find, gone } from '../find.ts'
import { helpWith, type } from './help-fixtures.ts'

describe('<earshot-help> with answers of several kinds', () => {
  const result = (id: string, more: Partial<SearchResult> = {}): SearchResult => ({ id, title: `On ${id}`, excerpt: { text: '', marks: [] }, source: 'test', score: 1, ...more })
  /** Answers each query with what was put down for it, when the test lets it. */
  function answering() {
    const waiting = new Map<string, (results: SearchResult[]) => void>()
    const source: Source = {
      search: query => new Promise(resolve => waiting.set(query, resolve)),
      read: async id => ({ id, title: `On ${id}`, body: 'Text.', format: 'markdown' }),
    }
    const answer = async (query: string, ...results: SearchResult[]) => (await soon(() => waiting.get(query), `that ${query} is asked`))(results)
    return { source, answer }
  }
  const rows = (help: EarshotHelp) => byRole(help, 'listitem').map(item => item.textContent!.replace(/\s+/g, ' ').trim())

  it('says who wrote an answer and which language it is in, and shows developers why it is there', async () => {
    const { source, answer } = answering()
    const { help } = await helpWith({ articles: source, locale: 'en' })
    await type(help, 'x')
    await answer('x', result('a', { community: true, author: { name: 'Ada' } }), result('b', { community: true }), result('c', { locale: 'de', reason: 'title' }), result('d', { locale: 'en-GB' }))
    const german = await find(help, 'button', 'On c In German')
    expect(rows(help)).to.deep.equal(['On a Answer by Ada, another customer', 'On b Answer by a customer', 'On c In German', 'On d'])
    expect(german.dataset.reason).to.equal('title')
    expect(german.querySelector('strong')!.lang).to.equal('de')
    await expect(help).to.be.accessible()
  })

  it('keeps what is shown until the next answer is there, and drops one that was overtaken', async () => {
    const { source, answer } = answering()
    const { help } = await helpWith({ articles: source })
    await type(help, 'x')
    await answer('x', result('a'))
    await find(help, 'button', 'On a')
    await type(help, 'y')
    expect(rows(help)).to.deep.equal(['On a'])
    await soon(() => help.shadowRoot!.querySelector('[aria-busy=true]'), 'that it is busy')
    await type(help, 'z')
    await answer('xyz', result('c'))
    await find(help, 'button', 'On c')
    expect(rows(help)).to.deep.equal(['On c'])
  })

  it('moves no row under a pointer: what comes then is added below, and put right when the pointer has gone', async () => {
    const { source, answer } = answering()
    const { help } = await helpWith({ articles: source })
    await type(help, 'x')
    await answer('x', result('a'))
    const first = await find(help, 'button', 'On a')
    await type(help, 'y')
    first.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, pointerType: 'mouse' }))
    await answer('xy', result('b'), result('a'))
    await find(help, 'button', 'On b')
    expect(rows(help)).to.deep.equal(['On a', 'On b'])
    help.shadowRoot!.querySelector('h2')!.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, pointerType: 'mouse' }))
    await soon(() => rows(help)[0] === 'On b', 'that the rows are in order')
  })

  it('lets no row go while a finger is on it', async () => {
    const { source, answer } = answering()
    const { help } = await helpWith({ articles: source })
    await type(help, 'x')
    await answer('x', result('a'))
    const first = await find(help, 'button', 'On a')
    await type(help, 'y')
    first.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, pointerType: 'touch' }))
    await answer('xy', result('b'))
    await find(help, 'button', 'On b')
    first.dispatchEvent(new PointerEvent('pointerup', { bubbles: true, pointerType: 'touch' }))
    first.click()
    await find(help, 'heading', 'On a')
  })
})

describe('<earshot-help> where a search finds nothing', () => {
  it('begins a question with what was searched for', async () => {
    const { help, desk } = await helpWith()
    await type(help, 'qwxzv')
    await gone(help, 'heading', 'Tell us')
    ;(await find(help, 'button', 'I have a question')).click()
    const story = (await find(help, 'textbox', 'What would you like to know?')) as HTMLTextAreaElement
    await soon(() => story.value === 'qwxzv', 'that the words are there')
    expect(desk.state.drafts.get('question')?.story).to.equal('qwxzv')
  })

  it('leads to a person, and keeps the words for the message', async () => {
    const { help } = await helpWith()
    await type(help, 'qwxzv')
    await gone(help, 'heading', 'Tell us')
    await find(help, 'button', 'I have a question')
    ;(await find(help, 'button', 'Ask a person about this')).click()
    ;(await find(help, 'button', 'Write a message')).click()
    const story = (await find(help, 'textbox', 'What would you like to know?')) as HTMLTextAreaElement
    await soon(() => story.value === 'qwxzv', 'that the words are there')
  })

  it('leaves a question alone that has been begun already', async () => {
    const { help, desk } = await helpWith()
    desk.edit('question', { story: 'Does it dim?' })
    await type(help, 'qwxzv')
    await gone(help, 'heading', 'Tell us')
    ;(await find(help, 'button', 'I have a question')).click()
    const story = (await find(help, 'textbox', 'What would you like to know?')) as HTMLTextAreaElement
    expect(story.value).to.equal('Does it dim?')
  })

  it('offers the nearest topics to read, under the names the owner gave them', async () => {
    const shelf = { topic: 'repair', articles: [{ id: 'repairs', title: 'Repairs' }] }
    const source: Source = { search: async () => [], read: async id => ({ id, title: 'Repairs', body: 'x', format: 'markdown' }), topics: async () => [shelf] }
    const { help } = await helpWith({ articles: source, topics: [{ id: 'repair', label: 'Mending things' }] })
    await type(help, 'qwxzv')
    await find(help, 'heading', 'Mending things')
    await expect(help).to.be.accessible()
    ;(await find(help, 'button', 'Repairs')).click()
    await find(help, 'heading', 'Repairs')
  })

  it('asks once whether the search may be passed on, where the owner wants to know', async () => {
    const { help, desk } = await helpWith({ gaps: true })
    await type(help, 'qwxzv')
    const group = await find(help, 'group', 'May we pass on what you searched for, without your name, so that the answer gets written?')
    await expect(help).to.be.accessible()
    byRole(group, 'button', 'No')[0]!.click()
    await soon(() => group.textContent!.includes('It stays with you.'), 'what became of it')
    expect(desk.state.shareGaps).to.equal('no')
  })

  it('does not ask where the owner has not switched it on', async () => {
    const { help } = await helpWith()
    await type(help, 'qwxzv')
    await gone(help, 'heading', 'Tell us')
    expect(byRole(help, 'group')).to.deep.equal([])
  })
})

describe('<earshot-help> after something did not help', () => {
  const front = (help: EarshotHelp) => [...help.shadowRoot!.querySelectorAll('.front button')].map(button => button.textContent!.trim())

  it('has the person up front when the view begins anew, and not before: nothing moves under a finger', async () => {
    const { help, desk } = await helpWith({}, true)
    desk.open()
    await find(help, 'button', 'Returning a lamp Send it back within 30 days. See repairs.')
    await desk.read('repairs')
    desk.helpful('repairs', false)
    await until(desk, ({ personFirst }) => personFirst === true)
    await help.updateComplete
    expect(front(help)).to.deep.equal([])
    const next = await fixture<EarshotHelp>(html`<earshot-help .desk=${desk} .embedded=${true}></earshot-help>`)
    expect(front(next)).to.deep.equal(['Ask a person about this'])
    ;(next.shadowRoot!.querySelector('.front button') as HTMLElement).click()
    expect(desk.state.view).to.deep.equal({ name: 'people' })
  })
})

describe('<earshot-help> with several sources', () => {
  it('says quietly which one does not answer, once the others have', async () => {
    const broken: Source = { name: 'forum', search: () => Promise.reject(new TypeError('down')), read: () => Promise.reject(new TypeError('down')) }
    const { help } = await helpWith({ articles: [articles, broken] })
    await type(help, 'repairs')
    await find(help, 'button', 'Repairs Every part can be replaced.')
    await soon(() => help.shadowRoot!.textContent!.includes('Some answers may be missing: forum does not answer.'), 'that it says so')
    await expect(help).to.be.accessible()
  })
})
