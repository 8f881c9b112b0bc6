import assert from 'node:assert/strict'
import { deflateRawSync } from 'node:zlib'
import { accessibilityProblems } from './accessibility.ts'
import type { Page } from './driver/page.ts'
import { journeys, type World } from './world.ts'

const packed = (recipe: unknown) => `#1.${deflateRawSync(JSON.stringify(recipe)).toString('base64url')}`

/** Everything that can be read in the preview, with the values of its fields; shadow roots included. */
const inPreview = (page: Page) => page.evaluate(() => {
  const read = (node: Node): string => {
    if (node instanceof (node.ownerDocument?.defaultView?.HTMLElement ?? HTMLElement) && node.hidden) return ''
    const inner = [...('shadowRoot' in node && node.shadowRoot ? (node.shadowRoot as ShadowRoot).childNodes : []), ...node.childNodes].map(read).join(' ')
    return node.nodeType === 3 ? (node.textContent ?? '') : 'value' in node && node.nodeName === 'TEXTAREA' ? `${inner} ${String(node.value)}` : inner
  }
  const body = document.querySelector('iframe')?.contentDocument?.body
  return body ? read(body).replace(/\s+/g, ' ') : ''
})

const seen = (page: Page, text: string) => page.until(`the preview says “${text}”`, async () => (await inPreview(page)).includes(text))

/** Presses what bears this text in the preview, as soon as it is there: no driver of ours looks into frames. */
const pressInPreview = (page: Page, text: string) => page.until(`“${text}” can be pressed in the preview`, () => page.evaluate((text: string) => {
  const find = (root: ParentNode): HTMLElement | undefined => [...root.querySelectorAll<HTMLElement>('*')]
    .flatMap(element => element.shadowRoot ? find(element.shadowRoot) ?? [] : element.localName === 'button' && element.textContent?.trim() === text && element.offsetParent ? element : [])[0]
  const button = find(document.querySelector('iframe')!.contentDocument!)
  button?.click()
  return !!button
}, text))

const launcherColour = (page: Page) => page.evaluate(() => {
  const frame = document.querySelector('iframe')!
  const launcher = frame.contentDocument?.querySelector('earshot-widget')?.shadowRoot?.querySelector('[part=launcher]')
  return launcher ? frame.contentWindow!.getComputedStyle(launcher).backgroundColor : ''
})

async function open(page: Page, url: string, part?: string) {
  await page.viewport(1400, 900)
  await page.goto(url)
  await page.getByText('The library has nothing to say against these settings.').waitFor()
  if (part) await page.getByText(part).click()
}

/** What is copied, whatever the browser's clipboard thinks of it. */
const ownClipboard = () => {
  const host = globalThis as unknown as { copied: string }
  Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text: string) => void (host.copied = text) } })
}
const copied = (page: Page) => page.evaluate(() => (globalThis as unknown as { copied: string }).copied)

async function choose({ page, url, beforeScripts, newPage }: World) {
  beforeScripts(ownClipboard)
  await open(page, `${url}/playground/`, 'People')
  await seen(page, 'How can we help?')
  await page.getByRole('textbox', { name: 'Accent' }).fill('#b0203a')
  await page.getByRole('button', { name: 'Add a rung' }).click()
  await page.keyboard.type('Marit in the office')
  await page.getByRole('group', { name: 'Rung 3' }).getByRole('textbox', { name: 'E-mail address' }).fill('marit@shop.example')
  await page.getByText('Language and place').click()
  await page.getByRole('combobox', { name: 'Language' }).choose('German · Deutsch')
  await seen(page, 'Hilfe')
  await pressInPreview(page, 'Mit einem Menschen sprechen')
  await seen(page, 'Marit in the office')
  await page.until('the launcher has the accent', async () => (await launcherColour(page)) === 'rgb(176, 32, 58)')

  await page.getByRole('button', { name: 'Copy snippet' }).click()
  await page.getByText('The lines are copied. They need the file earshot.json beside them.').waitFor()
  assert.equal(await copied(page), '<script async src="/earshot.js" data-config="/earshot.json" data-locale="de"></script>')
  await page.getByRole('button', { name: 'Copy address' }).click()
  await page.getByText('The address is copied. Whoever opens it sees these settings.').waitFor()

  const other = await newPage()
  await open(other, await copied(page), 'People')
  assert.equal(await other.getByRole('textbox', { name: 'Accent' }).value(), '#b0203a')
  assert.equal(await other.getByRole('group', { name: 'Rung 3' }).getByRole('textbox', { name: 'Name, as customers read it' }).value(), 'Marit in the office')
  await seen(other, 'Hilfe')
  await other.until('the launcher has the accent there, too', async () => (await launcherColour(other)) === 'rgb(176, 32, 58)')
}

/** What is wrong is said at its field, in the library's own words, and is gone when it is mended; the browser's way back undoes. */
async function mistakes({ page, url }: World) {
  await open(page, `${url}/playground/`, 'People')
  const hours = page.getByRole('group', { name: 'Rung 2' }).getByRole('textbox', { name: 'Hours' })
  await hours.fill('Mo-Xx 9')
  await page.getByRole('group', { name: 'Rung 2' }).getByText('ladder/bad-hours').waitFor()
  assert.equal(await hours.attribute('aria-invalid'), 'true')
  await hours.fill('Mo-Fr 09:00-12:00')
  await page.getByText('The library has nothing to say against these settings.').waitFor()
  assert.equal(await hours.attribute('aria-invalid'), null)

  const file = page.getByRole('textbox', { name: 'earshot.json' })
  await file.fill('{ "endpoint": "/issues", "plcement": "top-end" }')
  await page.getByText('config/unknown-key').waitFor()
  await page.getByText('Unknown setting "plcement"; did you mean "placement"?', { exact: false }).waitFor()
  await file.fill('{ "endpoint": ')
  await page.getByText('This is no JSON yet, so nothing was changed.', { exact: false }).waitFor()
  assert.equal(await page.getByText('config/unknown-key').count(), 1)
  await page.evaluate(() => history.back())
  await page.getByText('The library has nothing to say against these settings.').waitFor()
}

/** Addresses of strangers: each is said to be what it is, and the page works all the same. */
async function strangers({ page, url }: World) {
  const hostile = {
    config: {
      endpoint: 'javascript:alert(1)', articles: [null, { id: 1 }], ladder: [null, 7, { id: '__proto__', name: '<img src=x onerror=alert(1)>', kind: 'link', to: 'javascript:alert(1)' }],
      forms: [{ id: 'problem', fields: 'story' }, 3], messages: { help: ['x'] }, theme: 7, locale: 'xx-\u202Ex', suggest: 'no', desk: {}, __earshot__: 1, capture: [],
    },
  }
  const cases: [string, string][] = [
    ['#choices', 'nothing this page has written'], [`#1.${'A'.repeat(40_000)}`, 'too long to come from here'], ['#1.AAAA', 'damaged'],
    [packed({ config: { a: 'a'.repeat(3_000_000) } }), 'more settings than anybody would write'],
  ]
  for (const [fragment, said] of cases) {
    await page.goto('about:blank')
    await page.goto(`${url}/playground/${fragment}`)
    await page.getByText(said, { exact: false }).waitFor()
    await seen(page, 'Hollow & Reed')
  }
  await page.goto('about:blank')
  await page.goto(`${url}/playground/${packed(hostile)}`)
  for (const code of ['config/wrong-value', 'config/unknown-key']) await page.until(`${code} is told`, async () => (await page.getByText(code).count()) > 0)
  await seen(page, 'Hollow & Reed')
  await page.getByRole('button', { name: 'Start over' }).click()
  await page.getByText('The library has nothing to say against these settings.').waitFor()
  await seen(page, 'How can we help?')
}

/** What is sent in the preview is shown as the backend would get it, and goes nowhere; drafts outlive what is changed meanwhile. */
async function sending({ page, url, deliveries, issues }: World) {
  await open(page, `${url}/playground/`)
  await pressInPreview(page, 'I have an idea')
  await page.until('the story can be told', () => page.evaluate(() => {
    const find = (root: ParentNode): HTMLTextAreaElement | undefined => [...root.querySelectorAll('*')]
      .flatMap(element => element.shadowRoot ? find(element.shadowRoot) ?? [] : element.localName === 'textarea' ? element as HTMLTextAreaElement : [])[0]
    const field = find(document.querySelector('iframe')!.contentDocument!)
    if (field) field.value = 'A lamp in steel.'
    return !!field?.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
  }))
  await page.getByRole('combobox', { name: 'Corners' }).fill('3px')
  assert.deepEqual(await page.focused(), { role: 'combobox', name: 'Corners' }, 'the preview takes no focus while something is chosen')
  await page.getByRole('radio', { name: 'Dark' }).click()
  // Shown a moment later, with a desk of its own: what is sent before that is the old one's to show.
  await page.until('the preview is dark', () => page.evaluate(() => document.querySelector('iframe')!.contentDocument!.documentElement.style.colorScheme === 'dark'))
  await seen(page, 'A lamp in steel.')
  await pressInPreview(page, 'Send')
  await page.getByText('This is what your backend would get.').waitFor()
  await page.getByText('"story": "A lamp in steel."', { exact: false }).waitFor()
  await seen(page, 'We have it')
  assert.deepEqual([deliveries.length, (await issues()).length], [0, 0])
}

async function access({ page, url }: World) {
  await open(page, `${url}/playground/`)
  await page.evaluate(() => document.querySelectorAll('details').forEach(part => (part.open = true)))
  await page.getByRole('searchbox', { name: 'Search for a sentence' }).fill('person')
  await page.getByText('10 found.').waitFor()
  await page.getByRole('radio', { name: 'Some that I type here' }).click()
  await page.getByRole('button', { name: 'Add a question' }).click()
  const found: string[] = []
  for (const colours of ['light', 'dark']) {
    await page.evaluate((colours: string) => void (document.documentElement.style.colorScheme = colours), colours)
    found.push(...await accessibilityProblems(page, 'main'), ...await accessibilityProblems(page, 'header'))
  }
  assert.deepEqual(found, [])
  await page.viewport(320, 700)
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing needs to be scrolled sideways at 320 px')
}

journeys('The playground', (walk, engine) => {
  walk('shows what is chosen at once, and shares it by its address', choose)
  if (engine !== 'chromium') return
  walk('says at each field what the library says', mistakes)
  walk('says plainly what is wrong with an address', strangers)
  walk('shows what a backend would get, and sends nothing', sending)
  walk('is there for everybody, with all parts open, in light and dark', access)
})
