import { html, nothing } from 'lit'
import type { Receipt } from '../../core/issue/receipt.ts'
import type { Thread } from '../../core/issue/thread.ts'
import { address } from '../shared/address.ts'
import { face } from '../shared/face.ts'
import { moment } from '../shared/moment.ts'
import type { Say } from '../shared/say.ts'

/** What was told when it was accepted, and stays as it was told: who has it, by when to expect an answer, the backend's own words on what to do if none comes. */
export function accepted({ reference, next, url, owner, expectBy }: Receipt, locale: string, say: Say) {
  const by = Date.parse(expectBy ?? '')
  const time = by >= Date.now() ? moment(by, locale) : undefined
  const link = address(url)
  return html`<p class="reference">${say('receipt.reference', { reference })}</p>
    ${holder(owner, say)} ${time ? html`<p>${say('receipt.expectBy', { time })}</p>` : nothing}
    ${!next || by < Date.now() ? nothing : html`<p class="next" dir="auto">${next}</p>`}
    ${link ? html`<p><a class="plain" href=${link} target="_blank" rel="noopener noreferrer">${say('receipt.link')}</a></p>` : nothing}`
}

/** Who has it now, if that is another one than was told. */
export const holderSince = ({ owner }: Receipt, thread: Thread | undefined, say: Say) =>
  thread?.owner?.name === owner?.name ? nothing : holder(thread?.owner, say)

const holder = (owner: Receipt['owner'], say: Say) =>
  owner?.name ? html`<p class="owner">${face(owner.name, owner.avatar)}<span>${say('receipt.owner', { name: owner.name })}</span></p>` : nothing

/** By when an answer is owed, in milliseconds since 1970; NaN where nobody said, or where it came. */
export const promised = ({ expectBy }: Pick<Receipt, 'expectBy'>, thread: Thread | undefined): number =>
  thread && thread.status !== 'open' ? NaN : Date.parse(thread?.expectBy ?? expectBy ?? '')
