// @ts-check
import { el, moment } from './dom.js'
import { markSpans, promiseWords } from './marks.js'
import { tick, ticked } from './ticked.js'
import { kinds, ratingWords, statuses, topicName } from './words.js'

/** What one department has to read of an issue: the whole of it, or the remark that is for them. @param {any} issue @param {string} audience */
function remarkFor(issue, audience) {
  if (!audience || issue.audience === audience) return undefined
  return issue.observations.find((/** @type {any} */ observation) => observation.audience === audience)?.text
}

/** @param {number} count @param {string} word */
const several = (count, word) => count > 0 && `${count} ${word}${count > 1 ? 's' : ''}`

/** @param {any} issue @param {string | undefined} remark */
const heading = (issue, remark) =>
  remark || issue.summary || (issue.rating ? ratingWords(issue.rating) : issue.observations[0]?.text) || kinds.get(issue.kind) || issue.kind

/** One issue of the list. @param {any} issue @param {string} audience the department that reads */
export function line(issue, audience) {
  const remark = remarkFor(issue, audience)
  const due = promiseWords(issue)
  const notes = [
    remark ? 'Remark beside another issue' : kinds.get(issue.kind) ?? issue.kind,
    issue.topic && topicName(issue.topic),
    several(issue.observations.length, 'observation'),
    several(issue.attachmentCount, 'file'),
    issue.audience,
    issue.owner?.name,
  ].filter(Boolean)
  const name = heading(issue, remark)
  return el('li', { class: 'row' },
    el('label', { class: 'tick' }, el('input', {
      type: 'checkbox', id: `tick-${issue.id}`, checked: ticked.has(issue.id), 'aria-label': `Tick ${issue.reference}`,
      onchange: event => tick(issue.id, `${issue.reference} · ${name}`, event.target.checked),
    })),
    el('a', { href: `#/${issue.id}`, class: `line ${issue.status}${issue.late ? ' late' : ''}`, 'data-id': issue.id },
      el('span', { class: 'line-head' }, el('span', { class: 'mono' }, issue.reference), moment(issue.acceptedAt)),
      el('span', { class: 'line-title', dir: 'auto' }, name),
      markSpans(issue),
      el('span', { class: 'line-notes' },
        el('span', { class: `dot kind-${issue.kind}`, 'aria-hidden': 'true' }),
        el('span', {}, notes.join(' · ')),
        el('span', { class: 'line-status' }, due || (statuses.get(issue.status) ?? issue.status)))))
}

/** What of a line may change by the clock alone. @param {any} issue @param {string} audience */
export const lineState = (issue, audience) => [promiseWords(issue), remarkFor(issue, audience)]
