import { html, nothing } from 'lit'
import type { SubmissionState } from '../../desk/state.ts'
import { moment } from '../shared/moment.ts'
import type { Say } from '../shared/say.ts'
import { standing } from '../shared/standing.ts'

/** What became of an issue that has not been accepted, and what happens next. */
export function waiting(submission: SubmissionState, locale: string, say: Say) {
  const { status, failure, dueAt } = submission
  const time = status === 'waiting' ? moment(dueAt, locale) : undefined
  return html`<p>${say(sentence(submission))}</p>
    ${status === 'refused' && failure?.detail ? html`<p dir="auto">${say('receipt.detail', { detail: failure.detail })}</p>` : nothing}
    ${time ? html`<p class="quiet">${say('receipt.nextTry', { time })}</p>` : nothing}
    ${status === 'sending' ? html`<p class="quiet">${say('receipt.sending')}</p>` : nothing}`
}

function sentence(submission: SubmissionState) {
  const now = standing(submission)
  if (now === 'refused') return submission.failure?.status === 413 ? 'receipt.tooLarge' : 'receipt.refusedText'
  if (now === 'memory') return 'receipt.memoryText'
  // No status: nobody answered, which for the customer is the connection.
  return submission.status === 'waiting' && submission.failure?.status ? 'receipt.waitingText' : 'receipt.keptText'
}
