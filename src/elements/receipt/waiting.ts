import { html, nothing } from 'lit'
import type { SubmissionState } from '../../desk/state.ts'
import { caseText } from '../shared/case-text.ts'
import { dotted } from '../shared/dotted.ts'
import { fileSize } from '../shared/file-size.ts'
import { moment } from '../shared/moment.ts'
import type { Say } from '../shared/say.ts'
import { standing } from '../shared/standing.ts'

/** What became of an issue that has not been accepted, and what happens next. */
export function waiting(submission: SubmissionState, locale: string, say: Say, why?: 'blocked' | 'consent') {
  const { status, failure, issue } = submission
  return html`<p>${say(sentence(submission, why))}</p>
    ${status === 'refused' && failure?.detail ? html`<p dir="auto">${say('receipt.detail', { detail: failure.detail })}</p>` : nothing}
    ${status === 'waiting' ? html`<p class="quiet">${times(submission, locale, say)}</p>` : nothing}
    ${status === 'sending' ? underWay(submission, locale, say) : nothing}
    ${status === 'refused' || !submission.durable ? words(caseText(issue), say) : nothing}`
}

/** Since when it waits, and when it is tried again. */
function times({ issue, dueAt }: SubmissionState, locale: string, say: Say) {
  const since = moment(issue.createdAt, locale)
  const next = moment(dueAt, locale)
  return dotted([since && say('receipt.since', { time: since }), next && say('receipt.nextTry', { time: next })])
}

/** That nothing of it is lost is seen, not only said. */
const words = (text: string, say: Say) =>
  text ? html`<details><summary>${say('receipt.yours')}</summary><p class="words" dir="auto">${text}</p></details>` : nothing

/** With files it takes a while. How far it got nobody tells us, so the bar does not say. */
function underWay({ issue: { attachments = [] } }: SubmissionState, locale: string, say: Say) {
  const bytes = attachments.reduce((sum, { size }) => sum + size, 0)
  if (!bytes) return html`<p class="quiet">${say('receipt.sending')}</p>`
  const label = say('receipt.sendingSize', { size: fileSize(bytes, locale) })
  return html`<p class="quiet">${label}</p><progress aria-label=${label}></progress>`
}

function sentence(submission: SubmissionState, why?: 'blocked' | 'consent') {
  const now = standing(submission)
  if (now === 'refused') return submission.failure?.code === 'transport/too-large' || submission.failure?.status === 413 ? 'receipt.tooLarge' : 'receipt.refusedText'
  if (now === 'memory') return why === 'consent' ? 'queue.consent' : 'receipt.memoryText'
  if (why === 'blocked') return 'queue.blocked'
  // No status: nobody answered, which for the customer is the connection.
  return submission.status === 'waiting' && submission.failure?.status ? 'receipt.waitingText' : 'receipt.keptText'
}
