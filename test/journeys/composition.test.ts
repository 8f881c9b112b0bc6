// What a method of input makes of several keys: only Chromium lets a test compose as a keyboard would.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CDPSession } from 'playwright-core'
import { Alone, isAsked } from './chromium-alone.ts'

/** A key that belongs to the composition: browsers number it 229. */
const keyInside = async (devtools: CDPSession, key: string) => {
  for (const type of ['rawKeyDown', 'keyUp'] as const) {
    await devtools.send('Input.dispatchKeyEvent', { type, key, code: key, windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 })
  }
}
const compose = (devtools: CDPSession, text: string) => devtools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })

if (isAsked) {
  describe('Words that are put together from several keys', () => {
    const alone = new Alone()

    it('are nobody’s command before they are finished: Enter takes no article, Escape closes nothing', async () => {
      const { page, url, devtools } = await alone.open()
      await page.goto(`${url}/`)
      await page.getByRole('button', { name: 'Help' }).click()
      const panel = page.getByRole('dialog', { name: 'Help' })
      const search = panel.getByRole('searchbox', { name: 'Search for help' })
      await search.focus()
      await compose(devtools, 'りぱ')
      assert.equal(await search.inputValue(), 'りぱ')
      await keyInside(devtools, 'Enter')
      await keyInside(devtools, 'Escape')
      await keyInside(devtools, 'ArrowDown')
      await devtools.send('Input.insertText', { text: 'repair' })
      assert.equal(await search.inputValue(), 'repair')
      await panel.getByRole('listitem').first().waitFor()
      assert.equal(await panel.isVisible(), true)
      assert.equal(await search.evaluate(field => (field.getRootNode() as ShadowRoot).activeElement === field), true)
      // Finished, the very same key is ours.
      await page.keyboard.press('Escape')
      assert.equal(await search.inputValue(), '')
    })

    it('arrive in a story as they were finished, once', async () => {
      const { page, url, devtools } = await alone.open()
      await page.goto(`${url}/`)
      await page.getByRole('button', { name: 'Help' }).click()
      const panel = page.getByRole('dialog', { name: 'Help' })
      await panel.getByRole('button', { name: 'I have a question' }).click()
      const story = panel.getByRole('textbox', { name: 'What would you like to know?' })
      await story.focus()
      await compose(devtools, 'かん')
      await keyInside(devtools, 'Enter')
      await devtools.send('Input.insertText', { text: '缶' })
      await compose(devtools, 'は')
      await keyInside(devtools, 'Escape')
      await devtools.send('Input.insertText', { text: 'は？' })
      assert.equal(await story.inputValue(), '缶は？')
      await panel.getByRole('button', { name: 'Send' }).click()
      await panel.getByRole('heading', { name: 'We have it' }).waitFor()
      const sent = await page.evaluate(() => new Promise<string | undefined>(resolve =>
        window.earshot!.push(desk => void desk.requests().then(([request]) => resolve(request?.issue.story)))))
      assert.equal(sent, '缶は？')
      assert.deepEqual(alone.troubles, [])
    })
  })
}
