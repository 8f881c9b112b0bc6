import { html, nothing } from 'lit'
import type { NextLevel } from '../../desk/state.ts'
import { address } from './address.ts'
import type { Say } from './say.ts'

const schemes = ['https:', 'http:', 'mailto:', 'tel:']

/** The owner's addresses outside of the house, those that lead somewhere as links; the rest as they were written. */
export function outsideList(outside: NextLevel['outside'], say: Say) {
  if (!outside.length) return nothing
  return html`<p>${say('further.outside')}</p>
    <ul class="outside">
      ${outside.map(({ name, to, note }) => {
        const href = address(/^[^\s:/@]+@[^\s@]+$/.test(to) ? `mailto:${to}` : /^\+?[\d\s()/-]{5,}$/.test(to) ? `tel:${to.replace(/[^\d+]/g, '')}` : to, schemes)
        return html`<li>
          ${href && /^[a-z]+:|@|^\+?\d/i.test(to)
            ? html`<a class="plain" href=${href} target=${/^http/.test(href) ? '_blank' : nothing} rel="noopener noreferrer"><bdi>${name}</bdi></a>`
            : html`<bdi>${name}</bdi>: <bdi>${to}</bdi>`}
          ${note ? html`<p class="quiet" dir="auto">${note}</p>` : nothing}
        </li>`
      })}
    </ul>`
}
