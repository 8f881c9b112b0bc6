// `npm run pictures` takes the README's pictures from the build into docs/pictures/.
// --all DIR takes every view in every look instead, for looking at; --look NAME only in that one,
// --only takeEveryForm (or another of its steps) only those. --dist DIR: of another build.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { takeEveryForm, takeEveryTap } from './pictures/every-form.ts'
import { takeEveryPage, takeEveryView } from './pictures/every-view.ts'
import { looks } from './pictures/look.ts'
import { panelFrame, takeReadmePictures } from './pictures/readme.ts'
import { shrinkPng } from './pictures/shrink-png.ts'
import { Studio } from './pictures/studio.ts'

/** What a page of documentation can bear, in bytes. */
const limit = 150_000
const repository = resolve(import.meta.dirname, '..')

const { values } = parseArgs({ options: { all: { type: 'string' }, look: { type: 'string' }, only: { type: 'string' }, dist: { type: 'string' } } })
const dist = resolve(values.dist ?? join(repository, 'dist'))
if (!existsSync(join(dist, 'earshot.js'))) {
  console.error(`There is no earshot.js in ${dist} to take pictures of. Build it first: npm run build`)
  process.exit(1)
}

const studio = await Studio.open(dist)
try {
  if (values.all) await everything(resolve(values.all))
  else await readme(join(repository, 'docs/pictures'))
} finally {
  await studio.close()
}

async function readme(folder: string) {
  mkdirSync(folder, { recursive: true })
  await takeReadmePictures(studio, async (name, page, frame = 'panel') => {
    const png = shrinkPng(await page.screenshot(frame === 'panel' ? { clip: await panelFrame(page) } : {}))
    writeFileSync(join(folder, `${name}.png`), png)
    const kilobytes = (png.length / 1000).toFixed(0)
    console.log(`docs/pictures/${name}.png  ${kilobytes} kB`)
    if (png.length > limit) {
      console.error(`  more than ${limit / 1000} kB`)
      process.exitCode = 1
    }
  })
}

async function everything(folder: string) {
  for (const look of looks.filter(({ name }) => !values.look || name === values.look)) {
    mkdirSync(join(folder, look.name), { recursive: true })
    const shoot = async (name: string, page: { screenshot(options: { path: string }): Promise<unknown> }) =>
      void (await page.screenshot({ path: join(folder, look.name, `${name}.png`) }))
    const takes = look.formsOnly ? [takeEveryForm, takeEveryTap] : [takeEveryForm, takeEveryTap, takeEveryView, takeEveryPage]
    for (const take of takes.filter(({ name }) => !values.only || name === values.only)) {
      await take(studio, look, shoot).catch((error: unknown) => {
        console.error(`${look.name}, ${take.name}: ${String(error)}`)
        process.exitCode = 1
      })
    }
    console.log(`${folder}/${look.name}`)
  }
}
