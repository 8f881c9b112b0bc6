// @ts-check
import { colour } from './colours.js'

/** In which the words run from right to left, and a page in that language does, too. @param {unknown} tag */
function isRightToLeft(tag) {
  return typeof tag === 'string' && /^(ar|dv|fa|he|ks|ps|sd|ug|ur|yi)\b/i.test(tag)
}

/**
 * Dresses the page as the owner's own would be: its direction, its colours, a ready theme.
 * @param {HTMLElement} widget @param {{ config: Record<string, any>, dark: boolean, theme: string }} shown
 */
export function showAs(widget, { config, dark, theme }) {
  const { documentElement: root, head } = document
  root.dir = isRightToLeft(config['locale']) ? 'rtl' : 'ltr'
  colour(dark)
  root.classList.toggle('own-button', config['withoutLauncher'] === true)
  // What the last settings said is taken back: the elements only add to it.
  for (const element of [widget, ...document.querySelectorAll('earshot-help')]) element.removeAttribute('style')
  widget.removeAttribute('placement')
  const old = document.getElementById('theme')
  const href = theme && `/playground/earshot/themes/${theme}.css`
  if (old?.getAttribute('href') === href) return
  old?.remove()
  if (href) head.append(Object.assign(document.createElement('link'), { id: 'theme', rel: 'stylesheet', href }))
}
