import assert from 'node:assert/strict'
import { openPanel } from './customer.ts'
import { hostPath, serves } from './host-page.ts'
import { journeys, type World } from './world.ts'

/** How people write it who take no library: each puts the focus back into the drawer when it is somewhere else. */
const traps = {
  'on the way up': `document.addEventListener('focusin', event => drawer.contains(event.target) || note.focus())`,
  'on the way down': `document.addEventListener('focus', event => drawer.contains(event.target) || note.focus(), true)`,
  'as it leaves': `drawer.addEventListener('focusout', event => drawer.contains(event.relatedTarget) || setTimeout(() => note.focus()))`,
}

const drawer = (attributes: string, trap: string) => `<div id="drawer" ${attributes} style="position: fixed; inset: 0 auto 0 0; width: 300px; z-index: 5000">
<label>Note <textarea id="note"></textarea></label></div><script>note.focus(); ${trap}</script>`

async function writesBeside({ page, url, intercept }: World, attributes: string, trap: string) {
  intercept(serves({ body: drawer(attributes, trap) }))
  await page.goto(url + hostPath)
  const [note, story] = ['Note', 'What happened?'].map(name => page.getByRole('textbox', { name }))
  await note!.fill('Two lamps')
  const panel = await openPanel(page)
  await panel.getByRole('button', { name: 'Something is wrong' }).click()
  await story!.click()
  await page.keyboard.type('The drawer')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('End')
  await page.keyboard.type(' is stuck')
  assert.deepEqual([await story!.value(), await note!.value()], ['The drawer is stuck', 'Two lamps'])
  await note!.click()
  await page.keyboard.press('End')
  await page.keyboard.type(', and a bulb')
  assert.deepEqual([await story!.value(), await note!.value()], ['The drawer is stuck', 'Two lamps, and a bulb'])
}

journeys('Beside a drawer that takes the focus back', walk => {
  walk('one can write to people, though it does not say that it is a dialog', world => writesBeside(world, '', traps['on the way up']))
  for (const [how, trap] of Object.entries(traps)) {
    walk(`${how}, one can write to people when it says that it is a dialog`, world => writesBeside(world, 'role="dialog" aria-label="Your order"', trap))
  }
})
