// The example apps, each built by its own command with the package as it would be published, and used as a customer uses it.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { wholeForm } from '../journeys/customer.ts'
import type { Page } from '../journeys/driver/page.ts'
import { build, installApps, inTurns, newProject, stacks, type Stack } from './apps.ts'
import { firstLines } from './first-lines.ts'
import { openGround, type Ground } from './ground.ts'
import { untouched } from './new-project.ts'

/** Opens the panel, tells what is wrong, and sees that it has arrived. */
async function tellInPanel(page: Page, story: string) {
  await page.getByRole('button', { name: 'Help' }).click()
  const panel = page.getByRole('dialog', { name: 'Help' })
  await panel.waitFor()
  await panel.getByRole('button', { name: 'Something is wrong' }).click()
  await wholeForm(panel, 'Show us where', 'Add something else you noticed')
  await panel.getByRole('textbox', { name: 'What happened?' }).fill(story)
  await panel.getByRole('button', { name: 'Send' }).click()
  await panel.getByRole('heading', { name: 'We have it' }).waitFor()
}

describe('In every stack', () => {
  let ground: Ground
  let apps: string
  const builds = new Map<string, Promise<string>>()
  const keep = (name: string, folder: string, turn: ReturnType<typeof inTurns>) => {
    const done = turn(() => build(folder)).then(() => folder)
    // Whoever asks for it hears of it.
    done.catch(() => {})
    builds.set(name, done)
  }

  before(async () => {
    apps = installApps()
    const turn = inTurns(2)
    for (const stack of stacks) {
      keep(stack.name, join(apps, stack.name), turn)
      keep(`${stack.name} first`, newProject(apps, stack, 'first', new Map([...untouched[stack.name]!, ...firstLines(stack.name)])), turn)
    }
    ground = await openGround()
  })

  after(() => ground?.close())

  /** With a page of the built app, and nothing in the receiver; what no page may do fails it. */
  async function visit(name: string, { built }: Stack, walk: (page: Page) => Promise<void>) {
    const { page, site, close } = await ground.open(await builds.get(name)!, built)
    try {
      await ground.empty()
      await walk(page)
      await site.watch.collect(page)
      assert.deepEqual([...site.watch.troubles], [], 'What no page may do')
    } catch (error) {
      await page.screenshot(`test-results/failed-app-${name.replace(' ', '-')}.png`).catch(() => {})
      throw error
    } finally {
      await close()
    }
  }

  for (const stack of stacks) {
    it(`the app in ${stack.name} rates its page, takes an idea in place and a problem in the panel, and is told of receipts`, () =>
      visit(stack.name, stack, async page => {
        await page.getByRole('radiogroup', { name: /^How was this walk\?/ }).getByRole('radio', { name: '4 of 5' }).click()
        await page.getByRole('textbox', { name: 'What is your idea?' }).fill('A bench by the old light.')
        await page.getByRole('main').getByRole('button', { name: 'Send' }).click()
        await page.getByText(/^Noted as \S+/).waitFor()
        await tellInPanel(page, 'The mole is closed.')
        await page.until('all three are delivered', async () => (await ground.issues()).length === 3)
        const issues = await ground.issues()
        assert.deepEqual(issues.map(({ story }) => story).filter(Boolean), ['A bench by the old light.', 'The mole is closed.'])
        const rated = issues.find(({ kind }) => kind === 'rating')
        assert.deepEqual(rated?.rating, { scale: 'stars', value: 4, max: 5 })
        assert.equal(rated?.subject?.element?.selector, '#walk')
      }))

    it(`the first lines of the documentation are all that an empty project in ${stack.name} needs`, () =>
      visit(`${stack.name} first`, stack, async page => {
        await tellInPanel(page, 'The first words.')
        assert.deepEqual((await ground.issues()).map(({ story }) => story), ['The first words.'])
      }))
  }
})
