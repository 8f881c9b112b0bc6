import assert from 'node:assert/strict'
import { openPanel } from './customer.ts'
import { canTap } from './driver/browser.ts'
import type { Page } from './driver/page.ts'
import { hostPath, serves } from './host-page.ts'
import { journeys, type World } from './world.ts'

const story = 'The total is wrong'

// One beside the panel, two under it, one too high to be written in beside anything, and one below the launcher.
const body = `<style>
  body { margin: 0; height: 1600px } main { position: absolute } label > * { position: absolute; box-sizing: border-box; height: 44px }
</style>
<label>Name <input style="left: 40px; top: 100px; width: 300px"></label>
<label>Coupon <input style="right: 40px; top: 160px; width: 300px"></label>
<label>Remark <input style="left: 2%; top: 240px; width: 96%"></label>
<label>Letter <textarea style="left: 2%; top: 300px; width: 96%; height: 600px"></textarea></label>
<label>Last <input style="position: fixed; right: 0; bottom: 10px; width: 90%"></label>`

const field = (page: Page, name: string) => page.getByRole('textbox', { name })
const told = (page: Page) => field(page, 'What happened?')
const panelOf = (page: Page) => page.getByRole('dialog', { name: 'Help' })

async function visit({ page, url, intercept }: World) {
  intercept(serves({ body }))
  await page.goto(url + hostPath)
}

async function tell(page: Page) {
  const panel = await openPanel(page)
  await panel.getByRole('button', { name: 'Something is wrong' }).click()
  await told(page).fill(story)
}

const focus = (page: Page, name: string) => page.evaluate((name: string) =>
  [...document.querySelectorAll('label')].find(label => label.textContent!.startsWith(name))!.querySelector<HTMLElement>('input, textarea')!.focus({ preventScroll: true }), name)

/** The field that has the focus, from edge to edge: nothing lies on it. */
const isInSight = (page: Page) => page.evaluate(() => {
  const field = document.activeElement!
  const { left, right, top, bottom } = field.getBoundingClientRect()
  const across = [0.01, 0.25, 0.5, 0.75, 0.99].map(part => left + (right - left) * part)
  return across.every(x => [top + 2, bottom - 2].every(y => document.elementFromPoint(x, y) === field))
})

const placeOf = (page: Page) => page.evaluate(() => {
  const { left, top, width, height } = document.querySelector('earshot-widget')!.shadowRoot!.querySelector('#panel')!.getBoundingClientRect()
  return [left, top, width, height].map(Math.round).join(' ')
})

/** Where it is once it has come in. */
async function rested(page: Page) {
  await page.until('the panel is at rest', () => page.evaluate(() => !document.querySelector('earshot-widget')!.shadowRoot!.querySelector('#panel')!.getAnimations().length))
  return placeOf(page)
}

journeys('A field of the page', (walk, engine) => {
  walk('is never under the panel: it goes to the other side, or gets lower, and is itself again', async world => {
    const { page } = world
    await visit(world)
    await tell(page)
    const home = await rested(page)
    await focus(page, 'Name')
    await page.keyboard.type('Edda')
    assert.equal(await placeOf(page), home, 'what is not covered moves nothing')
    // With the Tab key.
    await page.keyboard.press('Tab')
    await page.until('the coupon is seen', () => isInSight(page))
    const across = await placeOf(page)
    assert.notEqual(across, home)
    // Back in the panel, where they have found it.
    await told(page).click()
    await page.keyboard.press('End')
    await page.keyboard.type(' here')
    assert.equal(await placeOf(page), across, 'nothing moves away from under a hand')
    await focus(page, 'Remark')
    await page.until('all of the remark is seen', () => isInSight(page))
    await page.keyboard.type('Leave it at the door')
    assert.equal(await field(page, 'Remark').value(), 'Leave it at the door')
    await told(page).click()
    await page.until('the panel has its height again', async () => (await placeOf(page)) === home)
    assert.equal(await told(page).value(), `${story} here`)
  })

  walk('is never under the panel: where there is no room for both the panel closes, and keeps what was written', async world => {
    const { page } = world
    await page.viewport(1280, 520)
    await visit(world)
    await tell(page)
    const home = await rested(page)
    // With the mouse, on what is seen of it.
    await page.mouse.click(100, 260)
    await panelOf(page).waitFor('gone')
    assert.equal(await field(page, 'Remark').isFocused(), true)
    assert.equal(await isInSight(page), true)
    await page.keyboard.type('At the door')
    assert.equal(await field(page, 'Remark').value(), 'At the door')
    await page.getByRole('button', { name: 'Help' }).click()
    assert.equal(await told(page).value(), story)
    await page.until('the panel is in its own place', async () => (await placeOf(page)) === home)
  })

  walk('as large as half the window does not close the panel', async world => {
    const { page } = world
    await visit(world)
    await tell(page)
    const home = await rested(page)
    await page.mouse.click(100, 500)
    await page.keyboard.type('Dear harbour master')
    assert.equal(await field(page, 'Letter').value(), 'Dear harbour master')
    assert.equal(await placeOf(page), home)
  })

  if (!canTap(engine)) return

  walk('that a phone’s page puts the focus in is seen: the panel closes, and keeps what was written', async world => {
    const { page } = world
    await page.phone()
    await visit(world)
    await tell(page)
    await focus(page, 'Coupon')
    await panelOf(page).waitFor('gone')
    assert.equal(await field(page, 'Coupon').isFocused(), true)
    assert.equal(await isInSight(page), true)
    await page.getByRole('button', { name: 'Help' }).click()
    assert.equal(await told(page).value(), story)
  })

  // Firefox taps with a finger, and says that it has a mouse.
  if (engine !== 'chromium') return

  // No driver has a keyboard to put on the screen: the browser is made to say what it says when there is one.
  walk('and the keyboard on the screen are free of the launcher as long as somebody types', async world => {
    const { page } = world
    await page.phone()
    await visit(world)
    const launcher = page.getByRole('button', { name: 'Help' })
    await launcher.waitFor()
    const showKeyboard = (height: number, scale = 1) => page.evaluate((height: number, scale: number) => {
      for (const [name, value] of [['height', height], ['scale', scale]] as const) Object.defineProperty(visualViewport, name, { configurable: true, value })
      visualViewport!.dispatchEvent(new Event('resize'))
    }, height, scale)
    await field(page, 'Coupon').click()
    await showKeyboard(400)
    await launcher.waitFor('gone')
    await page.keyboard.type('SEA')
    assert.equal(await launcher.count(), 0)
    // Who looks closer has no keyboard.
    await showKeyboard(422, 2)
    await launcher.waitFor()
    await showKeyboard(400)
    await launcher.waitFor('gone')
    await showKeyboard(844)
    await launcher.waitFor()
    assert.equal(await field(page, 'Coupon').value(), 'SEA')
  })
})
