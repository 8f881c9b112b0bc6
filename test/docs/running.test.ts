// What an operator pastes works as it stands, and the tables of figures and limits are those of the code.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Registry } from '@prometheus-io/client'
import { parse } from 'yaml'
import { createMetrics } from '../../src/receiver/watch/prometheus.ts'
import { readSources } from '../house/laws/sources.ts'
import { blocksOf, papers, read, tableUnder } from './blocks.ts'

const path = 'docs/running.md'
const inCode = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, word]) => word!)

/** The labels of each figure, by its name. */
async function figures(): Promise<Map<string, string[]>> {
  const registry = new Registry()
  await createMetrics({ registry })
  return new Map(registry.getMetricsAsArray().map(metric => [metric.name, [...(metric as unknown as { labelNames: string[] }).labelNames]]))
}

describe('Running the receiver', () => {
  it('has a table of all figures, with their labels', async () => {
    const rows = tableUnder(read(path), 'figure').flatMap(([names = '', labels = '']) => {
      // A label's values stand in brackets after it.
      const own = inCode(labels.replace(/\([^)]*\)/g, '')).sort()
      return inCode(names).map((name): [string, string[]] => [name, own])
    })
    const known = [...await figures()].map(([name, labels]): [string, string[]] => [name, labels.sort()])
    assert.deepEqual(rows.sort(), known.sort())
  })

  it('says every limit that can be reached', () => {
    const [, says = ''] = tableUnder(read(path), 'event').find(([event]) => event === '`limited`')!
    const listed = inCode(/`limit` \((.*?)\)/.exec(says)![1]!).sort()
    const sources = [...readSources('src')].filter(([file]) => file.startsWith('src/receiver/') && !file.includes('/watch/'))
    const reached = new Set(sources.flatMap(([, text]) => [...text.matchAll(/'limit\/([a-z-]+)'/g)].map(([, limit]) => limit!)))
    assert.deepEqual(listed, [...reached].sort())
  })

  it('has YAML that can be read, and alarms that ask for figures that there are', async () => {
    const blocks = papers().flatMap(paper => blocksOf(paper, read(paper))).filter(({ language }) => language === 'yaml')
    for (const { place, text } of blocks) assert.doesNotThrow(() => parse(text) as unknown, place)
    const rules = blocks.find(({ name }) => name === 'earshot.rules.yml')!
    const { groups } = parse(rules.text) as { groups: { rules: { alert: string; expr: string }[] }[] }
    const alarms = groups.flatMap(group => group.rules)
    assert.equal(alarms.length, 5)
    const known = await figures()
    for (const { alert, expr } of alarms) {
      const asked = [...expr.matchAll(/(earshot_\w+?)(?:_count|_bucket|_sum)?(?:\{([^}]*)\}|\b(?!\w))/g)]
      assert.ok(asked.length, alert)
      for (const [, name = '', labels = ''] of asked) {
        assert.ok(known.has(name), `${alert}: ${name}`)
        for (const [, label = ''] of labels.matchAll(/(\w+)=/g)) assert.ok(known.get(name)!.includes(label), `${alert}: ${label}`)
      }
    }
  })
})
