// Writes docs/reference from the code: after a build, because the elements' page is made of its manifest.
import { mkdirSync, writeFileSync } from 'node:fs'
import { referencePages } from './reference/pages.ts'

mkdirSync('docs/reference', { recursive: true })
for (const [file, write] of Object.entries(referencePages)) writeFileSync(`docs/reference/${file}`, write())
