import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { en } from '../../src/locale/en.ts'
import { languages } from '../../src/locale/languages.ts'
import { launcherWords } from '../../src/locale/launcher.ts'
import { localeViolations, type Messages } from './laws/messages.ts'
import { readSources } from './laws/sources.ts'

describe('Every language says everything', () => {
  it('has the keys and blanks of English and the plurals of its own', async () => {
    assert.ok(Object.keys(languages).length >= 2, 'there are languages besides English')
    for (const [tag, load] of Object.entries(languages)) assert.deepEqual(localeViolations(en, tag, await load()), [])
    assert.deepEqual(localeViolations(en, 'en', en), [])
  })

  it('every file named after a language is one that can be fetched', () => {
    const named = [...readSources('src/locale').keys()].map(path => /\/([a-z]{2,3}(?:-[a-z]{4})?)\.ts$/.exec(path)?.[1])
    // English comes in pieces, as the views that need them do.
    assert.deepEqual(named.filter(tag => tag !== undefined && !/^en\b/.test(tag)).sort(), Object.keys(languages).sort())
  })

  it('the loader calls the launcher what the widget will call it', async () => {
    assert.deepEqual(Object.keys(launcherWords).sort(), Object.keys(languages).sort())
    for (const [tag, load] of Object.entries(languages)) assert.equal(launcherWords[tag], (await load()).help)
  })

  it('and the documentation names each of them, and how many there are', () => {
    const table = [...readFileSync('docs/languages.md', 'utf8').matchAll(/^\| `([a-z-]+)` \| .* \| (\S.*) \|$/gm)].map(([, tag, word]) => [tag, word])
    assert.deepEqual(table, [['en', en.help], ...Object.entries(launcherWords)])
    assert.equal(/\[(\d+) languages\]/.exec(readFileSync('README.md', 'utf8'))?.[1], String(table.length))
  })

  it('is broken by a missing key, a strange one, a blank, a plural, an empty sentence', () => {
    const english: Messages = { help: 'Help', count: { one: '{count} article', other: '{count} articles' }, none: 'Nothing for “{query}”' }
    const law = (tag: string, changes: Record<string, unknown>) => localeViolations(english, tag, { ...english, ...changes } as Messages)
    assert.deepEqual(law('en', {}), [])
    assert.deepEqual(localeViolations(english, 'de', { help: 'Hilfe', count: english.count! }), ['de lacks none'])
    assert.deepEqual(law('de', { extra: 'x' }), ['de has extra, which English does not'])
    assert.deepEqual(law('de', { none: 'Nichts gefunden' }), ['de: none leaves out {query}'])
    assert.match(law('de', { none: 'Nichts zu {query} in {shop}' }).join(), /blanks nobody fills: \{shop\}/)
    assert.match(law('ar', {}).join(), /lacks the plural/)
    assert.match(law('de', { count: { one: '{count}', few: '{count}', other: '{count}' } }).join(), /does not know: few/)
    assert.deepEqual(law('de', { help: ' ' }), ['de: help is empty'])
    assert.deepEqual(law('de', { count: { one: 'ein Artikel', other: '{count} Artikel' } }), [])
  })
})
