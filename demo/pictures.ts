// `npm run pictures` takes the README's pictures from the build into docs/pictures/.
// --all DIR takes every view in every look instead, for looking at; --look NAME only in that one,
// --only takeEveryForm (or another of its steps) only those. --dist DIR: of another build.
// --themes DIR takes a sheet of each theme: light and dark, desktop and phone, left to right and right to left.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { House } from './gallery/house.ts'
import { takeEveryForm, takeEveryTap } from './pictures/every-form.ts'
import { takeEveryPage, takeEveryView } from './pictures/every-view.ts'
import { looks } from './pictures/look.ts'
import { panelFrame, takeReadmePictures } from './pictures/readme.ts'
import { shrinkPng } from './pictures/shrink-png.ts'
import { Studio } from './pictures/studio.ts'
import { takeThemes, takeThemeSheets } from './pictures/themes.ts'

/** What a page of documentation can bear, in bytes. */
const limit = 150_000
const repository = resolve(import.meta.dirname, '..')

const { values } = parseArgs({ options: { all: { type: 'string' }, look: { type: 'string' }, only: { type: 'string' }, dist: { type: 'string' }, themes: { type: 'string' } } })
const dist = resolve(values.dist ?? join(repository, 'dist'))
if (!existsSync(join(dist, 'earshot.js'))) {
  console.error(`There is no earshot.js in ${dist} to take pictures of. Build it first: npm run build`)
  process.exit(1)
}

if (values.themes) await themes(resolve(values.themes))
else {
  const studio = await Studio.open(dist)
  try {
    if (values.all) await everything(studio, resolve(values.all))
    else await readme(studio, join(repository, 'docs/pictures'))
  } finally {
    await studio.close()
  }
}

/** Also the one of the documentation. */
async function themes(folder: string) {
  mkdirSync(folder, { recursive: true })
  const house = await House.open(dist)
  try {
    writeFileSync(join(repository, 'docs/pictures/themes.png'), shrinkPng(await takeThemes(house)))
    await takeThemeSheets(house, (name, png) => {
      writeFileSync(join(folder, `${name}.png`), png)
      console.log(join(folder, `${name}.png`))
    })
  } finally {
    await house.close()
  }
}

async function readme(studio: Studio, folder: string) {
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

async function everything(studio: Studio, folder: string) {
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
