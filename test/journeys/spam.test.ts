import assert from 'node:assert/strict'
import { type Interception, startDemo } from '../../demo/start.ts'
import { heading, tellProblem } from './customer.ts'
import type { Page } from './driver/page.ts'
import { Watch } from './watch.ts'
import { journeys } from './world.ts'

const story = 'The lid of my Plover springs open as soon as the water boils.'
const unproven = /^Perhaps spam: the sender’s device has not solved its puzzle, yet or at all$/

/** Counts, in the page, how often its own thread tries. */
function countTries() {
  const { deriveBits } = SubtleCrypto.prototype
  const counting = Object.assign(globalThis, { tries: 0 })
  SubtleCrypto.prototype.deriveBits = function (this: SubtleCrypto, ...how) {
    counting.tries++
    return deriveBits.apply(this, how)
  }
}
const triesIn = (page: Page) => page.evaluate(() => (globalThis as unknown as { tries: number }).tries)

const inList = (page: Page) => page.getByRole('list', { name: 'Issues' })

/** The shop, whose receiver asks for a proof of work that any device finds in a moment; solutions wait before the door until `letIn`. */
async function provingShop(adapt = (answer: Response) => answer) {
  let letIn = () => {}
  const door = new Promise<void>(resolve => (letIn = resolve))
  const asked: string[] = []
  const watch = new Watch({ script: `(${countTries})();` })
  const demo = await startDemo({
    // A driver types faster than people write.
    spam: { minimumSeconds: 0, proof: { cost: 1 } },
    async intercept(request, proceed): Promise<Interception> {
      const own = await watch.answer(request)
      if (own) return own
      const { pathname } = new URL(request.url)
      asked.push(pathname)
      if (pathname.endsWith('/proof')) await door
      return watch.lay(adapt(await proceed()))
    },
  })
  const stands = () => asked.some(path => path.endsWith('/proof'))
  return { demo, letIn, asked, stands, troubles: watch.troubles }
}

/** Tells a problem, and reads the receipt; stays until the proof stands before the door, since browsers let hidden pages work slowly. */
async function sends(page: Page, url: string, stands: () => boolean) {
  await page.goto(`${url}/products/plover/`)
  const panel = await tellProblem(page, story)
  await panel.getByRole('button', { name: 'Send' }).click()
  await heading(page, 'We have it').waitFor()
  await page.until('the proof is found', stands)
}

/** Staff read the label, then nobody touches anything, and they read it no longer. */
async function losesItsLabel(inbox: Page, url: string, letIn: () => void) {
  await inbox.goto(`${url}/inbox/`)
  await inList(inbox).getByText(unproven).waitFor()
  letIn()
  await inList(inbox).getByText(unproven).waitFor('gone')
  await inList(inbox).getByText(story).waitFor()
}

journeys('A receiver that asks devices for a proof of work', walk => {
  walk('has the issue at once, and the label goes by itself: a worker found the proof', async ({ page, newPage }) => {
    const { demo, letIn, asked, stands, troubles } = await provingShop()
    try {
      await sends(page, demo.url, stands)
      await losesItsLabel(await newPage(), demo.url, letIn)
      assert.ok(asked.includes('/earshot/proof-worker.js'))
      assert.equal(await triesIn(page), 0)
      assert.deepEqual([...troubles], [])
    } finally {
      letIn()
      await demo.close()
    }
  })

  walk('loses the label as well where the page’s policy forbids workers: the page finds the proof itself', async world => {
    const { page, newPage, closePage } = world
    const { demo, letIn, asked, stands, troubles } = await provingShop(answer => {
      const policy = answer.headers.get('content-security-policy')
      if (policy) answer.headers.set('content-security-policy', policy.replace("worker-src 'self'", "worker-src 'none'"))
      return answer
    })
    try {
      await sends(page, demo.url, stands)
      await losesItsLabel(await newPage(), demo.url, letIn)
      assert.deepEqual(asked.filter(path => path.includes('worker')), [])
      assert.ok(await triesIn(page) > 0)
      await closePage(page)
      for (const trouble of troubles) assert.match(trouble, /^policy worker-src /)
      for (const trouble of world.troubles) if (trouble.startsWith('policy worker-src ')) world.troubles.delete(trouble)
    } finally {
      letIn()
      await demo.close()
    }
  })
})

journeys('A form that a robot fills in', walk => {
  walk('arrives like any other, and staff read in words what gave it away', async ({ page, newPage, url, issues }) => {
    await page.goto(`${url}/products/plover/`)
    const panel = await tellProblem(page, story)
    await page.evaluate(() => {
      const form = document.querySelector('earshot-widget')!.shadowRoot!.querySelector('earshot-feedback')!.shadowRoot!
      for (const field of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input:not([type=file], [type=radio], [type=checkbox]), textarea')) {
        field.value = field.type === 'email' ? 'watches@shop.example' : 'Cheap watches, every brand, delivered tomorrow'
        field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
        field.dispatchEvent(new Event('change', { bubbles: true, composed: true }))
      }
    })
    await panel.getByRole('button', { name: 'Send' }).click()
    await heading(page, 'We have it').waitFor()
    assert.equal((await issues())[0]?.filling?.trap, true)

    const inbox = await newPage()
    await inbox.goto(`${url}/inbox/`)
    const caught = inList(inbox).getByRole('link', { name: /Cheap watches.*Perhaps spam: something stood in a field that no person sees/ })
    await caught.waitFor()
    await inbox.getByRole('checkbox', { name: 'Only what may be spam (1)' }).click()
    await caught.click()
    const sheet = inbox.getByRole('main', { name: 'Issue' })
    await sheet.getByRole('button', { name: 'This is no spam' }).click()
    await sheet.getByRole('button', { name: 'This is spam' }).waitFor()
    await inbox.getByText('Nothing fits these filters.').waitFor()
  })
})
