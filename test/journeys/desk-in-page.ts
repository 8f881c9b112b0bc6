import type { Desk } from '../../src/desk/desk.ts'
import type { Receipt } from '../../src/core/issue/receipt.ts'
import type { Page } from './driver/page.ts'

type Earshot = { earshot: { push(callback: (desk: Desk) => void): void } }

/** The receipts of this device, newest first, as the page itself can ask for them. */
export const receipts = (page: Page): Promise<Receipt[]> =>
  page.evaluate(async () => {
    const desk = await new Promise<Desk>(resolve => (window as unknown as Earshot).earshot.push(resolve))
    return (await desk.requests()).flatMap(({ receipt }) => (receipt ? [receipt] : []))
  })

/** The codes of what is wrong with the settings, as far as it was noticed. */
export const problems = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const desk = await new Promise<Desk>(resolve => (window as unknown as Earshot).earshot.push(resolve))
    return desk.state.problems.map(({ code }) => code)
  })
