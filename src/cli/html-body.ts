import { escapeHtml } from '../core/support/escape-html.ts'
import type { HtmlElement, HtmlNode } from './html-document.ts'

// What the reader shows. Everything else is unwrapped: its words stay.
const shown = new Set((
  'a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure ' +
  'h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub summary sup ' +
  'table tbody td tfoot th thead time tr u ul var wbr').split(' '))
const kept = new Set('alt colspan datetime dir headers height href id lang open reversed rowspan scope span src start title value width'.split(' '))
const empty = new Set(['br', 'col', 'hr', 'img', 'wbr'])

export interface HtmlBody {
  html: string
  /** Where the first of the links and pictures to an address stands, in the source. */
  lines: ReadonlyMap<string, number>
  /** It was longer than `most`, and was cut. */
  cut: boolean
}

/** Writes an article's HTML anew: only what the reader shows, without classes, styles, handlers and needless spaces. */
export function htmlBody(main: HtmlElement, most: number): HtmlBody {
  const parts: string[] = []
  const lines = new Map<string, number>()
  let length = 0
  const write = (text: string) => {
    parts.push(text)
    length += text.length
  }
  // Spaces beside spaces say nothing, and a page is full of them.
  const say = (text: string) => {
    const flat = text.replace(/[ \t\n\f\r]+/g, space => (space.includes('\n') ? '\n' : ' '))
    const needed = /\s$/.test(parts.at(-1) ?? ' ') ? flat.trimStart() : flat
    if (needed) write(escapeHtml(needed))
  }

  const visit = (node: HtmlNode, verbatim: boolean): void => {
    if (length > most) return
    if (typeof node === 'string') return verbatim ? write(escapeHtml(node)) : say(node)
    const { name } = node
    const inside = () => node.children.forEach(child => visit(child, verbatim || name === 'pre'))
    if (!shown.has(name)) {
      inside()
      // What is no block to the reader may have been one on the page.
      return verbatim ? undefined : say(' ')
    }
    const attributes = attributesOf(node)
    if (!attributes.length && name === 'span') return inside()
    for (const [key, value] of attributes) if (/^(?:href|src)$/.test(key) && !lines.has(value)) lines.set(value, node.line)
    write(`<${name}${attributes.map(([key, value]) => ` ${key}="${escapeHtml(value)}"`).join('')}>`)
    if (empty.has(name)) return
    inside()
    write(`</${name}>`)
  }

  main.children.forEach(child => visit(child, false))
  return { html: parts.join('').trim(), lines, cut: length > most }
}

function attributesOf({ name, attributes }: HtmlElement): [name: string, value: string][] {
  const all = [...attributes].filter(([key, value]) => kept.has(key) && value !== '' || key === 'open' || key === 'alt')
  // Pictures that are fetched by a script have their address elsewhere.
  const later = attributes.get('data-src')
  if (name === 'img' && later && /^(?:data:|$)/.test(attributes.get('src') ?? '')) return [...all.filter(([key]) => key !== 'src'), ['src', later]]
  const anchor = name === 'a' && !attributes.has('id') && attributes.get('name')
  return anchor ? [...all, ['id', anchor]] : all
}
