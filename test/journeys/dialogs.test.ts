import assert from 'node:assert/strict'
import type { Engine } from '../engines/find-browsers.ts'
import type { Page } from './driver/page.ts'
import { heading } from './customer.ts'
import { hostPage, serveHosts, type HostName } from './host-library.ts'
import { journeys, type World } from './world.ts'

/** What is the engines' own is walked in all of them. */
const hosts: readonly { name: HostName; everywhere?: boolean }[] = [
  { name: 'native', everywhere: true },
  { name: 'by-hand', everywhere: true },
  { name: 'focus-trap', everywhere: true },
  { name: 'bootstrap' },
  { name: 'a11y-dialog' },
  { name: 'micromodal' },
  { name: 'radix' },
  { name: 'headless' },
]

const story = (page: Page) => page.getByRole('textbox', { name: 'What happened?' })
const note = (page: Page) => page.getByRole('textbox', { name: 'Note' })
const done = (page: Page) => page.getByRole('button', { name: 'Done' })
const launcher = (page: Page) => page.getByRole('button', { name: 'Help' })
const ours = (page: Page) => page.getByRole('dialog', { name: 'Help' })

async function visit({ page, url, intercept }: World, name: HostName) {
  intercept(serveHosts)
  await page.goto(url + hostPage(name))
  await launcher(page).waitFor()
  await page.until('the rest of it is here', () => page.evaluate(() => !!customElements.get('earshot-widget')))
}

async function openTheirs(page: Page) {
  await page.getByRole('button', { name: 'Edit the order' }).click()
  await done(page).waitFor()
}

const act = (page: Page, what: 'open' | 'close') => page.evaluate((what: 'open' | 'close') => (globalThis as never as { host: Record<string, () => void> }).host[what]!(), what)

/** Nobody on the page keeps what is in the panel from scrolling. */
const scrolls = (page: Page) => page.evaluate(() => {
  let inner = document.querySelector('earshot-widget')!.shadowRoot!.querySelector('[part=body]')!
  inner = inner.firstElementChild?.shadowRoot?.querySelector('h2') ?? inner
  return ['wheel', 'touchmove'].every(type =>
    inner.dispatchEvent(type === 'wheel' ? new WheelEvent(type, { deltaY: 40, bubbles: true, composed: true, cancelable: true }) : new Event(type, { bubbles: true, composed: true, cancelable: true })))
})

const isAtHome = (page: Page) => page.evaluate(() => document.querySelector('earshot-widget')!.parentElement === document.body)

async function overTheirs(world: World, name: HostName) {
  const { page, issues } = world
  await visit(world, name)
  await openTheirs(page)
  await note(page).fill('Two lamps')
  // Ours over theirs, which goes on being there, and typed in.
  await launcher(page).click()
  await ours(page).getByRole('button', { name: 'Something is wrong' }).click()
  await story(page).fill('The dialog will not')
  assert.equal(await story(page).isFocused(), true)
  assert.equal(await scrolls(page), true, 'the panel scrolls')
  await done(page).waitFor()
  await note(page).click()
  await page.keyboard.type(', and a bulb')
  assert.equal((await note(page).value()).length, 'Two lamps, and a bulb'.length)
  assert.equal(await note(page).isFocused(), true)
  // Escape closes what it was pressed in.
  await story(page).click()
  await page.keyboard.press('Escape')
  await ours(page).waitFor('gone')
  await done(page).waitFor()
  await page.until('the launcher has the focus', () => launcher(page).isFocused())
  await page.keyboard.press('Enter')
  await story(page).waitFor()
  assert.equal(await story(page).value(), 'The dialog will not')
  // Theirs goes by itself while somebody types in ours.
  await story(page).click()
  await page.keyboard.press('End')
  await act(page, 'close')
  await done(page).waitFor('gone')
  await page.until('ours is back in the page', () => isAtHome(page))
  await page.until('the customer still has the field', () => story(page).isFocused())
  await page.keyboard.type(' save')
  assert.equal(await story(page).value(), 'The dialog will not save')
  // And comes up while ours is open.
  await act(page, 'open')
  await done(page).waitFor()
  await page.until('ours is above it', async () => !(await isAtHome(page)))
  // One that fades in takes the focus only then, and it is its own to take.
  await page.until('theirs has come up', () => page.evaluate(() => document.getAnimations().every(({ playState }) => playState !== 'running')))
  await story(page).fill('The dialog will not save the note')
  await done(page).click()
  await done(page).waitFor('gone')
  await page.until('ours is back in the page', () => isAtHome(page))
  await ours(page).getByRole('button', { name: 'Send' }).click()
  await heading(page, 'We have it').waitFor()
  assert.deepEqual((await issues()).map(issue => issue.story), ['The dialog will not save the note'])
}

journeys('Over a dialog of the page', (walk, engine: Engine) => {
  for (const { name, everywhere } of hosts) {
    if (engine !== 'chromium' && !everywhere) continue
    walk(`one can write to people, and both stay: ${name}`, world => overTheirs(world, name))
  }
})
