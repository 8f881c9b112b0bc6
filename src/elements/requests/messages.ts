import { html, nothing } from 'lit'
import type { AttachmentInfo } from '../../core/issue/issue.ts'
import type { Message, MessageKind } from '../../core/issue/thread.ts'
import type { MessageState } from '../../desk/state.ts'
import type { MessageKey } from '../../locale/en.ts'
import { dotted } from '../shared/dotted.ts'
import { fileSize } from '../shared/file-size.ts'
import { moment } from '../shared/moment.ts'
import type { Say } from '../shared/say.ts'
import { isScale, nameOf } from '../shared/scale.ts'
import type { AnswersIn } from './case-room.ts'

export interface Conversation {
  /** Those of the whole case, oldest first. */
  messages: readonly Message[]
  /** Of those, the ones on their way. */
  underway: ReadonlyMap<string, MessageState>
  /** Those not seen before. */
  fresh: ReadonlySet<string>
  /** Who has the case. */
  owner: string | undefined
  locale: string
  /** How to read the answers to a question, once it is here. */
  answersIn?: AnswersIn | undefined
}

/** What happened, told in a line instead of in somebody's words. */
const lines: { readonly [kind in MessageKind]?: MessageKey } = {
  solved: 'line.solved', 'not-solved': 'line.notSolved', rating: 'line.rating', praise: 'line.praise', holds: 'line.holds',
  'holds-not': 'line.holdsNot', 'taken-back': 'line.takenBack', changed: 'line.changed', escalated: 'line.escalated',
}

/** What was said and what happened, oldest first, and what becomes of what is still on its way. */
export function conversation(all: Conversation, say: Say) {
  return html`<ol class="messages">${all.messages.map(each => message(each, all, say))}</ol>`
}

function message(one: Message, all: Conversation, say: Say) {
  const { id, from, author, at, text, kind, attachments = [] } = one
  const { locale, owner } = all
  const line = kind && lines[kind]
  const answers = one.answers ? (all.answersIn?.(one, all.messages, locale) ?? []) : []
  if (!line && !text && !attachments.length && !answers.length) return nothing
  const time = moment(at, locale)
  const mark = all.fresh.has(id) ? html`<span class="new">${say('requests.new')}</span>` : nothing
  const words = text ? html`<p class="text" dir="auto">${text}</p>` : nothing
  const rest = html`${answerList(answers)}${attachmentList(attachments, locale, say)}${becomesOf(all.underway.get(id), locale, say)}`
  if (line) {
    const { rating } = one
    const value = rating && isScale(rating.scale) ? nameOf(rating.scale, rating.value, say) : ''
    return html`<li class="line ${kind}">
      <p class="quiet">${dotted([say(line, { name: owner ?? say('requests.team'), value }), time])} ${mark}</p>
      ${words}${rest}
    </li>`
  }
  return html`<li class="message ${from}">
    <p class="quiet">${dotted([from === 'customer' ? say('requests.you') : (author?.name ?? say('requests.team')), time])} ${mark}</p>
    ${words}${rest}
  </li>`
}

const answerList = (answers: readonly (readonly [string, string])[]) =>
  answers.length ? html`<dl class="answers">${answers.map(([name, value]) => html`<div><dt dir="auto">${name}</dt><dd dir="auto">${value}</dd></div>`)}</dl>` : nothing

/** Names and sizes. */
export function attachmentList(files: readonly AttachmentInfo[], locale: string, say: Say) {
  if (!files.length) return nothing
  return html`<ul class="attached" aria-label=${say('requests.files')}>
    ${files.map(({ name, size }) => html`<li><bdi>${name}</bdi> <span class="quiet">${fileSize(size, locale)}</span></li>`)}
  </ul>`
}

function becomesOf(underway: MessageState | undefined, locale: string, say: Say) {
  if (!underway || underway.status === 'accepted') return nothing
  const { status, durable, dueAt, failure } = underway
  if (status === 'refused') {
    return html`<p class="error">${say('underway.refused')}</p>${failure?.detail ? html`<p class="quiet" dir="auto">${say('receipt.detail', { detail: failure.detail })}</p>` : nothing}`
  }
  const next = status === 'waiting' ? moment(dueAt, locale) : undefined
  const said = !durable ? say('underway.memory') : status === 'sending' ? say('receipt.sending') : say('underway.kept')
  return html`<p class="quiet underway">${dotted([said, next && say('receipt.nextTry', { time: next })])}</p>`
}
