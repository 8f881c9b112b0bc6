import { chooseFile } from '../customer.ts'
import { shareTheTab } from '../share-the-tab.ts'
import { beginning, openHelp, wholeForm, type Stage } from './stage.ts'

async function extras(stage: Stage) {
  const { page, url, look, say } = stage
  await page.goto(`${url}/products/plover/`)
  const panel = await openHelp(stage)
  await panel.getByRole('button', { name: say('kind.problem') }).click()
  await wholeForm(stage, panel)
  await panel.getByRole('textbox', { name: say('story.problem') }).fill('You charged 4111 1111 1111 1111 twice.')
  await panel.getByRole('group', { name: say('findings.title') }).waitFor()
  await panel.getByRole('button', { name: 'Mend it' }).click()
  await panel.getByRole('button', { name: say('observation.add') }).click()
  await panel.getByRole('textbox', { name: say('observation.label') }).fill('No tape on the box.')
  await chooseFile(page, 'kettle.txt', 'It boils.')
  await panel.getByRole('button', { name: say('files.removeNamed', { name: 'kettle.txt' }) }).waitFor()
  await panel.getByText(say('enclosed.title')).click()
  await panel.getByRole('checkbox', { name: say('diagnostics.label') }).click()
  await look('form with all its extras, and what looks private')
  await panel.getByRole('button', { name: say('point.start') }).click()
  await page.getByRole('button', { name: say('point.take') }).waitFor()
  await page.keyboard.press('ArrowDown')
  await look('pointing', 'earshot-pointer')
  await page.getByRole('button', { name: say('point.take') }).click()
  await panel.getByRole('button', { name: say('point.change'), exact: false }).waitFor()
  await panel.getByRole('button', { name: say('picture.add') }).click()
  const editor = page.getByRole('dialog', { name: say('picture.title') })
  const black = editor.getByRole('radio', { name: say('picture.black') })
  await black.click()
  await page.until('the tool is chosen, and hears keys', async () => (await black.isChecked()) && (await black.isFocused()))
  await page.keyboard.press('Enter')
  await editor.getByRole('button', { name: say('picture.item.black', { number: 1, count: 1 }) }).waitFor()
  await look('editor')
  await editor.getByRole('button', { name: say('picture.cancel') }).click()
  await editor.getByRole('button', { name: say('picture.discardNo') }).waitFor()
  await look('editor, asking whether to leave')
  await editor.getByRole('button', { name: say('picture.discardNo') }).click()
  await editor.getByRole('button', { name: say('picture.done') }).click()
  await panel.getByRole('img', { name: say('picture.alt') }).waitFor()
  await look('form with a picture and a part of the page')
  await panel.getByRole('button', { name: say('close') }).click()
}

async function ratings({ page, look, say }: Stage) {
  await page.evaluate(() => {
    const all = ['thumbs', 'csat', 'ces', 'nps', 'stars'].map(scale => {
      const rating = document.createElement('earshot-rating')
      rating.setAttribute('scale', scale)
      return rating
    })
    document.querySelector('main')!.replaceChildren(...all)
  })
  for (const scale of ['thumbs', 'csat', 'ces', 'nps', 'stars'] as const) await page.getByRole('radiogroup', { name: beginning(say(`rating.${scale}`)) }).waitFor()
  await look('rating in every scale', 'earshot-rating')
  await page.getByRole('radio', { name: say('rating.bad') }).click()
  await page.getByRole('textbox', { name: say('story.rating') }).waitFor()
  await look('rating after a tap', 'earshot-rating')
}

async function byItself(stage: Stage) {
  const { page, url, look, say } = stage
  stage.set({ asks: [{ id: 'soon', scale: 'ces', question: 'It was easy to find.', where: { url: '/products/wren/' }, when: { seconds: 1 } }] })
  await page.goto(`${url}/products/wren/`)
  const question = page.getByRole('group', { name: say('ask.title') })
  await question.waitFor()
  await look('question that comes by itself')
  await question.getByRole('radio').first().click()
  await question.getByRole('textbox').waitFor()
  await look('question that was answered')

  await page.goto(`${url}/checkout/`)
  await page.getByRole('button', { name: say('mark.about', { label: 'Postcode' }) }).click()
  await page.getByRole('button', { name: say('mark.more') }).waitFor()
  await look('help beside a part of the page', 'earshot-help')
  await page.keyboard.press('Escape')
  await page.until('the page is watched', () => page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/earshot/watch.js'))))
  for (const postcode of ['123', '1234']) {
    await page.getByRole('textbox', { name: 'Postcode' }).fill(postcode)
    await page.keyboard.press('Tab')
  }
  await page.getByRole('button', { name: say('offer.read') }).waitFor()
  await look('an article offered')
}

async function inThePage({ page, url, look, say }: Stage) {
  await page.goto(`${url}/help/`)
  await page.getByRole('main').getByRole('searchbox', { name: say('search.label') }).waitFor()
  await look('help in the page', 'earshot-help')
  await page.goto(`${url}/contact/`)
  await page.getByRole('main').getByRole('link', { name: say('people.call', { number: '+49 3834 555 0142' }) }).waitFor()
  await look('people in the page', 'earshot-people')
  await page.getByRole('main').getByRole('textbox', { name: say('story.problem') }).waitFor()
  await look('form in the page', 'earshot-feedback')
  await page.goto(`${url}/requests/`)
  await page.getByRole('main').getByRole('listitem').first().waitFor()
  await look('requests in the page', 'earshot-requests')
}

/** What a form opens when it is asked for, every scale, what comes by itself, and the elements that stand in a page. */
export async function tourParts(stage: Stage): Promise<void> {
  if (stage.engine === 'chromium') stage.beforeScripts(shareTheTab)
  await stage.moveTo('2026-11-24T15:00:00Z')
  await extras(stage)
  await ratings(stage)
  await byItself(stage)
  await inThePage(stage)
}
