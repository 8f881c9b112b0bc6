import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { budgets } from '../../size/budgets.ts'
import { brotli, measure, type Built } from '../../size/measure.ts'
import { figure, type Figure } from '../figure.ts'
import type { Stage } from './stage.ts'

const readBuilt = (dist: string): Built => new Map(
  ['earshot.js', ...readdirSync(join(dist, 'earshot')).filter(name => name.endsWith('.js')).map(name => `earshot/${name}`)]
    .map(name => [name, readFileSync(join(dist, name), 'utf8')]))

/** Our files that the page has, as paths of the build; and how many other things it asked for on our behalf. */
async function fetched(page: Page) {
  const urls = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname))
  const files = [...new Set(urls)].map(path => path.slice(1))
  return {
    scripts: files.filter(path => /^earshot(\.js$|\/)/.test(path)),
    data: files.filter(path => /^(earshot[.\w]*\.json|help\/.*\.json|issues.*)$/.test(path)),
  }
}

/** What has really been fetched at each of three moments, against what `npm run size` says is needed for it. */
export async function transfer(stage: Stage, dist: string): Promise<Figure[]> {
  const built = readBuilt(dist)
  const needed = measure(built, budgets)
  const { page, close } = await stage.visit({
    // Without this our own idle fetch would blur what the launcher alone takes.
    before: () => (window.requestIdleCallback = () => 0),
  })
  await page.getByRole('button', { name: 'Help', exact: true }).waitFor()
  const moments = [await fetched(page)]
  await page.getByRole('button', { name: 'Help', exact: true }).click()
  await page.getByRole('searchbox', { name: 'Search for help' }).waitFor()
  moments.push(await fetched(page))
  await page.getByRole('button', { name: 'Something is wrong' }).click()
  await page.getByRole('textbox', { name: 'What happened?' }).waitFor()
  moments.push(await fetched(page))
  await close()

  return moments.flatMap(({ scripts, data }, index) => {
    const { name, files, size, limit } = needed[index]!
    const missing = files.filter(file => !scripts.includes(file))
    if (missing.length) throw new Error(`${name}: npm run size counts ${missing.join(', ')}, but the page did not fetch it`)
    const beside = scripts.filter(file => !files.includes(file))
    const bytes = scripts.reduce((sum, file) => sum + brotli(built.get(file)!), 0)
    const names = beside.map(file => file.replace(/^earshot\/|\.js$/g, '')).join(', ')
    return [
      figure(`${name}: needed`, 'bytes', [size], { target: { limit } }),
      figure(`${name}: fetched by then`, 'bytes', [bytes], { baseline: size, ...(names && { note: `beside it: ${names}` }) }),
      figure(`${name}: requests`, '', [scripts.length], {
        ...(index === 0 && { target: { limit: 1 } }), ...(data.length && { note: `and the site's own ${data.join(', ')}` }),
      }),
    ]
  })
}
