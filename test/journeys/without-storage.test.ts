import assert from 'node:assert/strict'
import { heading, tellProblem } from './customer.ts'
import { journeys } from './world.ts'

const story = 'The Curlew grinds coarser by itself.'

/** Each as a browser does it: the one hides the interface, the other refuses to open. */
const blocked = {
  'is hidden': () => Object.defineProperty(window, 'indexedDB', { value: undefined }),
  'refuses to open': () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError')
    }
  },
}

journeys('In a browser that keeps nothing', walk => {
  for (const [how, block] of Object.entries(blocked)) {
    walk(`because its storage ${how}, sending works as ever`, async ({ page, url, beforeScripts, issues }) => {
      beforeScripts(block)
      await page.goto(`${url}/products/curlew/`)
      const panel = await tellProblem(page, story)
      await panel.getByRole('button', { name: 'Send' }).click()
      await heading(page, 'We have it').waitFor()
      assert.deepEqual((await issues()).map(issue => issue.story), [story])
    })
  }

  walk('the customer is told what that means while the receiver is down, and it is sent while the page stays open', async ({ page, url, beforeScripts, intercept, issues, deliveries }) => {
    beforeScripts(blocked['refuses to open'])
    let down = true
    intercept(request => (request.method === 'POST' && down ? new Response('Out of order', { status: 503 }) : undefined))
    await page.goto(`${url}/products/curlew/`)
    const panel = await tellProblem(page, story)
    await panel.getByRole('button', { name: 'Send' }).click()
    await heading(page, 'Not sent yet').waitFor()
    await panel.getByText('Your browser does not let us keep it. Please leave this page open until it is sent, or copy your text.').first().waitFor()
    assert.equal(await heading(page, 'Kept on this device').count(), 0)
    await panel.getByRole('button', { name: 'Copy the text' }).waitFor()

    down = false
    await heading(page, 'We have it').waitFor()
    assert.deepEqual((await issues()).map(issue => issue.story), [story])
    assert.equal(new Set(deliveries.map(({ key }) => key)).size, 1)
  })
})
