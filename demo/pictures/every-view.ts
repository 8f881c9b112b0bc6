import type { Page } from 'playwright-core'
import { observation, outcome, story } from './letters.ts'
import type { Look } from './look.ts'
import { back, launcher, openForm, openHome, remark, scroll, search, send, tell, toPeople, view } from './steps.ts'
import type { Studio } from './studio.ts'

type Shoot = (name: string, page: Page) => Promise<void>

const problem = (detail: string, pointer?: string) => ({
  status: 422, contentType: 'application/problem+json',
  body: JSON.stringify({ title: 'Not like this', status: 422, detail, ...(pointer && { errors: [{ pointer, detail }] }) }),
})

/** Every view of the panel in one look, one after the other. */
export async function takeEveryView(studio: Studio, look: Look, shoot: Shoot): Promise<void> {
  const { url } = studio.demo
  const page = await studio.enter(look)
  await page.goto(`${url}/products/heron/`)
  await launcher(page).waitFor()
  await shoot('01-launcher', page)
  await openHome(page)
  await shoot('02-home', page)
  await search(page, 'spring wahser')
  await shoot('03-results', page)
  await search(page, 'zyzzyva')
  await shoot('04-nothing-found', page)
  await search(page, 'how do i descale')
  await page.locator('earshot-widget .result').first().click()
  await page.locator('earshot-widget earshot-article .helpful').waitFor()
  await shoot('05-article', page)
  await scroll(page, 420)
  await shoot('06-article-table', page)
  await page.locator('earshot-widget .helpful button').nth(1).click()
  await scroll(page, 10_000)
  await shoot('07-article-did-not-help', page)
  await toPeople(page)
  await page.locator('earshot-widget earshot-people li').first().waitFor()
  await shoot('08-people', page)

  await page.goto(`${url}/products/heron/`)
  await openHome(page)
  await openForm(page)
  await shoot('09-form', page)
  await page.locator('earshot-widget [part~=send]').click()
  await page.locator('earshot-widget .error').first().waitFor()
  await shoot('10-form-error', page)
  await tell(page, story)
  await shoot('11-form-is-it-this', page)
  await page.locator('earshot-widget #outcome').fill(outcome)
  await remark(page, observation, 'delivery')
  await shoot('12-form-remark', page)
  await page.locator('earshot-widget summary').click()
  await page.locator('earshot-widget .enclosed li').first().waitFor()
  await page.locator('earshot-widget .enclosed li button').first().click()
  await page.locator('earshot-widget summary').evaluate(summary => summary.scrollIntoView())
  await shoot('13-form-what-we-send', page)

  await page.route('**/issues', route => route.abort())
  await send(page)
  await shoot('14-receipt-kept', page)
  await page.unroute('**/issues')
  await page.locator('earshot-widget earshot-receipt .actions button').first().click()
  await page.locator('earshot-widget .reference').waitFor()
  await shoot('15-receipt-accepted', page)
  await answerLast(studio)
  await toRequests(page, url)
  await shoot('16-requests', page)
  await page.locator('earshot-widget earshot-requests .row').first().click()
  await page.locator('earshot-widget earshot-requests .message').first().waitFor()
  await shoot('17-request-open', page)

  await back(page)
  await openForm(page, 1)
  await page.locator('earshot-widget #story').fill('What is the meaning of the second number on the label?')
  await page.route('**/issues', route => route.fulfill(problem('A question needs an order number.', '/story')))
  await send(page)
  await page.locator('earshot-widget .refused').waitFor()
  await shoot('18-receipt-refused', page)
  await toRequests(page, url)
  await shoot('19-requests-needs-you', page)
  await page.context().close()
}

async function toRequests(page: Page, url: string) {
  await page.goto(`${url}/products/heron/`)
  await openHome(page)
  await page.locator('earshot-widget earshot-help .list > .row').click()
  await view(page, 'requests').waitFor()
  await page.locator('earshot-widget earshot-requests .row').first().waitFor()
}

/** The workshop answers the newest issue. */
async function answerLast({ demo: { url } }: Studio) {
  const { issues } = (await (await fetch(`${url}/inbox/api/issues`)).json()) as { issues: { id: string }[] }
  await fetch(`${url}/inbox/api/issues/${issues[0]!.id}/messages`, {
    method: 'POST', headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: 'The washer is in the post. Bulge outwards, and no oil.', author: { name: 'Ilse Behn' } }),
  })
}

/** The elements that stand in a page, in one look. */
export async function takeEveryPage(studio: Studio, look: Look, shoot: Shoot): Promise<void> {
  const { url } = studio.demo
  const page = await studio.enter(look)
  const pages = { help: '/help/', contact: '/contact/', rating: '/products/plover/' }
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(url + path)
    await page.locator('earshot-help, earshot-people, earshot-rating').locator('.root').first().waitFor()
    await page.waitForTimeout(500)
    if (name === 'rating') {
      const rating = page.locator('earshot-rating')
      await rating.scrollIntoViewIfNeeded()
      await rating.locator('button, input, label').last().click()
      await page.waitForTimeout(300)
    }
    await shoot(`20-inline-${name}`, page)
  }
  await page.goto(`${url}/checkout/`)
  await page.locator('earshot-help [part=mark]').first().click()
  await page.locator('earshot-help [part=answer] .helpful').first().waitFor()
  await shoot('21-help-beside-a-field', page)
  await page.keyboard.press('Escape')
  await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/earshot/watch.js')))
  for (const postcode of ['123', '1234']) {
    await page.locator('input[autocomplete=postal-code]').fill(postcode)
    await page.keyboard.press('Tab')
  }
  // Where there is no room for it, the launcher bears a mark and the offer waits.
  await page.locator('earshot-widget .offer').waitFor({ state: 'attached' })
  await page.waitForTimeout(300)
  await shoot('22-offer', page)
  await page.context().close()
}
