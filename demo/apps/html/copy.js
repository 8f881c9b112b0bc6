// Nothing is compiled: the page, and beside it the script with its chunks, as they lie in the package.
import { cpSync, existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'

const earshot = dirname(createRequire(import.meta.url).resolve('earshot/package.json'))
for (const name of ['earshot.js', 'earshot']) cpSync(`${earshot}/dist/${name}`, `dist/earshot/${name}`, { recursive: true })
for (const name of ['index.html', 'page.js', 'earshot.json'].filter(name => existsSync(name))) cpSync(name, `dist/${name}`)
cpSync('../look.css', 'dist/look.css')
