import { html, nothing } from 'lit'
import type { Issue } from '../../core/issue/issue.ts'
import type { Message } from '../../core/issue/thread.ts'
import type { Request } from '../../desk/state.ts'
import type { MessageKey } from '../../locale/en.ts'
import { caseText } from '../shared/case-text.ts'
import { dotted } from '../shared/dotted.ts'
import { day, moment } from '../shared/moment.ts'
import type { Say } from '../shared/say.ts'
import { nameOf } from '../shared/scale.ts'
import { standing } from '../shared/standing.ts'

export interface RequestItem {
  request: Request
  locale: string
  open: boolean
  toggle(): void
  /** For one that was refused: back into its form. */
  change(): void
  /** How to read it on another device. */
  claim?: unknown
}

/** One request: what it is about and how it stands; opened, the whole of it with its answers. */
export function requestItem({ request, locale, open, toggle, change, claim }: RequestItem, say: Say) {
  const { id, issue, receipt, thread } = request
  const owner = thread?.owner?.name ?? receipt?.owner?.name
  const reference = receipt?.reference
  return html`<li class=${request.status === 'refused' ? 'refused' : ''}>
    <h3>
      <button class="row" type="button" id="request-${id}" aria-expanded=${open ? 'true' : 'false'} aria-controls="case-${id}" @click=${toggle}>
        <bdi class="summary">${summaryOf(issue, say)}</bdi>
        <span class="status">${say(statusOf(request))}</span>
      </button>
    </h3>
    <div class="case" id="case-${id}" ?hidden=${!open}>
      <p class="quiet">
        ${dotted([reference && say('receipt.reference', { reference }), owner, day(issue.createdAt, locale)])}
      </p>
      ${expectation(request, locale, say)}
      ${message({ id, at: issue.createdAt, from: 'customer', text: caseText(issue) }, locale, say)}
      ${thread?.messages.filter(one => one.id !== id).map(one => message(one, locale, say))}
      ${claim ? html`<div>${claim}</div>` : nothing}
      ${request.status === 'refused'
        ? html`${request.failure?.detail ? html`<p dir="auto">${say('receipt.detail', { detail: request.failure.detail })}</p>` : nothing}
            <div><button class="button" type="button" @click=${change}>${say('receipt.change')}</button></div>`
        : nothing}
    </div>
  </li>`
}

function summaryOf({ summary, story, rating }: Issue, say: Say): string {
  return summary || story?.slice(0, 140) || (rating ? `${say(`rating.${rating.scale}`)} ${nameOf(rating.scale, rating.value, say)}` : say('receipt.yours'))
}

function statusOf(request: Request): MessageKey {
  const { status, thread } = request
  const now = standing(request)
  if (now === 'accepted') return thread && thread.status !== 'open' ? `requests.${thread.status}` : 'requests.accepted'
  if (now === 'memory') return 'receipt.memory'
  return status === 'accepted' ? 'requests.kept' : `requests.${status}`
}

function expectation({ status, receipt, thread, dueAt }: Request, locale: string, say: Say) {
  const expected = thread?.status === 'open' || !thread ? moment(thread?.expectBy ?? receipt?.expectBy, locale) : undefined
  const next = status === 'waiting' ? moment(dueAt, locale) : undefined
  if (expected) return html`<p class="quiet">${say('receipt.expectBy', { time: expected })}</p>`
  return next ? html`<p class="quiet">${say('receipt.nextTry', { time: next })}</p>` : nothing
}

function message({ from, author, at, text }: Message, locale: string, say: Say) {
  if (!text) return nothing
  return html`<div class="message ${from}">
    <p class="quiet">
      ${dotted([from === 'customer' ? say('requests.you') : (author?.name ?? say('requests.team')), moment(at, locale)])}
    </p>
    <p class="text" dir="auto">${text}</p>
  </div>`
}
