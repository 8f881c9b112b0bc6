import assert from 'node:assert/strict'
import { journeys } from './world.ts'

journeys('The watch over all journeys', walk => {
  walk('sees a broken policy, an uncaught error, a rejection, and an error in the console', async ({ page, url, troubles }) => {
    await page.goto(`${url}/`)
    await page.evaluate(() => {
      document.body.setAttribute('style', 'color: red')
      setTimeout(() => {
        throw new Error('thrown by the page')
      })
      void Promise.reject(new Error('left to itself'))
      console.error('said aloud')
    })
    await page.until('all four are known', () => troubles.size >= 4)
    const all = [...troubles].join('\n')
    for (const trouble of [/policy style-src/, /uncaught .*thrown by the page/, /rejection: .*left to itself/, /console\.error said aloud/]) assert.match(all, trouble)
    // They belong to this page; the next one begins with a clean record.
    await page.goto(`${url}/`)
    troubles.clear()
  })
})
