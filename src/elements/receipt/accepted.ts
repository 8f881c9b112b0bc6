import { html, nothing } from 'lit'
import type { Receipt } from '../../core/issue/receipt.ts'
import { address } from '../shared/address.ts'
import { moment } from '../shared/moment.ts'
import type { Say } from '../shared/say.ts'

/** Who has it, until when to expect an answer, and what to do if none comes. */
export function accepted({ reference, owner, expectBy, next, url }: Receipt, locale: string, say: Say) {
  const time = moment(expectBy, locale)
  const link = address(url)
  return html`<p class="reference">${say('receipt.reference', { reference })}</p>
    ${owner?.name ? html`<p>${say('receipt.owner', { name: owner.name })}</p>` : nothing}
    ${time ? html`<p>${say('receipt.expectBy', { time })}</p>` : nothing}
    <p class="next" dir="auto">${next ?? say('receipt.next')}</p>
    ${link ? html`<p><a class="plain" href=${link} target="_blank" rel="noopener noreferrer">${say('receipt.link')}</a></p>` : nothing}`
}
