// @ts-check
import { isRecord } from './at-path.js'

/**
 * Everything that is chosen here, and all that a shared address holds.
 * @typedef {object} Recipe
 * @property {Record<string, any>} config What goes into `earshot.json`. Never trusted: the library's own check looks at it.
 * @property {string} page The page it is seen on.
 * @property {'desktop' | 'phone'} width
 * @property {boolean} dark Whether that page is dark.
 * @property {string} theme A ready theme; empty for none.
 * @property {string} base The folder that `earshot.js` lies in.
 * @property {boolean} sealed Whether the tag carries a checksum.
 */

export const pages = new Map([
  ['product', 'A product in a shop'], ['checkout', 'A checkout'], ['documentation', 'Documentation'], ['bank', 'A bank'], ['blank', 'A blank page'],
])

/** @returns {Recipe} */
export const firstRecipe = () => ({
  config: {
    endpoint: '/issues',
    articles: '/help/index.json',
    ladder: [
      { id: 'team', name: 'Customer service', kind: 'message', answersWithin: 4 },
      { id: 'phone', name: 'Service desk', kind: 'phone', to: '+49 3834 555 0142', hours: 'Mo-Fr 09:00-17:00', timeZone: 'Europe/Berlin' },
    ],
  },
  page: 'product', width: innerWidthOf() < 700 ? 'phone' : 'desktop', dark: false, theme: '', base: '/', sealed: false,
})

const innerWidthOf = () => globalThis.innerWidth ?? 1280

/** A recipe of what anybody may have written; undefined when it is none. @param {unknown} given @returns {Recipe | undefined} */
export function readRecipe(given) {
  if (!isRecord(given) || !isRecord(given['config'])) return undefined
  const first = firstRecipe()
  const { config, page, width, dark, theme, base, sealed } = given
  return {
    config,
    page: pages.has(page) ? page : first.page,
    width: width === 'phone' || width === 'desktop' ? width : first.width,
    dark: dark === true,
    theme: typeof theme === 'string' && /^[a-z][a-z-]{0,30}$/.test(theme) ? theme : '',
    sealed: sealed === true,
    base: typeof base === 'string' && base.length < 500 ? base : first.base,
  }
}
