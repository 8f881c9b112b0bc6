// `npm run looks` takes the pictures anew with which the tests compare. Look at them before you commit them.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { House } from '../../demo/gallery/house.ts'
import { pack, picture } from './picture.ts'
import { shots, take } from './shots.ts'

const { values } = parseArgs({ options: { dist: { type: 'string' }, full: { type: 'string' }, only: { type: 'string' } } })
const folder = join(import.meta.dirname, 'baselines')
mkdirSync(folder, { recursive: true })
if (values.full) mkdirSync(values.full, { recursive: true })
const house = await House.open(values.dist)
try {
  for (const shot of shots.filter(({ name }) => !values.only || name === values.only)) {
    const png = await take(house, shot)
    const small = pack(picture(png))
    writeFileSync(join(folder, `${shot.name}.png`), small)
    if (values.full) writeFileSync(join(values.full, `${shot.name}.png`), png)
    console.log(`${shot.name}  ${(small.length / 1000).toFixed(0)} kB`)
  }
} finally {
  await house.close()
}
