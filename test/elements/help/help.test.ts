import { expect, fixture, html } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import type { SearchResult } from '../../../src/core/articles/article.ts'
import type { Source } from '../../../src/core/articles/source.ts'
import type { EarshotHelp } from '../../../src/elements/help/help.ts'
import { summonElement } from '../../../src/elements/roster.ts'
import { articles, deskFor, until } from '../../desk/desk-fixtures.ts'
import { focused, soon } from '../element-fixtures.ts'
import { byRole, find, gone } from '../find.ts'

await summonElement('earshot-help')

async function helpWith(config = {}, embedded = false) {
  const world = deskFor(config)
  const help = await fixture<EarshotHelp>(html`<earshot-help .desk=${world.desk} .embedded=${embedded}></earshot-help>`)
  return { ...world, help }
}

async function type(help: EarshotHelp, text: string) {
  ;(await find(help, 'searchbox', 'Search for help')).focus()
  await sendKeys({ type: text })
}

describe('<earshot-help> alone on a page', () => {
  it('finds what was meant, and tells the page how much it found', async () => {
    const { help } = await helpWith()
    const told: string[] = []
    help.parentElement!.addEventListener('earshot-search', ({ query, count }) => told.push(`${query}: ${count}`))
    await type(help, 'repiars')
    // The first search of all fetches the engine.
    await soon(() => byRole(help, 'button', 'Repairs Every part can be replaced.')[0], 'that it is found')
    await soon(() => told.at(-1) === 'repiars: 2', 'that the page is told')
    const status = await find(help, 'status')
    await soon(() => status.textContent!.trim() === '2 articles', 'that the number is announced')
  })

  it('offers the articles of this page before anything is typed', async () => {
    const { help } = await helpWith()
    await find(help, 'heading', 'For this page')
    expect(byRole(help, 'button').some(button => button.textContent!.includes('Returning a lamp'))).to.equal(true)
  })

  it('makes a question of a search that finds nothing', async () => {
    const { help } = await helpWith()
    await type(help, 'qwxzv')
    await gone(help, 'heading', 'Tell us')
    const question = await find(help, 'button', 'I have a question')
    expect(help.shadowRoot!.textContent).to.contain('We found nothing for “qwxzv”.')
    question.click()
    await find(help, 'textbox', 'What would you like to know?')
  })

  it('says so when the search does not answer', async () => {
    const { help } = await helpWith({ articles: { search: () => Promise.reject(new TypeError('down')), read: () => Promise.reject(new TypeError('down')) } })
    await type(help, 'lamp')
    await gone(help, 'heading', 'Tell us')
    await find(help, 'button', 'I have a question')
    expect(help.shadowRoot!.textContent).to.contain('The search does not answer just now.')
  })

  it('opens an article in its own place, with a way back to the same results', async () => {
    const { help } = await helpWith()
    await type(help, 'repairs')
    ;(await find(help, 'button', 'Repairs Every part can be replaced.')).click()
    await find(help, 'heading', 'Repairs')
    ;(await find(help, 'button', 'Back')).click()
    await find(help, 'button', 'Repairs Every part can be replaced.')
    expect((byRole(help, 'searchbox')[0] as HTMLInputElement).value).to.equal('repairs')
  })

  it('leads to a person', async () => {
    const { help } = await helpWith()
    ;(await find(help, 'button', 'Talk to a person')).click()
    await find(help, 'button', 'Write a message')
  })

  it('clears what was typed by Escape', async () => {
    const { help } = await helpWith()
    await type(help, 'repairs')
    await find(help, 'button', 'Repairs Every part can be replaced.')
    await sendKeys({ press: 'Escape' })
    await gone(help, 'button', 'Repairs Every part can be replaced.')
    expect((byRole(help, 'searchbox')[0] as HTMLInputElement).value).to.equal('')
  })

  it('tells nobody of a number while they still type', async () => {
    const { help } = await helpWith()
    await type(help, 'l')
    const status = await find(help, 'status')
    const said: string[] = []
    new MutationObserver(() => said.push(status.textContent!.trim())).observe(status, { childList: true, characterData: true, subtree: true })
    await type(help, 'amp')
    await soon(() => said.length > 0, 'that something is announced')
    expect(said).to.deep.equal(['1 article'])
  })

  it('leads by arrow keys from the box to the rows and back, and opens one by Enter', async () => {
    const { help } = await helpWith()
    await type(help, 'repairs')
    const first = await find(help, 'button', 'Repairs Every part can be replaced.')
    await sendKeys({ press: 'ArrowDown' })
    expect(focused() === first).to.equal(true)
    await sendKeys({ press: 'End' })
    const last = focused()
    expect(last?.textContent).to.contain('Returning a lamp')
    await sendKeys({ press: 'ArrowDown' })
    expect(focused() === last, 'the last row is the end').to.equal(true)
    await sendKeys({ press: 'Home' })
    expect(focused() === first).to.equal(true)
    await sendKeys({ press: 'ArrowUp' })
    expect(focused() === byRole(help, 'searchbox')[0]).to.equal(true)
    await sendKeys({ press: 'ArrowDown' })
    await sendKeys({ press: 'Enter' })
    await find(help, 'heading', 'Repairs')
  })

  it('leaves Home and End in the box to the text', async () => {
    const { help } = await helpWith()
    await type(help, 'epairs')
    await find(help, 'button', 'Repairs Every part can be replaced.')
    await sendKeys({ press: 'Home' })
    await sendKeys({ type: 'r' })
    const box = byRole(help, 'searchbox')[0] as HTMLInputElement
    expect([box.value, box.selectionStart]).to.deep.equal(['repairs', 1])
    await sendKeys({ press: 'End' })
    expect(box.selectionStart).to.equal(7)
  })

  it('goes on typing in the box from a row, and clears it by Escape from there', async () => {
    const { help } = await helpWith()
    await type(help, 'repair')
    await find(help, 'button', 'Repairs Every part can be replaced.')
    await sendKeys({ press: 'ArrowDown' })
    await sendKeys({ type: 's' })
    const box = byRole(help, 'searchbox')[0] as HTMLInputElement
    expect([box.value, focused() === box]).to.deep.equal(['repairs', true])
    await sendKeys({ press: 'ArrowDown' })
    await sendKeys({ press: 'Escape' })
    expect(focused() === box).to.equal(true)
    await soon(() => box.value === '', 'that the box is empty')
    await find(help, 'heading', 'Tell us')
  })

  it('shows a title that looks like markup as text', async () => {
    const { help } = await helpWith({ articles: [{ id: 'x', title: '<img src=x onerror=alert(1)> lamp', body: 'b', format: 'markdown' }] })
    await type(help, 'lamp')
    const hit = await find(help, 'button', '<img src=x onerror=alert(1)> lamp b')
    expect(hit.querySelector('img') === null).to.equal(true)
  })

  it('is accessible, at home and with results', async () => {
    const { help } = await helpWith()
    await expect(help).to.be.accessible()
    await type(help, 'repairs')
    await find(help, 'button', 'Repairs Every part can be replaced.')
    await expect(help).to.be.accessible()
  })
})

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
    ;(await find(help, 'button', 'Talk to a person')).click()
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
    expect(front(next)).to.deep.equal(['Talk to a person'])
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

describe('<earshot-help> in the panel', () => {
  it('takes the desk along: to results while typing, home when cleared, to the article that is chosen', async () => {
    const { help, desk } = await helpWith({}, true)
    desk.open()
    await type(help, 'repairs')
    await until(desk, ({ search }) => search.query === 'repairs' && search.status === 'ready')
    ;(await find(help, 'button', 'Repairs Every part can be replaced.')).click()
    expect(desk.state.view).to.deep.equal({ name: 'article', id: 'repairs' })
    expect(desk.state.trail).to.deep.equal([{ name: 'home' }, { name: 'results', query: 'repairs' }])
  })

  it('offers the four kinds and the requests, each one press away', async () => {
    const { help, desk } = await helpWith({}, true)
    for (const [name, form] of [['Something is wrong', 'problem'], ['I have a question', 'question'], ['I have an idea', 'idea'], ['I want to praise', 'praise']]) {
      ;(await find(help, 'button', name)).click()
      expect(desk.state.view).to.deep.equal({ name: 'form', form })
    }
    ;(await find(help, 'button', 'Your requests')).click()
    expect(desk.state.view).to.deep.equal({ name: 'requests' })
  })
})
