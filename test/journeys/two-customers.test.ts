import assert from 'node:assert/strict'
import { claimTo } from '../../src/core/issue/claim.ts'
import { heading, openRequests, tellProblem } from './customer.ts'
import { receipts } from './desk-in-page.ts'
import type { Page } from './driver/page.ts'
import { answer, asStaffRead } from './staff.ts'
import { stored } from './stored.ts'
import { journeys } from './world.ts'

const stories = ['The lid of my Plover springs open.', 'My Heron drips on the table.'] as const
const answers = ['The pin is in the post.', 'A new seal is in the post.'] as const

async function send(page: Page, url: string, story: string) {
  await page.goto(`${url}/products/plover/`)
  const panel = await tellProblem(page, story)
  await panel.getByRole('button', { name: 'Send' }).click()
  await heading(page, 'We have it').waitFor()
}

/** Every way to a thread that the receiver has, each with a key to another one. */
async function tryEveryDoor(url: string, id: string, token: string): Promise<number[]> {
  const message = JSON.stringify({ id: crypto.randomUUID(), at: new Date().toISOString(), from: 'customer', text: 'I am not her.' })
  const doors: [method: string, path: string, body?: string][] = [
    ['GET', ''], ['GET', '/events'], ['GET', '/attachments/1'], ['POST', '/messages', message], ['POST', '/shares', '{}'], ['DELETE', '/shares'],
  ]
  return Promise.all(doors.map(async ([method, path, body]) => {
    const headers = { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) }
    const reply = await fetch(`${url}/issues/${id}${path}`, { method, headers, ...(body && { body }) })
    await reply.body?.cancel()
    return reply.status
  }))
}

journeys('Two customers of one shop', walk => {
  walk('never see anything of each other, whatever they try', async ({ page, url, newPage, closePage, elsewhere, issues, moveTo }) => {
    await moveTo('2026-12-07T15:00:00Z')
    const [other, otherUrl] = [await newPage(), await elsewhere()]
    await send(page, url, stories[0])
    await send(other, otherUrl, stories[1])
    const ids = (await issues()).map(({ id }) => id) as [string, string]
    await closePage(page)
    await closePage(other)
    await moveTo('2026-12-08T15:00:00Z')
    for (const [index, id] of ids.entries()) await answer(url, id, answers[index])

    for (const [at, own] of [[url, 0], [otherUrl, 1]] as const) {
      const who = await newPage()
      const theirs = own ? 0 : 1
      await who.goto(`${at}/products/plover/`)
      const panel = await openRequests(who, 'Help, 1 new answer')
      await panel.getByRole('button', { name: `${stories[own]} 1 new Answered` }).click()
      await panel.getByText(answers[own]).waitFor()
      const read = await panel.text()
      const kept = (await stored(who)).join('\n')
      for (const text of [stories[theirs], answers[theirs]]) {
        assert.ok(!read.includes(text), `“${text}” is not shown`)
        assert.ok(!kept.includes(text), `“${text}” is not kept`)
      }
      assert.ok(!kept.includes(ids[theirs]), 'nor its id')

      const [receipt, ...more] = await receipts(who)
      assert.deepEqual([receipt?.id, more], [ids[own], []])
      assert.equal((await fetch(`${at}/issues/${ids[own]}`, { headers: { authorization: `Bearer ${receipt!.token}` } })).status, 200)
      assert.deepEqual(await tryEveryDoor(at, ids[theirs], receipt!.token!), [401, 401, 401, 401, 401, 401])

      // With an address made up of the other's id and one's own key, and with a code by guess.
      const forged = claimTo({ version: 1, id: ids[theirs], kind: 'problem', createdAt: new Date().toISOString() }, receipt!)
      await who.goto(`${at}/products/tin/#earshot=${forged}`)
      const question = who.getByRole('group', { name: /^You came with the address of the request / })
      await question.getByRole('button', { name: 'Show it on this device' }).click()
      await question.getByText('This address does not lead to a request. Please copy it once more, the whole of it.').waitFor()
      await question.getByRole('button', { name: 'It is not mine' }).click()
      await panel.getByRole('button', { name: 'Have a code from another device?' }).click()
      await panel.getByRole('textbox', { name: 'The code' }).fill('2345-6789')
      await panel.getByRole('button', { name: 'Show the request here' }).click()
      await panel.getByText(/^This code does not fit\./).waitFor()
      assert.ok(!(await stored(who)).join('\n').includes(ids[theirs]), 'nothing of it is kept')
    }
    for (const id of ids) assert.equal((await asStaffRead(url, id)).messages.length, 1, 'nobody wrote into it')
  })
})
