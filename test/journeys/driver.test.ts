import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { canTap, startBrowser, type Browser } from './driver/browser.ts'
import type { Page } from './driver/page.ts'
import { serveSamplePage } from './driver/sample-page.ts'
import { wantedEngines } from './engine.ts'

for (const engine of wantedEngines) {
  describe(`The driver in ${engine}`, () => {
    let browser: Browser
    let site: Awaited<ReturnType<typeof serveSamplePage>>
    let page: Page

    before(async () => {
      site = await serveSamplePage()
      browser = await startBrowser(engine)
      page = await browser.newPage({ patience: 5_000 })
      await page.goto(site.url)
    })

    after(async () => {
      await browser?.close()
      await site?.close()
    })

    it('runs a function in a page whose policy forbids eval, waits for its promise, and passes its error on', async () => {
      assert.deepEqual(await page.evaluate(async (a: number, b: string) => ({ sum: a + 1, b, title: document.title }), 1, 'ü'), { sum: 2, b: 'ü', title: 'Sample' })
      await assert.rejects(page.evaluate(() => { throw new TypeError('as expected') }), /as expected/)
    })

    it('finds by role and name through nested shadow roots and slots', async () => {
      assert.equal(await page.getByRole('heading', { name: 'Inside' }).text(), 'Inside')
      assert.equal(await page.getByRole('button', { name: 'Send it' }).count(), 1)
      assert.equal(await page.getByRole('region', { name: 'Outer' }).getByRole('link', { name: 'Elsewhere' }).count(), 1)
      assert.equal(await page.getByRole('textbox', { name: /^What happened/ }).count(), 1)
      assert.equal(await page.getByRole('button', { name: 'arrive', exact: false }).count(), 0)
      assert.equal(await page.getByText('Also send the page').count(), 1)
      assert.match(await page.text(), /Inside What happened\? .*Send it/)
    })

    it('does not see what is hidden, and counts twins', async () => {
      assert.equal(await page.getByRole('button', { name: 'Hidden' }).count(), 0)
      assert.equal(await page.getByRole('button', { name: 'Twin' }).count(), 2)
      assert.equal(await page.getByRole('button', { name: 'Twin' }).nth(-1).text(), 'Twin')
    })

    it('types with real keys, letters of other scripts too, and presses with a real mouse', async () => {
      const story = page.getByRole('textbox', { name: 'What happened?' })
      await story.fill('Größe stimmt nicht — 尺码\nzweite Zeile')
      assert.equal(await story.value(), 'Größe stimmt nicht — 尺码\nzweite Zeile')
      await story.fill('Short')
      assert.equal(await story.isFocused(), true)
      await page.getByRole('button', { name: 'Send it' }).click()
      assert.equal(await page.getByRole('status').text(), 'Said: Short (by hand)')
      await story.fill('')
      assert.equal(await story.value(), '')
    })

    it('ticks a box and chooses from a list', async () => {
      const box = page.getByRole('checkbox', { name: 'Also send the page' })
      await box.click()
      assert.equal(await box.isChecked(), true)
      const topic = page.getByRole('combobox', { name: 'Topic' })
      await topic.choose('Payment')
      assert.equal(await topic.value(), 'b')
    })

    it('walks by keyboard, forwards and back', async () => {
      await page.getByRole('searchbox', { name: 'Search for help' }).click()
      await page.keyboard.press('Tab')
      assert.deepEqual(await page.focused(), { role: 'textbox', name: 'What happened?' })
      await page.keyboard.press('Shift+Tab')
      assert.deepEqual(await page.focused(), { role: 'searchbox', name: 'Search for help' })
    })

    it('waits for what comes later, and scrolls to what is far', async () => {
      await page.getByRole('button', { name: 'Bring one' }).click()
      await page.getByRole('button', { name: 'Arrived late' }).waitFor()
      await page.getByRole('button', { name: 'Far below' }).click()
      assert.ok((await page.evaluate(() => scrollY)) > 1000)
    })

    it('refuses to press what is covered, what is twice there and what is not there, and says why', async () => {
      const hasty = await browser.newPage({ patience: 400 })
      await hasty.goto(site.url)
      await assert.rejects(hasty.getByRole('button', { name: 'Under' }).click(), /covered by <div class="cover">/)
      await assert.rejects(hasty.getByRole('button', { name: 'Twin' }).click(), /expected one element, found 2/)
      await assert.rejects(hasty.getByRole('button', { name: 'Nowhere' }).click(), /found 0\nThere are:[^]*button "Send it"/)
      await assert.rejects(hasty.getByRole('button', { name: 'Twin' }).waitFor('gone'), /is still there/)
      await hasty.close()
    })

    it('keeps the storage when a page is closed and another one opened', async () => {
      const first = await browser.newPage()
      await first.goto(site.url)
      assert.equal(await first.getByText('First visit').count(), 1)
      await first.getByRole('button', { name: 'Keep' }).click()
      await first.close()
      const second = await browser.newPage()
      await second.goto(site.url)
      await second.getByText('Seen before').waitFor()
      await second.close()
    })

    it('sets the size of the view and takes a picture of it', async () => {
      await page.viewport(640, 700)
      assert.deepEqual(await page.evaluate(() => [innerWidth, innerHeight]), [640, 700])
      const file = `test-results/driver-${engine}.png`
      await page.screenshot(file)
      const { readFile } = await import('node:fs/promises')
      assert.deepEqual([...(await readFile(file)).subarray(1, 4)], [...'PNG'].map(letter => letter.charCodeAt(0)))
    })

    if (canTap(engine)) {
      it('taps with a real finger on a phone', async () => {
        const phone = await browser.newPage()
        await phone.phone(400, 800)
        await phone.goto(site.url)
        await phone.evaluate(() => {
          for (const type of ['touchstart', 'touchend']) addEventListener(type, ({ isTrusted }) => void (document.title += ` ${type} ${isTrusted}`))
        })
        await phone.getByRole('button', { name: 'Bring one' }).click()
        await phone.getByRole('button', { name: 'Arrived late' }).waitFor()
        assert.deepEqual(await phone.evaluate(() => [document.title, innerWidth]), ['Sample touchstart true touchend true', 400])
        await phone.close()
      })
    } else {
      it('says that it has no finger', () => assert.rejects(page.phone(), /no finger/))
    }

    it('follows a link to another page and looks around there', async () => {
      await page.getByRole('link', { name: 'Elsewhere' }).click()
      await page.getByRole('heading', { name: 'Another page' }).waitFor()
    })
  })
}
