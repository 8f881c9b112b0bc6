import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { localeViolations, type Messages } from './laws/messages.ts'
import { readSources, root } from './laws/sources.ts'

// A language's file is named after its BCP 47 tag; the others in the room are the machinery.
const tags = [...readSources('src/locale').keys()].map(path => /\/([a-z]{2,3}(-[a-z0-9]+)*)\.ts$/.exec(path)?.[1]).filter(tag => tag !== undefined)

async function load(tag: string): Promise<Messages> {
  const module = (await import(pathToFileURL(join(root, 'src/locale', `${tag}.ts`)).href)) as Record<string, unknown>
  const messages = module[tag.replaceAll('-', '_')] ?? module.default
  assert.ok(messages && typeof messages === 'object', `src/locale/${tag}.ts exports its messages as \`${tag}\` or as the default`)
  return messages as Messages
}

describe('Every language says everything', () => {
  it('has the keys and blanks of English and the plurals of its own', async () => {
    const languages = tags.filter(tag => isLanguage(tag))
    assert.ok(languages.includes('en'), 'English is there')
    const english = await load('en')
    for (const tag of languages) assert.deepEqual(localeViolations(english, tag, await load(tag)), [])
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

/** True for what a browser knows as a language: `de` is one, `message` would not be. */
function isLanguage(tag: string): boolean {
  return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(tag) !== undefined
}
