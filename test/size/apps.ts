// `npm run size:apps`: what Earshot adds to a new project of each framework, as a browser fetches it: the same project is built twice,
// as its framework's tool makes it and with the first lines of docs/frameworks.md. Installs the frameworks, so it needs the registry
// once, and a build. `STACKS=vue,solid` narrows it.
import { build, installApps, inTurns, newProject, stacks, type Stack } from '../apps/apps.ts'
import { firstLines } from '../apps/first-lines.ts'
import { openGround } from '../apps/ground.ts'
import { untouched } from '../apps/new-project.ts'
import { quiet } from '../bench/page/quiet.ts'
import type { Page } from '../journeys/driver/page.ts'
import { brotli } from './measure.ts'

/** What a customer does, one after the other: each may fetch something. */
const walk: readonly ((page: Page) => Promise<void>)[] = [
  async () => {},
  page => page.getByRole('button', { name: 'Help' }).click(),
  page => page.getByRole('button', { name: 'Something is wrong' }).click(),
]

const apps = installApps()
const turn = inTurns(2)
const projects = stacks.map(stack => {
  const { name } = stack
  const bare = newProject(apps, stack, 'bare', untouched[name]!)
  const first = newProject(apps, stack, 'first', new Map([...untouched[name]!, ...firstLines(name)]))
  return { stack, bare, first, built: Promise.all([turn(() => build(bare)), turn(() => build(first))]) }
})

const row = (name: string, cells: readonly string[]) => console.log(`${name.padEnd(10)}${cells.map(cell => cell.padStart(18)).join('')}`)
await Promise.all(projects.map(({ built }) => built))
const ground = await openGround()
try {
  row('', ['without', '+ with the page', '+ with the panel', '+ with a form'])
  for (const { stack, bare, first } of projects) {
    const [alone = 0] = await weights(bare, stack, walk.slice(0, 1))
    const [loaded = 0, ...later] = await weights(first, stack, walk)
    row(stack.name, [alone, loaded - alone, ...later].map(bytes => `${(bytes / 1000).toFixed(1)} kB`))
  }
} finally {
  await ground.close()
}

/** What each step fetches of scripts and styles, in bytes of brotli, each file by itself. */
async function weights(folder: string, { built }: Stack, steps: typeof walk): Promise<number[]> {
  const { page, close } = await ground.open(folder, built)
  const seen = new Set<string>()
  const sums: number[] = []
  try {
    for (const step of steps) {
      await step(page)
      await quiet(page)
      const urls = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
      // The tests' own script is nobody's.
      const fresh = new Set(urls.filter(url => /^\/(?!journey\/).*\.(m?js|css)$/.test(new URL(url).pathname) && !seen.has(url)))
      for (const url of fresh) seen.add(url)
      const texts = await Promise.all([...fresh].map(async url => (await fetch(url)).text()))
      sums.push(texts.reduce((sum, text) => sum + brotli(text), 0))
    }
  } finally {
    await close()
  }
  return sums
}
