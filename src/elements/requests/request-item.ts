import { html, nothing } from 'lit'
import type { Issue } from '../../core/issue/issue.ts'
import type { Request } from '../../desk/state.ts'
import type { MessageKey } from '../../locale/en.ts'
import { dotted } from '../shared/dotted.ts'
import { day, moment } from '../shared/moment.ts'
import type { Say } from '../shared/say.ts'
import { nameOf } from '../shared/scale.ts'
import { standing } from '../shared/standing.ts'
import { awaited } from './awaited.ts'
import { conversation, type Conversation } from './messages.ts'

export interface RequestItem {
  request: Request
  /** What was said, that on its way included. */
  said: Conversation
  /** Messages not seen yet. */
  unread: number
  open: boolean
  toggle(): void
  /** For one that was refused: back into its form. */
  change(): void
  /** What can be done about it. */
  room?: unknown
  /** How to read it on another device. */
  claim?: unknown
}

/** One request: what it is about and how it stands; opened, the whole of it with its answers. */
export function requestItem({ request, said, unread, open, toggle, change, room, claim }: RequestItem, say: Say) {
  const { id, issue, receipt } = request
  const { locale, owner, messages } = said
  const reference = receipt?.reference
  const waits = awaited(request, messages, locale, say)
  return html`<li class=${request.status === 'refused' ? 'refused' : ''}>
    <h3>
      <button class="row" type="button" id="request-${id}" aria-expanded=${open ? 'true' : 'false'} aria-controls="case-${id}" @click=${toggle}>
        <bdi class="summary">${summaryOf(issue, say)}</bdi>
        <span class="status">${unread ? html`<span class="new">${say('requests.unread', { count: unread })}</span>` : nothing} ${say(statusOf(request))}</span>
      </button>
    </h3>
    <div class="case" id="case-${id}" ?hidden=${!open}>
      <div>
        ${waits ? html`<p class="awaited">${waits}</p>` : nothing}
        <p class="quiet">
          ${dotted([reference && say('receipt.reference', { reference }), owner, day(issue.createdAt, locale)])}
        </p>
      </div>
      ${expectation(request, locale, say)}
      ${open ? conversation(said, say) : nothing}
      ${request.status === 'refused'
        ? html`${request.failure?.detail ? html`<p dir="auto">${say('receipt.detail', { detail: request.failure.detail })}</p>` : nothing}
            <div><button class="button" type="button" @click=${change}>${say('receipt.change')}</button></div>`
        : nothing}
      ${room ?? nothing} ${claim ? html`<div class="share">${claim}</div>` : nothing}
    </div>
  </li>`
}

/** What a request is about, in a line. */
export function summaryOf({ summary, story, rating }: Issue, say: Say): string {
  return summary || story?.slice(0, 140) || (rating ? `${say(`rating.${rating.scale}`)} ${nameOf(rating.scale, rating.value, say)}` : say('receipt.yours'))
}

function statusOf(request: Request): MessageKey {
  const { status, thread } = request
  const now = standing(request)
  if (now === 'accepted' && thread?.continuedBy) return 'requests.further'
  if (now === 'accepted') return thread && thread.status !== 'open' ? `requests.${thread.status}` : 'requests.accepted'
  if (now === 'memory') return 'receipt.memory'
  return status === 'accepted' ? 'requests.kept' : `requests.${status}`
}

function expectation({ status, dueAt }: Request, locale: string, say: Say) {
  const next = status === 'waiting' ? moment(dueAt, locale) : undefined
  return next ? html`<p class="quiet">${say('receipt.nextTry', { time: next })}</p>` : nothing
}
