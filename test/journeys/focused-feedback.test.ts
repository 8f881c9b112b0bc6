import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import type { Page } from './driver/page.ts'
import { chooseFile, heading, openPanel, openProblem, tellProblem } from './customer.ts'
import { shareTheTab } from './share-the-tab.ts'
import { stored } from './stored.ts'
import { journeys } from './world.ts'

const story = 'The lid of my Plover springs open as soon as the water boils.'

/** Notes something beside the story, and what it is about. */
async function alsoNotice(page: Page, nth: number, text: string, topic: string) {
  await page.getByRole('button', { name: 'Add something else you noticed' }).click()
  await page.getByRole('textbox', { name: 'Something else you noticed' }).nth(nth).fill(text)
  await page.getByRole('combobox', { name: 'What is it about?' }).nth(nth).choose(topic)
}

/** The lightness, 0 to 255, in the middle of the picture in the sheet and in its corner, once it has loaded. */
const lightness = (page: Page) =>
  page.evaluate(async () => {
    const picture = document.querySelector<HTMLImageElement>('#sheet img')!
    picture.loading = 'eager'
    await picture.decode()
    const { naturalWidth: width, naturalHeight: height } = picture
    const canvas = Object.assign(document.createElement('canvas'), { width, height })
    const context = canvas.getContext('2d')!
    context.drawImage(picture, 0, 0)
    const at = (x: number, y: number) => Math.max(...context.getImageData(x, y, 1, 1).data.slice(0, 3))
    // WebKit may say that a picture is decoded, and draw nothing of it yet.
    return { isDrawn: context.getImageData(4, 4, 1, 1).data[3] === 255, middle: at(width / 2, height / 2), corner: at(4, 4) }
  })

journeys('Focused feedback', (walk, engine) => {
  walk('sends a problem with an outcome, two observations and a blacked-out picture in under a minute, and the inbox shows every part, each remark under its own department', async ({ page, url, newPage, beforeScripts, issues }) => {
    if (engine === 'chromium') beforeScripts(shareTheTab)
    await page.goto(`${url}/products/plover/`)
    const begun = performance.now()
    const panel = await tellProblem(page, story)
    await panel.getByRole('button', { name: 'Send me another one' }).click()
    await alsoNotice(page, 0, 'The box came without its tape.', 'Delivery')
    await alsoNotice(page, 1, 'The drawing does not open on my phone.', 'This website')
    await panel.getByRole('button', { name: 'Add a picture of this page' }).click()
    const editor = page.getByRole('dialog', { name: 'Picture of this page' })
    await editor.getByRole('radio', { name: 'Black out' }).click()
    await page.keyboard.press('Enter')
    const box = editor.getByRole('button', { name: 'Black box 1 of 1' })
    await page.until('the next key is about the black box', () => box.isFocused())
    await page.keyboard.press('ArrowRight')
    await editor.getByRole('button', { name: 'Done' }).click()
    await panel.getByRole('img', { name: 'Your picture of this page' }).waitFor()
    await panel.getByText('What we send').click()
    await panel.getByRole('button', { name: 'Take out: Picture' }).waitFor()
    await panel.getByRole('button', { name: 'Send' }).click()
    await heading(page, 'We have it').waitFor()
    assert.ok(performance.now() - begun < 60_000, 'in under a minute')

    const [issue] = await issues()
    assert.equal(issue?.outcome, 'Send me another one')
    assert.deepEqual(issue.observations, [
      { text: 'The box came without its tape.', topic: 'delivery', audience: 'Dispatch' },
      { text: 'The drawing does not open on my phone.', topic: 'shop', audience: 'Web' },
    ])
    assert.equal(issue.consent?.screenshot, true)

    const inbox = await newPage()
    await inbox.goto(`${url}/inbox/`)
    const list = inbox.getByRole('list', { name: 'Issues' })
    for (const [department, own, other] of [['Dispatch', /tape/, /drawing/], ['Web', /drawing/, /tape/]] as const) {
      await list.getByRole('link').first().waitFor()
      await inbox.getByRole('combobox', { name: 'Department' }).choose(`${department} (1)`)
      await list.getByText(own).waitFor()
      assert.doesNotMatch(await list.text(), other)
    }
    await list.getByRole('link').click()
    const sheet = inbox.getByRole('main', { name: 'Issue' })
    await sheet.getByRole('heading', { name: 'The customer agreed to' }).waitFor()
    const read = await sheet.text()
    for (const part of [story, 'Send me another one', 'Delivery → Dispatch', 'This website → Web', 'Picture of the page yes']) {
      assert.ok(read.includes(part), `staff read “${part}” in ${read}`)
    }
    let seen = await lightness(inbox)
    await inbox.until('the picture is drawn', async () => seen.isDrawn || (seen = await lightness(inbox)).isDrawn)
    const { middle, corner } = seen
    assert.ok(middle < 16 && corner > 100, `black in the middle (${middle}), and as it was in the corner (${corner})`)
  })

  walk('shows what looks private before it goes, and sends it only where it is kept', async ({ page, url, issues }) => {
    await page.goto(`${url}/products/plover/`)
    const panel = await tellProblem(page, 'You charged 4111 1111 1111 1111 twice. Write to edda@example.org, please.')
    const note = panel.getByRole('group', { name: 'This looks private and will not be sent:' })
    await note.getByRole('button', { name: 'Keep it: Card number 4111 1111 1111 1111' }).waitFor()
    await note.getByRole('button', { name: 'Keep it: Email address edda@example.org' }).click()
    await note.getByRole('button', { name: 'Leave it out: Email address edda@example.org' }).waitFor()
    await panel.getByRole('button', { name: 'Send' }).click()
    await heading(page, 'We have it').waitFor()
    assert.equal((await issues())[0]?.story, 'You charged [card] twice. Write to edda@example.org, please.')
  })

  walk('is whole again after a reload, with its file, and arrives with its bytes', async ({ page, url, issues }) => {
    const bytes = 'boiled at 10:04\nsprang open at 10:05\n'
    await page.goto(`${url}/products/plover/`)
    const panel = await tellProblem(page, story)
    await panel.getByRole('button', { name: 'Mend it' }).click()
    await alsoNotice(page, 0, 'The box came without its tape.', 'Delivery')
    await chooseFile(page, 'kettle.txt', bytes)
    await panel.getByRole('button', { name: 'Remove kettle.txt' }).waitFor()
    const parts = [story, 'Mend it', 'The box came without its tape.', 'delivery', 'kettle.txt']
    await page.until('all of it is kept', async () => (await stored(page)).some(text => parts.every(part => text.includes(part))))

    await page.reload()
    await openPanel(page)
    await openProblem(panel)
    await panel.getByRole('button', { name: 'Remove kettle.txt' }).waitFor()
    assert.equal(await panel.getByRole('textbox', { name: 'What happened?' }).value(), story)
    assert.equal(await panel.getByRole('textbox', { name: 'What would make it right?' }).value(), 'Mend it')
    assert.equal(await panel.getByRole('textbox', { name: 'Something else you noticed' }).value(), 'The box came without its tape.')
    assert.equal(await panel.getByRole('combobox', { name: 'What is it about?' }).value(), 'delivery')
    await panel.getByRole('button', { name: 'Send' }).click()
    await heading(page, 'We have it').waitFor()

    const [issue] = await issues()
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    assert.deepEqual(issue?.attachments?.map(file => [file.name, file.sha256]), [['kettle.txt', sha256]])
    const { attachments } = (await (await fetch(`${url}/inbox/api/issues/${issue.id}`)).json()) as { attachments: { href: string }[] }
    const file = await fetch(new URL(attachments[0]!.href, `${url}/inbox/`))
    assert.equal(createHash('sha256').update(Buffer.from(await file.arrayBuffer())).digest('hex'), sha256)
  })

  walk('shows us where by keyboard, also in a dialog of the page', async ({ page, url, issues }) => {
    await page.goto(`${url}/checkout/`)
    await page.getByRole('button', { name: 'Help' }).waitFor()
    await page.evaluate(() => {
      const dialog = document.createElement('dialog')
      dialog.setAttribute('aria-label', 'Where shall it go?')
      const home = Object.assign(document.createElement('button'), { textContent: 'To my home' })
      const neighbour = Object.assign(document.createElement('button'), { textContent: 'To a neighbour', id: 'neighbour' })
      const form = document.createElement('earshot-feedback')
      dialog.append(home, neighbour, form)
      document.body.append(dialog)
      dialog.showModal()
    })
    const dialog = page.getByRole('dialog', { name: 'Where shall it go?' })
    await dialog.getByRole('textbox', { name: 'What happened?' }).fill('Nothing happens when I press it.')
    await dialog.getByRole('button', { name: 'Show us where' }).click()
    const marked = page.getByText('Button: To a neighbour')
    for (let presses = 0; presses < 20 && (await marked.count()) === 0; presses++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await dialog.getByText('The part: “To a neighbour”').waitFor()
    assert.equal(await page.evaluate(() => document.querySelector('dialog')!.open), true)
    await dialog.getByRole('button', { name: 'Send' }).click()
    await dialog.getByRole('heading', { name: 'We have it' }).waitFor()
    const { selector = '', text } = (await issues())[0]?.subject?.element ?? {}
    assert.equal(text, 'To a neighbour')
    assert.equal(await page.evaluate((selector: string) => document.querySelector(selector)?.id, selector), 'neighbour')
  })
})
