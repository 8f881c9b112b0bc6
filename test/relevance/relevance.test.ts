import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { inline } from '../../src/core/articles/sources/inline.ts'
import { built, collections, workshop, type Collection } from './collections.ts'
import { floors } from './floors.ts'
import { measure, table, type ClassFigures } from './measure.ts'
import { queries } from './queries.ts'

const work = workshop()
let all: Map<string, Collection>
before(async () => { all = await collections(work.dir) })
after(work.clear)

test('every query names articles that exist, and none is asked twice', () => {
  for (const [name, list] of queries) {
    const seen = new Set<string>()
    for (const { collection, text, answers } of list) {
      const ids = all.get(collection)?.articles.map(({ id }) => id) ?? []
      for (const answer of answers) assert.ok(ids.includes(answer), `${name}: "${text}" expects "${answer}", which ${collection} does not have`)
      assert.ok(!seen.has(`${collection} ${text}`), `${name}: "${text}" stands there twice`)
      seen.add(`${collection} ${text}`)
    }
  }
})

const makers = {
  'built index': (each: Collection, name: string) => built(each, join(work.dir, 'built', name)),
  inline: (each: Collection) => Promise.resolve(inline(each.articles)),
}
for (const [title, make] of Object.entries(makers)) {
  describe(title, () => {
    let figures: ClassFigures[]
    before(async () => {
      const sources = [...all].map(async ([name, each]) => [name, { source: await make(each, name), locale: each.locale }] as const)
      figures = await measure(new Map(await Promise.all(sources)))
      console.log(table(title, figures))
    })

    for (const [name, floor] of Object.entries(floors)) {
      test(`customers find the right article: ${name.replace(/-/g, ' ')}`, () => {
        const found = figures.find(each => each.name === name)
        assert.ok(found && found.all.count >= 50, `Expected fifty queries or more, but there are ${found?.all.count ?? 0}`)
        const { all: { mrr, hit }, missed } = found
        const why = missed.map(({ query, rank, got }) => `  ${rank || '–'}  ${query.text} → ${query.answers.join(' | ')}; got ${got.join(', ')}`).join('\n')
        assert.ok(mrr >= floor.mrr, `MRR@5 is ${mrr.toFixed(3)}, and was to be ${floor.mrr} or more:\n${why}`)
        assert.ok(hit >= floor.hit, `hit@3 is ${hit.toFixed(3)}, and was to be ${floor.hit} or more:\n${why}`)
      })
    }
  })
}
