import { html, nothing } from 'lit'
import type { Receipt } from '../../core/issue/receipt.ts'
import type { Thread } from '../../core/issue/thread.ts'
import { address } from '../shared/address.ts'
import { face } from '../shared/face.ts'
import { moment } from '../shared/moment.ts'
import type { Say } from '../shared/say.ts'

/** Who has it, until when to expect an answer as long as one is to come, and what to do if none does. */
export function accepted({ reference, next, url, ...receipt }: Receipt, thread: Thread | undefined, locale: string, say: Say) {
  const owner = thread?.owner ?? receipt.owner
  const by = promised(receipt, thread)
  const time = by >= Date.now() ? moment(by, locale) : undefined
  const link = address(url)
  return html`<p class="reference">${say('receipt.reference', { reference })}</p>
    ${owner?.name ? html`<p class="owner">${face(owner.name, owner.avatar)}<span>${say('receipt.owner', { name: owner.name })}</span></p>` : nothing}
    ${time ? html`<p>${say('receipt.expectBy', { time })}</p>` : nothing}
    ${by < Date.now() ? nothing : html`<p class="next" dir="auto">${next ?? say('receipt.next')}</p>`}
    ${link ? html`<p><a class="plain" href=${link} target="_blank" rel="noopener noreferrer">${say('receipt.link')}</a></p>` : nothing}`
}

/** By when an answer is owed, in milliseconds since 1970; NaN where nobody said, or where it came. */
export const promised = ({ expectBy }: Pick<Receipt, 'expectBy'>, thread: Thread | undefined): number =>
  thread && thread.status !== 'open' ? NaN : Date.parse(thread?.expectBy ?? expectBy ?? '')
