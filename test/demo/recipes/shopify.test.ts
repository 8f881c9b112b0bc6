import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, it } from 'node:test'
import { elementsIn, parseHtml } from '../../../src/cli/html-document.ts'
import { configSchema } from '../../../src/desk/config-schema.ts'
import { root } from '../../house/laws/sources.ts'
import { readRecipe, renderBlock, schemaOf } from './shopify-page.ts'

const blocks = ['blocks/launcher.liquid', 'blocks/rating.liquid']
const defaults = (path: string) => Object.fromEntries(schemaOf(readRecipe(path)).settings.map(({ id, default: value = '' }) => [id, value]))
const scriptIn = (html: string) => [...elementsIn(parseHtml(`<body>${html}`))].find(({ name, attributes }) => name === 'script' && attributes.has('src'))
const product = { id: 7, type: 'Kettles "small"', selected_or_first_available_variant: { sku: 'HERON-1' } }

describe('The app extension for Shopify', () => {
  it('has settings of the kinds that a block may have, each with words in every language', () => {
    const words = globSync(join(root, 'demo/recipes/shopify/earshot/locales/*.schema.json')).map(file => JSON.parse(readRecipe(`locales/${basename(file)}`)) as object)
    assert.ok(words.length >= 2)
    const keys = (value: unknown): string[] => typeof value === 'string' ? (value.startsWith('t:') ? [value.slice(2)] : []) : typeof value === 'object' && value ? Object.values(value).flatMap(keys) : []
    for (const path of blocks) {
      const schema = schemaOf(readRecipe(path))
      assert.ok(['body', 'section'].includes(schema.target))
      assert.ok(schema.name.length <= 25, 'a block’s name has at most 25 characters')
      for (const { type, options, default: value } of schema.settings) {
        assert.ok(['text', 'url', 'select', 'checkbox'].includes(type), type)
        if (options) assert.ok(options.some(option => option.value === value), `${value} can be chosen`)
      }
      for (const key of keys(schema)) {
        for (const language of words) assert.equal(typeof key.split('.').reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], language), 'string', `${path}: ${key}`)
      }
    }
  })

  it('writes a script with settings that there are', () => {
    const html = renderBlock('blocks/launcher.liquid', { assets: 'https://cdn.example/assets/', settings: { ...defaults('blocks/launcher.liquid'), articles: '/a/earshot/index.json' } })
    const { attributes } = scriptIn(html)!
    assert.equal(attributes.get('src'), 'https://cdn.example/assets/earshot.js')
    assert.equal(attributes.get('crossorigin'), 'anonymous')
    const data = [...attributes.keys()].filter(name => name.startsWith('data-')).map(name => name.slice(5))
    assert.deepEqual(data.filter(name => name !== 'config' && !(name in configSchema.properties)), [])
    assert.deepEqual(data.sort(), ['articles', 'consent', 'endpoint', 'locale', 'placement'])
  })

  it('escapes what merchants write, and does nothing without an address', () => {
    const settings = { ...defaults('blocks/launcher.liquid'), endpoint: '/x"><script>alert(1)</script>', fallback: '/pages/contact' }
    const html = renderBlock('blocks/launcher.liquid', { assets: '/', settings })
    assert.equal(scriptIn(html)!.attributes.get('data-endpoint'), settings.endpoint)
    assert.match(html, /<a href="\/pages\/contact">Write to us<\/a>/)
    assert.equal(renderBlock('blocks/launcher.liquid', { assets: '/', settings: { ...settings, endpoint: '' } }).trim(), '')
  })

  it('says which product a page is about, and nothing elsewhere', () => {
    const settings = defaults('blocks/launcher.liquid')
    const html = renderBlock('blocks/launcher.liquid', { assets: '/', settings, more: { product, request: { page_type: 'product', locale: { iso_code: 'en' } } } })
    assert.match(html, /<meta property="product:retailer_item_id" content="HERON-1">/)
    assert.match(html, /content="Kettles &#34;small&#34;"/)
    assert.doesNotMatch(renderBlock('blocks/launcher.liquid', { assets: '/', settings }), /<meta/)
  })

  it('can ask for a rating in a section', () => {
    const html = renderBlock('blocks/rating.liquid', { assets: '/', settings: { question: 'Was this <good>?', scale: 'stars' } })
    assert.match(html, /<div id="earshot-a1" >Was this &lt;good&gt;\?<\/div>\n<earshot-rating for="earshot-a1" scale="stars"><\/earshot-rating>/)
  })
})
