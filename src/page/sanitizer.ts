import createPurifier, { type Config } from 'dompurify'
import { sizeIn } from '../core/articles/picture-size.ts'

export interface SanitizeOptions {
  /** Absolute address that relative links and pictures resolve against. Default: the page's own. */
  base?: string
}

// What an article is made of. No styles, no forms, no frames, no SVG or MathML, nothing that plays.
const policy: Config = {
  ALLOWED_TAGS: (
    'a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure ' +
    'h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub summary sup ' +
    'table tbody td tfoot th thead time tr u ul var wbr'
  ).split(' '),
  ALLOWED_ATTR: 'alt colspan datetime dir headers height href id lang open reversed rowspan scope span src start title value width'.split(' '),
  ALLOW_ARIA_ATTR: false,
  ALLOW_DATA_ATTR: false,
  SANITIZE_NAMED_PROPS: true,
  RETURN_DOM_FRAGMENT: true,
}

// An instance of our own: hooks of the host's copy have no say here. One for all: each makes a Trusted Types policy of the same
// name, and where those are enforced the second policy is refused.
let purifier: ReturnType<typeof createPurifier> | undefined

const idPrefix = 'user-content-'
const articleRoute = '#/article/'
const linkSchemes = ['http:', 'https:', 'mailto:', 'tel:']
const raster = /^data:image\/(?:png|jpe?g|gif|webp|avif);base64,[\w+/=\s]+$/i

/**
 * The one place where foreign markup becomes nodes. What the policy does not name is dropped, its words kept; where
 * the browser cannot be trusted to clean (or a host's policy forbids it), the answer is the bare text.
 */
export function sanitize(html: string, { base }: SanitizeOptions = {}): DocumentFragment {
  try {
    purifier ??= createPurifier(window)
    if (!purifier.isSupported) return bareText(html)
    const fragment = purifier.sanitize(html.replace(tags, withoutNoise), policy) as unknown as DocumentFragment
    const against = base && URL.canParse(base) ? base : document.baseURI
    for (const link of fragment.querySelectorAll('a')) secureLink(link, against)
    for (const picture of fragment.querySelectorAll('img')) securePicture(picture, against)
    for (const heading of fragment.querySelectorAll('h1, h2, h3, h4, h5')) demote(heading)
    return fragment
  } catch {
    return bareText(html)
  }
}

const tags = /<[a-z][^<>]*>/gi

/**
 * Chromium reports each `style` and `on…` to a host's policy although the markup is only parsed, and help desks write them everywhere.
 * They would be dropped anyway: what is overlooked here, as in a tag with `>` in a value, is reported and no less safe.
 */
const withoutNoise = (tag: string) =>
  tag.replace(/("[^"]*"|'[^']*')|\s(?:style|on\w+)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)/gi, (_, quoted: string | undefined) => quoted ?? '')

function bareText(html: string): DocumentFragment {
  const fragment = document.createDocumentFragment()
  fragment.append(html.replace(/<(script|style)\b[\s\S]*?(<\/\1\s*>|$)/gi, ' ').replace(/<[^>]*>?/g, ' ').replace(/\s+/g, ' ').trim())
  return fragment
}

function parse(address: string | null, base: string): URL | undefined {
  try {
    return new URL(address ?? '', base)
  } catch {
    return undefined
  }
}

function secureLink(link: HTMLAnchorElement, base: string) {
  const href = link.getAttribute('href')
  if (href === null || href.startsWith(articleRoute)) return
  // Ids were prefixed, so what points at them is too.
  if (href.startsWith('#')) return link.setAttribute('href', `#${idPrefix}${href.slice(1)}`)
  const url = parse(href, base)
  if (!url || !linkSchemes.includes(url.protocol)) return link.removeAttribute('href')
  link.setAttribute('href', url.href)
  if (/^http/.test(url.protocol) && url.origin !== new URL(base).origin) link.setAttribute('rel', 'noopener noreferrer external')
}

function securePicture(picture: HTMLImageElement, base: string) {
  const src = picture.getAttribute('src')
  const url = parse(src, base)
  if (src === null || !url || !(/^https?:$/.test(url.protocol) || raster.test(src))) return picture.replaceWith(picture.alt)
  // Before the address, so that nothing is asked for early.
  picture.setAttribute('loading', 'lazy')
  picture.setAttribute('decoding', 'async')
  picture.setAttribute('referrerpolicy', 'no-referrer')
  if (!picture.hasAttribute('width') && !picture.hasAttribute('height')) {
    for (const [name, pixels] of Object.entries(sizeIn(src))) picture.setAttribute(name, String(pixels))
  }
  if (!raster.test(src)) picture.setAttribute('src', url.href)
}

// The article's title is the second level; its own headings begin at the third.
function demote(heading: Element) {
  const level = Math.max(3, Number(heading.localName[1]) + 1)
  const next = document.createElement(`h${level}`)
  if (heading.id) next.id = heading.id
  next.append(...heading.childNodes)
  heading.replaceWith(next)
}
