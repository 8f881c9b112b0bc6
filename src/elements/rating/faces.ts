import { html, svg } from 'lit'
import type { Scale } from '../../core/issue/issue.ts'

const drawing = (path: string) => html`<svg viewBox="0 0 24 24" aria-hidden="true">${svg`<path d=${path} />`}</svg>`

const thumb = 'M7 11v9H4v-9h3Zm0 0 4-7.5c1.4 0 2.3 1 2 2.5L12.5 9H18a2 2 0 0 1 2 2.3l-1 6.5A2.5 2.5 0 0 1 16.5 20H7'
const star = 'm12 3.5 2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9L3.5 9.7l5.9-.8L12 3.5Z'

/** What is on the button: a thumb, a star, else the number itself. */
export function face(scale: Scale, value: number, locale: string) {
  if (scale === 'stars') return drawing(star)
  return scale === 'thumbs' ? html`<span class=${value ? 'up' : 'down'}>${drawing(thumb)}</span>` : new Intl.NumberFormat(locale).format(value)
}
