import type { ScriptData } from '../../core/settings/from-data.ts'
import { elementsIn, type HtmlElement } from '../html-document.ts'

/** Earshot's script tag, as it stands in the page. */
export interface Tag { src: URL; data: ScriptData; nonce?: string; integrity?: string; line: number }

const telling = ['data-endpoint', 'data-config', 'data-articles']

/** What relative addresses in the page resolve against. */
export function baseOf(document: HtmlElement, page: URL): URL {
  for (const { name, attributes } of elementsIn(document)) {
    const href = name === 'base' ? attributes.get('href') : undefined
    if (href !== undefined) return URL.canParse(href, page) ? new URL(href, page) : page
  }
  return page
}

/** All script tags of Earshot's: by the name of the file, or by what they say. */
export function findTags(document: HtmlElement, base: URL): Tag[] {
  return [...elementsIn(document)].flatMap(({ name, attributes, line }) => {
    const src = name === 'script' ? attributes.get('src') : undefined
    if (src === undefined || !URL.canParse(src, base)) return []
    const url = new URL(src, base)
    const ours = /\/earshot(?:[.@-][^/]*)?\.js$/i.test(url.pathname) || telling.some(each => attributes.has(each))
    const [nonce, integrity] = [attributes.get('nonce'), attributes.get('integrity')?.trim()]
    return ours ? [{ src: url, data: dataOf(attributes), line, ...(nonce && { nonce }), ...(integrity && { integrity }) }] : []
  })
}

/** As `dataset` has it. */
function dataOf(attributes: HtmlElement['attributes']): ScriptData {
  const own = [...attributes].filter(([name]) => name.startsWith('data-'))
  return Object.fromEntries(own.map(([name, value]) => [name.slice(5).replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()), value]))
}
