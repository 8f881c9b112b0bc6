// What the page about policies says is what the journeys serve; see test/journeys/levels*.test.ts.
import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { readPolicies } from '../../src/cli/doctor/policy.ts'
import { readSources, root } from '../house/laws/sources.ts'
import { codes, read, tableUnder } from './blocks.ts'
import { documentedHeaders, policyPage } from './policies.ts'

const page = read(policyPage)
const firsts = (header: string) => tableUnder(page, header).map(([first = '']) => codes(first)[0]!)
const sorted = (names: Iterable<string>) => [...new Set(names)].sort()
const policies = [...documentedHeaders().values()].flatMap(headers => readPolicies(headers['content-security-policy'] ?? ''))

describe('The page about the Content Security Policy', () => {
  it('has no policy that is not served and walked through', () => {
    const journeys = globSync('test/journeys/levels*.test.ts', { cwd: root }).map(file => read(file)).join('\n')
    const served = [...journeys.matchAll(/\blevel: '(\w+)'/g)].map(match => match[1]!)
    assert.deepEqual(sorted(documentedHeaders().keys()), sorted(served))
    assert.deepEqual([...documentedHeaders().values()].map(headers => Object.keys(headers)), [...documentedHeaders()].map(() => ['content-security-policy']))
  })

  it('says of each directive in them what it is for, and of no other', () => {
    assert.deepEqual(sorted(firsts('directive')), sorted(policies.flatMap(policy => [...policy.keys()])))
  })

  it('never takes back what it promises', () => {
    for (const policy of policies) {
      assert.deepEqual(policy.get('default-src'), ["'none'"])
      assert.deepEqual(policy.get('require-trusted-types-for'), ["'script'"])
      for (const [name, sources] of policy) assert.doesNotMatch(sources.join(' '), /'unsafe-|'allow-duplicates'|\*|\bblob:/, name)
    }
  })

  it('names every policy for Trusted Types that there is, and no other', () => {
    const sources = [...readSources('src').values(), read('rollup.config.mjs'), read('node_modules/lit-html/lit-html.js')].join('\n')
    // DOMPurify makes its own, under its own name.
    const made = [...sources.matchAll(/createPolicy\(["']([\w-]+)["']/g)].map(match => match[1]!)
    assert.deepEqual(sorted(firsts('policy')), sorted([...made, 'dompurify']))
    assert.match(read(join('node_modules', 'dompurify', 'dist', 'purify.es.mjs')), /policyName = ["']dompurify["']/)
    const allowed = policies.flatMap(policy => policy.get('trusted-types') ?? [])
    assert.deepEqual(sorted(allowed), sorted(firsts('policy').filter(name => name !== 'lit-html')))
  })
})
