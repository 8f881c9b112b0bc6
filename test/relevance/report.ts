// How good the answers are, by class of query: `node test/relevance/report.ts`. With `--missed`, what did not come first, leaving out
// what is held out.
import { join } from 'node:path'
import { inline } from '../../src/core/articles/sources/inline.ts'
import { built, collections, workshop } from './collections.ts'
import { measure, table, type Asked } from './measure.ts'

const work = workshop()
try {
  const all = [...await collections(work.dir)]
  const ask = async (make: (collection: (typeof all)[number][1], name: string) => Promise<Asked['source']>) =>
    measure(new Map(await Promise.all(all.map(async ([name, each]) => [name, { source: await make(each, name), locale: each.locale }] as const))))

  const figures = await ask((each, name) => built(each, join(work.dir, 'built', name)))
  console.log(table('built index', figures))
  console.log(table('\ninline', await ask(each => Promise.resolve(inline(each.articles)))))
  if (process.argv.includes('--missed')) {
    for (const { name, missed } of figures) {
      console.log(`\n${name}`)
      for (const { query, rank, got } of missed) {
        if (!query.heldOut) console.log(`  ${rank || '–'}  ${query.collection}: ${query.text} → ${query.answers.join(' | ')}; got ${got.join(', ')}`)
      }
    }
  }
} finally {
  work.clear()
}
