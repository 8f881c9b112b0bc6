import { expect } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import { until } from '../../desk/desk-fixtures.ts'
import { focused, soon } from '../element-fixtures.ts'
import { byRole, find, gone } from '../find.ts'
import { helpWith, type } from './help-fixtures.ts'

describe('<earshot-help> alone on a page', () => {
  it('finds what was meant, and tells the page how much it found', async () => {
    const { help } = await helpWith()
    const told: string[] = []
    help.parentElement!.addEventListener('earshot-search', ({ query, count }) => told.push(`${query}: ${count}`))
    await type(help, 'repiars')
    await find(help, 'button', 'Repairs Every part can be replaced.')
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
    await soon(() => help.shadowRoot!.textContent!.includes('We found nothing for “qwxzv”.'), 'that nothing was found for all of it')
    const question = await find(help, 'button', 'I have a question')
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
