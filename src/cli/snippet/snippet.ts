import { escapeHtml } from '../../core/support/escape-html.ts'

/** What the snippet says; see `snippet`. */
export interface SnippetOptions {
  /** The folder that `earshot.js` lies in: `/earshot/0.1.0/`, `https://cdn.example/earshot/0.1.0/`. */
  base: string
  /**
   * Settings with a text, a number or a boolean, by the names they have in `earshot.json`; they become `data-` attributes. What is false
   * is written as such, what is undefined is left out. Settings with parts need a file: `{ config: '/earshot.json' }`.
   */
  settings?: Readonly<Record<string, string | number | boolean | undefined>>
  /** `files` of `integrity.json`. With it the browser refuses a script that is not this very one. */
  integrity?: Readonly<Record<string, string>>
  /** Whether the chunks are listed, too, in an import map before the script. Default false. Nothing without `integrity`. */
  importMap?: boolean
  /** Of the page's policy, or the blank of a template that is filled in with it. */
  nonce?: string
}

/**
 * What an owner puts into a page, as HTML. An import map has to stand before the first module of the page; where a browser takes only
 * one, the owner's own is to be merged with it.
 */
export function snippet({ base, settings = {}, integrity, importMap = false, nonce }: SnippetOptions): string {
  const at = (path: string) => `${base.endsWith('/') || !base ? base : `${base}/`}${path}`
  const attributes: [name: string, value: string | true][] = [['src', at('earshot.js')]]
  const sealed = integrity?.['earshot.js']
  if (sealed) attributes.push(['integrity', sealed])
  // Another site's script can be checked only when that site has let it be read; the chunks come this way in any case.
  if (sealed || /^(?:https?:)?\/\//i.test(base)) attributes.push(['crossorigin', 'anonymous'])
  if (nonce) attributes.push(['nonce', nonce])
  for (const [key, value] of Object.entries(settings)) if (value !== undefined) attributes.push([attributeOf(key), value === true ? true : String(value)])
  const written = attributes.map(([name, value]) => (value === true ? name : `${name}="${escapeHtml(value)}"`))
  const tag = `<script async ${written.join(' ')}></script>`
  return importMap && integrity ? `${mapOf(integrity, at, nonce)}\n${tag}` : tag
}

/** `withoutLauncher` → `data-without-launcher`, as `dataset` has it. */
const attributeOf = (key: string) => `data-${key.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`

function mapOf(integrity: Readonly<Record<string, string>>, at: (path: string) => string, nonce?: string): string {
  const chunks = Object.fromEntries(Object.entries(integrity).filter(([path]) => path !== 'earshot.js').map(([path, hash]) => [addressOf(at(path)), hash]))
  // Nothing in it may end the element.
  const json = JSON.stringify({ integrity: chunks }).replaceAll('<', '\\u003c')
  return `<script type="importmap"${nonce ? ` nonce="${escapeHtml(nonce)}"` : ''}>${json}</script>`
}

/** In an import map a name without `/`, `./` or a scheme is no address. */
const addressOf = (path: string) => (/^(?:[a-z][a-z\d+.-]*:|\.{0,2}\/)/i.test(path) ? path : `./${path}`)
