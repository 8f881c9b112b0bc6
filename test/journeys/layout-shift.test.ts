// Nothing of the page moves by itself: not when the launcher comes, not while the panel is opened and closed.
import assert from 'node:assert/strict'
import { heading, openPanel } from './customer.ts'
import { journeys } from './world.ts'

interface Shift extends PerformanceEntry { value: number; hadRecentInput: boolean }
type Watched = { shifts: { value: number; hadRecentInput: boolean }[] }

journeys('The page around the widget', (walk, engine) => {
  // Only Chromium tells of shifts.
  if (engine !== 'chromium') return

  walk('stays where it is while the launcher comes, and the panel is opened and closed', async ({ page, url, beforeScripts }) => {
    beforeScripts(() => {
      const shifts: Watched['shifts'] = ((window as unknown as Watched).shifts = [])
      new PerformanceObserver(list => {
        for (const { value, hadRecentInput } of list.getEntries() as Shift[]) shifts.push({ value, hadRecentInput })
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await page.goto(`${url}/products/heron/`)
    const panel = await openPanel(page)
    await heading(page, 'For this page').waitFor()
    await panel.getByRole('button', { name: 'Close help' }).click()
    await panel.waitFor('gone')
    // Entries come with the frame after the one that they tell of.
    const shifts = await page.evaluate(() => new Promise<Watched['shifts']>(resolve =>
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve((window as unknown as Watched).shifts))))))
    // What moves right after a press was asked for: the panel, and what is in it.
    assert.deepEqual(shifts.filter(({ hadRecentInput }) => !hadRecentInput), [])
  })
})
