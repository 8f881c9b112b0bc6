import type { Page } from 'playwright-core'
import type { Desk } from '../../src/desk/desk.ts'
import { observation, outcome, story } from './letters.ts'
import type { Look } from './look.ts'
import { ownForms } from './own-forms.ts'
import { spoken } from './spoken.ts'
import { launcher, remark, send } from './steps.ts'
import type { Studio } from './studio.ts'
import { whole } from './whole.ts'

interface Doorway { earshot: { push(callback: (desk: Desk) => void): void } }

type Shoot = (name: string, page: Page) => Promise<void>

/** The shop with something else in its settings. */
async function shopWith(page: Page, url: string, path: string, change: object) {
  await page.route('**/earshot.json', async route => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, json: { ...((await answer.json()) as object), ...change } })
  })
  await page.goto(url + path)
  await launcher(page).waitFor()
}

/** Opens a form as the page itself would. */
async function openOwn(page: Page, form: string) {
  await page.evaluate(id => {
    const { earshot } = window as unknown as Doorway
    earshot.push(desk => desk.open({ name: 'form', form: id }))
  }, form)
  await page.locator('earshot-widget earshot-feedback [part~=send]').waitFor()
  await page.locator('earshot-widget earshot-feedback .part:empty').first().waitFor({ state: 'detached' })
}

const inForm = (page: Page, selector: string) => page.locator(`earshot-widget earshot-feedback ${selector}`)

/** Each form as it stands, and with everything in it that can be. */
export async function takeEveryForm(studio: Studio, look: Look, shoot: Shoot): Promise<void> {
  const { url } = studio.demo
  const page = await studio.enter(look)
  // Nobody answers the browser's question here: the page is drawn anew instead.
  await page.addInitScript(() => Object.defineProperty(navigator, 'mediaDevices', { value: {} }))
  await shopWith(page, url, '/products/heron/', { forms: [{ id: 'problem', outcomes: ['Mend it', 'Send me another one', 'Give me my money back', 'Nothing, I only want you to know'] }, ...ownForms] })
  const takeWhole = (name: string) => whole(page, () => shoot(name, page))

  for (const form of ['problem', 'question', 'idea', 'praise', 'page', 'rating', 'visit', 'move']) {
    await openOwn(page, form)
    await takeWhole(`30-${form}`)
  }
  await inForm(page, '[part~=send]').click()
  await inForm(page, '.error').first().waitFor()
  await inForm(page, '#from').fill('Reed Lane 4')
  await inForm(page, '.choice').first().click()
  await takeWhole('31-move-answered')
  await inForm(page, '[part~=send]').click()
  await inForm(page, '#story').waitFor()
  await takeWhole('31-move-second-step')
  await openOwn(page, 'visit')
  await inForm(page, '.choice').first().click()
  await inForm(page, '.choice input[type=checkbox]').first().check()
  await inForm(page, '[part~=send]').click()
  await inForm(page, '.error').first().waitFor()
  await takeWhole('31-visit-error')

  await fillProblem(page)
  await point(page, shoot)
  await draw(page, shoot)
  await inForm(page, '.findings').waitFor()
  await takeWhole('33-problem-full')
  await inForm(page, 'summary').click()
  await inForm(page, '.diagnostics input').check()
  await inForm(page, '.diagnostics ul').waitFor()
  await inForm(page, 'details li button').first().click()
  await takeWhole('34-problem-what-we-send')
  await send(page)
  await page.locator('earshot-widget earshot-receipt .reference').waitFor()
  await page.locator('earshot-widget earshot-receipt').getByRole('button', { name: spoken(look, 'claim.button'), exact: true }).click()
  await page.locator('earshot-widget earshot-receipt .claim').waitFor()
  await shoot('35-receipt-claim', page)
  const link = await page.evaluate(() => new Promise<string>(resolve => {
    const { earshot } = window as unknown as Doorway
    earshot.push(desk => void desk.requests().then(([request]) => desk.claimLink(request!.id)).then(resolve))
  }))
  await page.context().close()
  await takeClaim(studio, look, link, shoot)
}

async function fillProblem(page: Page) {
  await openOwn(page, 'problem')
  await inForm(page, '#story').fill(`${story} My card is 4111 1111 1111 1111, and I am at edda@example.org.`)
  await inForm(page, '#detail').fill('That it happens at night.')
  await inForm(page, '#outcome').fill(outcome)
  await inForm(page, '.wishes button').first().click()
  await remark(page, observation, 'delivery')
  await inForm(page, '#observations').click()
  await inForm(page, '#observation-1').fill('The price is in small print.')
  await inForm(page, '#topic-1').selectOption('shop')
  await inForm(page, '#files').setInputFiles({ name: 'Rechnungsbestätigung-Heron-Leselampe-2026-11-19.txt', mimeType: 'text/plain', buffer: Buffer.from('189 €') })
  await inForm(page, '.files li button').waitFor()
  await inForm(page, '#contact').fill('edda@example.org')
}

/** Points at the heading of the page. */
async function point(page: Page, shoot: Shoot) {
  await inForm(page, '#element').click()
  await page.locator('earshot-pointer .bar').waitFor()
  for (let i = 0; i < 12; i++) await page.keyboard.press('ArrowDown')
  await page.waitForTimeout(200)
  await shoot('32-pointing', page)
  await page.keyboard.press('Enter')
  await inForm(page, '.chosen').waitFor()
}

/** Takes a picture of the page, and blacks something out. */
async function draw(page: Page, shoot: Shoot) {
  await inForm(page, '#screenshot').click()
  const editor = page.locator('earshot-widget earshot-annotate')
  await editor.locator('dialog[open] .frame').waitFor()
  const { x, y, width, height } = (await editor.locator('.frame').boundingBox())!
  const pull = async (tool: number, from: number, to: number) => {
    await editor.locator('.tools label').nth(tool).click()
    await page.mouse.move(x + width * from, y + height * from)
    await page.mouse.down()
    await page.mouse.move(x + width * to, y + height * to, { steps: 4 })
    await page.mouse.up()
  }
  await shoot('32-editor', page)
  await pull(3, 0.3, 0.4)
  await pull(1, 0.7, 0.5)
  await shoot('32-editor-drawn', page)
  await editor.locator('.foot .button').first().click()
  await editor.locator('.stay').waitFor()
  await shoot('32-editor-asking', page)
  await editor.locator('.stay').click()
  await editor.locator('.foot .button').last().click()
  // Making the picture takes a moment, and the editor stays until it is made.
  await editor.locator('dialog[open]').waitFor({ state: 'detached' })
  await inForm(page, '.shot canvas').waitFor()
}

async function takeClaim(studio: Studio, look: Look, link: string, shoot: Shoot) {
  const page = await studio.enter(look)
  await page.goto(link)
  await page.locator('earshot-widget earshot-requests .claim').waitFor()
  await shoot('36-requests-claim', page)
  await page.locator('earshot-widget earshot-requests .claim .button').first().click()
  await page.locator('earshot-widget earshot-requests .case:not([hidden])').waitFor()
  await shoot('37-requests-claimed', page)
  await page.goto(`${studio.demo.url}/inbox/`)
  await page.locator('#list a').first().click()
  await page.locator('#sheet h2').waitFor()
  await page.waitForTimeout(300)
  await shoot('38-inbox', page)
  await page.context().close()
}

/** What few see: a form that staff fills in, one tap in every scale, and the question after an order. */
export async function takeEveryTap(studio: Studio, look: Look, shoot: Shoot): Promise<void> {
  const { url } = studio.demo
  let page = await studio.enter(look)
  await shopWith(page, url, '/products/heron/', { staff: { name: 'Jonte' } })
  await openOwn(page, 'problem')
  await whole(page, () => shoot('40-staff', page))
  await page.context().close()

  page = await studio.enter(look)
  await page.goto(`${url}/products/plover/`)
  await page.locator('earshot-rating .root').waitFor()
  await page.evaluate(() => {
    const all = ['thumbs', 'csat', 'ces', 'nps', 'stars'].map(scale => {
      const rating = document.createElement('earshot-rating')
      rating.setAttribute('scale', scale)
      rating.style.marginBlock = '2rem'
      return rating
    })
    document.querySelector('main')!.replaceChildren(...all)
    scrollTo(0, 0)
  })
  await page.locator('earshot-rating .scale').nth(4).waitFor()
  const size = page.viewportSize()!
  await page.setViewportSize({ width: size.width, height: 1400 })
  await shoot('41-rating', page)
  for (let i = 0; i < 5; i++) await page.locator('earshot-rating').nth(i).locator('label').nth(i === 0 ? 1 : i).click()
  await page.waitForTimeout(900)
  await shoot('42-rating-tapped', page)
  await page.context().close()

  page = await studio.enter(look)
  await shopWith(page, url, '/order/', { asks: [{ id: 'ordered', scale: 'ces', topic: 'shop', question: 'It was easy to order here.', where: { url: '/order/' }, when: { seconds: 1 } }] })
  await page.locator('earshot-widget .ask .scale').waitFor()
  await page.waitForTimeout(400)
  await shoot('43-ask', page)
  await page.locator('earshot-widget .ask label').nth(1).click()
  await page.locator('earshot-widget .ask .outcome').waitFor()
  await page.waitForTimeout(300)
  await shoot('44-ask-tapped', page)
  await page.context().close()
}
