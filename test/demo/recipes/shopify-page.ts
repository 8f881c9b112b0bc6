import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Liquid, type TagToken, type TopLevelToken, Tag } from 'liquidjs'
import { root } from '../../house/laws/sources.ts'

const folder = join(root, 'demo/recipes/shopify/earshot')
export const readRecipe = (path: string): string => readFileSync(join(folder, path), 'utf8')

/** What Shopify keeps from the page: the block's settings as JSON. */
class Schema extends Tag {
  constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid) {
    super(token, rest, liquid)
    while (rest.length) if ((rest.shift() as TagToken).name === 'endschema') return
    throw new Error('schema is not closed')
  }

  * render() {}
}

/** @param assets where the extension's files are served from, a slash at the end. @param words of the shop's language. */
export function shopifyEngine(assets: string, words: Record<string, string>): Liquid {
  const engine = new Liquid({ strictFilters: true, strictVariables: false })
  engine.registerTag('schema', Schema)
  engine.registerFilter('asset_url', (name: string) => assets + name)
  engine.registerFilter('t', (key: string) => words[key] ?? `translation missing: ${key}`)
  return engine
}

export interface SchemaOf { name: string; target: string; settings: { type: string; id: string; label: string; info?: string; default?: string; options?: { value: string; label: string }[] }[] }

export const schemaOf = (liquid: string): SchemaOf => JSON.parse(/{% schema %}([\s\S]*){% endschema %}/.exec(liquid)![1]!) as SchemaOf

/** A page of the shop with a block in it, and what a merchant chose. */
export function renderBlock(path: string, { assets, words, settings, more }: { assets: string; words?: Record<string, string>; settings: object; more?: object }): string {
  return String(shopifyEngine(assets, words ?? JSON.parse(readRecipe('locales/en.default.json')) as Record<string, string>).parseAndRenderSync(readRecipe(path), {
    block: { id: 'a1', settings, shopify_attributes: '' }, request: { page_type: 'index', locale: { iso_code: 'en' } }, routes: { root_url: '/' }, ...more,
  }))
}
