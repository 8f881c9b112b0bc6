import assert from 'node:assert/strict'
import { startDemo } from '../../demo/start.ts'
import { github } from '../../src/receiver/forwarders/github.ts'
import { heading, tellProblem } from './customer.ts'
import { secret, startTracker } from './fake-tracker.ts'
import { journeys } from './world.ts'

const story = 'The lid of my Plover springs open as soon as the water boils.'
const words = 'A new hinge is in the post.'

journeys('An issue that a tracker refuses for good', walk => {
  walk('is shown to staff with the reason, arrives once they try again, and what is answered there reaches the customer', async ({ page, newPage }) => {
    const tracker = await startTracker()
    const workshop = github({ repository: 'acme/workshop', token: 'a token', secret, comments: 'public', api: tracker.url })
    const demo = await startDemo({ port: 0, data: 'memory', forwarding: { to: { workshop } } })
    try {
      await page.goto(`${demo.url}/products/plover/`)
      const panel = await tellProblem(page, story)
      await panel.getByRole('button', { name: 'Send' }).click()
      await heading(page, 'We have it').waitFor()

      const inbox = await newPage()
      await inbox.goto(`${demo.url}/inbox/`)
      await inbox.getByRole('link', { name: 'Not passed on (1)' }).click()
      const stuck = inbox.getByRole('list', { name: 'Not passed on, newest first' })
      await stuck.getByText(/^It answered 422: Validation Failed; The workshop has no room · 1 attempt/).waitFor()
      assert.match(await stuck.text(), /workshop did not take it/)
      await stuck.getByRole('link').click()
      const sheet = inbox.getByRole('main', { name: 'Issue' })
      await sheet.getByRole('heading', { name: 'Passed on' }).waitFor()
      await sheet.getByText(/The workshop has no room/).waitFor()

      tracker.frozen = false
      await sheet.getByRole('button', { name: 'Try again' }).click()
      await inbox.until('the tracker has it', () => tracker.issues.length === 1)
      assert.ok(tracker.issues[0]!.body.includes(story))
      await inbox.until('the receiver knows', async () => (await demo.query("select 1 from forwards where status = 'done'")).rows.length === 1)
      await inbox.reload()
      await sheet.getByText(/has it as/).waitFor()
      await sheet.getByRole('link', { name: '#41' }).waitFor()
      assert.equal(await inbox.getByRole('link', { name: /^Not passed on/ }).count(), 0)

      assert.equal(await tracker.comments(`${demo.url}/issues/hooks/workshop`, words, 'marit'), 200)
      await page.reload()
      // Whether the launcher has heard of it by then does not matter here.
      await page.getByRole('button', { name: /^Help/ }).click()
      await panel.getByRole('button', { name: 'Your requests' }).click()
      await panel.getByRole('button', { name: new RegExp(`^${story}`) }).click()
      await panel.getByText(words).waitFor()
      assert.match(await panel.text(), /marit/)
    } finally {
      await demo.close()
      await tracker.stop()
    }
  })
})
