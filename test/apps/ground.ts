import { openDatabase } from '../../src/receiver/open-database.ts'
import { createReceiver } from '../../src/receiver/receiver.ts'
import type { Issue } from '../../src/core/issue/issue.ts'
import { startBrowser } from '../journeys/driver/browser.ts'
import type { Page } from '../journeys/driver/page.ts'
import { folderAnswer, openSite, startNext, type Site } from './site.ts'

/** One browser and one receiver for all apps. */
export async function openGround() {
  const database = await openDatabase()
  const receiver = createReceiver({ query: database.query })
  await receiver.migrate()
  const browser = await startBrowser('chromium')
  return {
    /** Opens an app that was built, and a page on it. */
    async open(folder: string, built?: string): Promise<{ page: Page; site: Site; close(): Promise<void> }> {
      const next = built === undefined ? await startNext(folder) : undefined
      const site = await openSite(next?.answer ?? folderAnswer(`${folder}/${built}`), request => receiver.handle(request))
      const page = await browser.newPage({ patience: 30_000 })
      await page.goto(site.url)
      return {
        page, site,
        async close() {
          await page.close()
          await site.close()
          await next?.close()
        },
      }
    },
    /** What the receiver took in whose story begins so; ratings have none. */
    async issues(): Promise<Issue[]> {
      return (await database.query('select body from issues order by seq')).rows.map(({ body }) => body as never)
    },
    empty: () => database.query('delete from issues'),
    async close() {
      await browser.close()
      await receiver.close()
      await database.close()
    },
  }
}

export type Ground = Awaited<ReturnType<typeof openGround>>
