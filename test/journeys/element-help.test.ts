import assert from 'node:assert/strict'
import { accessibilityProblems } from './accessibility.ts'
import type { Page } from './driver/page.ts'
import { journeys } from './world.ts'

/** Where everything on the page lies, its marks aside. */
const layout = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll('main *:not(earshot-help, earshot-help *)')].map(element => {
    const { x, y, width, height } = element.getBoundingClientRect()
    return `${element.localName} ${[x + scrollX, y + scrollY, width, height].map(Math.round).join(' ')}`
  }))

/** The open popover, in the window's own measures. */
const popoverIn = (page: Page) =>
  page.evaluate(() => {
    const open = (root: Document | ShadowRoot): Element | undefined => {
      for (const element of root.querySelectorAll('*')) {
        const found = element.matches(':popover-open[part="answer"]') ? element : element.shadowRoot && open(element.shadowRoot)
        if (found) return found
      }
      return undefined
    }
    const { left = NaN, top = NaN, right = NaN, bottom = NaN } = open(document)?.getBoundingClientRect() ?? {}
    return { left, top, right, bottom, width: innerWidth, height: innerHeight }
  })

/** Waits until all of the popover can be seen. */
const inView = (page: Page, where: string) =>
  page.until(`the answer lies in the window, ${where}`, async () => {
    const { left, top, right, bottom, width, height } = await popoverIn(page)
    return left >= 0 && top >= 0 && right <= width && bottom <= height && right - left > 150
  })

const postcode = 'The checkout does not accept my postcode'

journeys('Help beside a part of the page', walk => {
  walk('the postcode of the checkout has its answer beside it, and nothing on the page moves for it', async ({ page, url, intercept }) => {
    // First the page without its marks, then with them.
    intercept(async (request, proceed) => {
      const answer = await proceed()
      if (new URL(request.url).search !== '?without') return answer
      return new Response((await answer.text()).replaceAll('data-earshot-article', 'data-without'), answer)
    })
    await page.goto(`${url}/checkout/?without`)
    await page.getByRole('button', { name: 'Help: VAT included.' }).waitFor()
    const before = await layout(page)
    await page.goto(`${url}/checkout/`)
    const mark = page.getByRole('button', { name: 'Help: Postcode' })
    await mark.waitFor()
    await page.getByRole('button', { name: 'Help: Delivery' }).waitFor()
    await page.getByRole('button', { name: 'Help: VAT included.' }).waitFor()
    assert.deepEqual(await layout(page), before)
    await mark.click()
    await page.getByRole('heading', { name: postcode }).waitFor()
    await inView(page, 'beside the postcode')
    assert.deepEqual(await layout(page), before)
    assert.deepEqual(await accessibilityProblems(page), [])
    await page.getByRole('button', { name: 'Read on' }).click()
    const panel = page.getByRole('dialog', { name: 'Help' })
    await panel.getByRole('heading', { name: postcode }).waitFor()
    await panel.getByText('EC1A 1BB').first().waitFor()
    await panel.getByRole('button', { name: 'Close help' }).click()
    await page.until('the focus is back on the mark', async () => (await page.focused()).name === 'Help: Postcode')
  })

  walk('by keyboard the field leads to its help, the help to its answer, and Escape back', async ({ page, url }) => {
    await page.goto(`${url}/checkout/`)
    await page.getByRole('button', { name: 'Help: Postcode' }).waitFor()
    await page.getByRole('textbox', { name: 'Postcode' }).click()
    await page.keyboard.press('Tab')
    assert.equal((await page.focused()).name, 'Help: Postcode')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: postcode }).waitFor()
    assert.equal((await page.focused()).name, 'Help: Postcode')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    assert.equal((await page.focused()).name, 'Read on')
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: postcode }).waitFor('gone')
    assert.equal((await page.focused()).name, 'Help: Postcode')
    await page.keyboard.press('Tab')
    assert.equal((await page.focused()).name, 'Town')
  })

  walk('a column of a table has its answer, which a no takes to a person', async ({ page, url }) => {
    await page.goto(`${url}/products/heron/`)
    await page.getByRole('button', { name: 'Help: Part' }).click()
    const group = page.getByRole('group', { name: 'Did this help?' })
    await group.getByRole('button', { name: 'No' }).click()
    await page.getByRole('textbox', { name: 'What is missing?' }).waitFor()
    await inView(page, 'below the column')
    assert.deepEqual(await accessibilityProblems(page), [])
    await page.getByRole('button', { name: 'Talk to a person' }).first().click()
    await page.getByRole('dialog', { name: 'Help' }).getByRole('heading', { name: 'Talk to a person' }).waitFor()
  })

  walk('works in another one’s shadow root, in an open dialog, and there reads on in its own place', async ({ page, url }) => {
    await page.goto(`${url}/checkout/`)
    await page.getByRole('button', { name: 'Help: Postcode' }).waitFor()
    await page.evaluate(() => {
      const dialog = document.createElement('dialog')
      const foreign = document.createElement('div')
      const root = foreign.attachShadow({ mode: 'open' })
      const label = Object.assign(document.createElement('label'), { textContent: 'Number of the part', htmlFor: 'part' })
      const mark = document.createElement('earshot-help')
      mark.setAttribute('for', 'part')
      mark.setAttribute('article', 'spare-parts')
      root.append(label, Object.assign(document.createElement('input'), { id: 'part' }), mark)
      const town = document.createElement('label')
      town.append('Town of the parcel ', Object.assign(document.createElement('input'), { name: 'town' }))
      town.querySelector('input')!.dataset.earshotArticle = 'delivery-times'
      dialog.append(foreign, town)
      document.body.append(dialog)
      dialog.showModal()
    })
    const part = page.getByRole('button', { name: 'Help: Number of the part' })
    await part.click()
    await page.getByRole('heading', { name: 'Find and order a spare part' }).waitFor()
    await inView(page, 'over the dialog')
    await page.getByRole('button', { name: 'Read on' }).click()
    await page.getByRole('heading', { name: 'Order one' }).waitFor()
    await inView(page, 'with the whole article in it')
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: 'Order one' }).waitFor('gone')
    assert.equal(await page.evaluate(() => document.querySelector('dialog')!.open), true)
    await page.getByRole('button', { name: 'Help: Town of the parcel' }).click()
    await page.getByRole('heading', { name: 'Delivery times and costs' }).waitFor()
    assert.equal(await page.evaluate(() => document.querySelectorAll('dialog label earshot-help').length), 0)
  })

  walk('shows its answer whole in a small window, and says plainly when there is none', async ({ page, url }) => {
    await page.viewport(480, 400)
    await page.goto(`${url}/checkout/`)
    const mark = page.getByRole('button', { name: 'Help: Postcode' })
    await mark.click()
    await page.getByRole('heading', { name: postcode }).waitFor()
    await inView(page, 'in a small window')
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), true)
    await page.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('heading', { name: postcode }).waitFor('gone')
    await page.evaluate(() => (document.querySelector<HTMLElement>('#town')!.dataset.earshotArticle = 'no-such-article'))
    await page.getByRole('button', { name: 'Help: Town' }).click()
    await page.getByText('This article is no longer here.').first().waitFor()
    await page.getByRole('button', { name: 'Talk to a person' }).first().waitFor()
    await page.evaluate(() => document.querySelector('#town')!.removeAttribute('data-earshot-article'))
    await page.getByRole('button', { name: 'Help: Town' }).waitFor('gone')
    assert.equal(await page.evaluate(() => document.querySelector('#town')!.outerHTML.includes('aria-details')), false)
  })
})
