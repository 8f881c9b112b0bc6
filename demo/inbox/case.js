// @ts-check
import { part } from './blocks.js'
import { el, moment } from './dom.js'
import { promiseWords } from './marks.js'
import { rungName, statuses } from './words.js'

/** @param {any} step @param {string} id */
const stepLine = (step, id) => el('li', { class: step.late ? 'late' : '' },
  el('span', {}, `Level ${step.level}`), ' ',
  step.id === id ? el('strong', { class: 'mono' }, step.reference) : el('a', { href: `#/${step.id}`, class: 'mono' }, step.reference), ' ',
  moment(step.acceptedAt),
  el('span', {}, ` · ${step.owner?.name ?? (step.rung ? rungName(step.rung) : 'nobody')} ${step.wentOn || step.status === 'closed' ? 'had' : 'has'} it`),
  el('span', { class: 'line-status' }, promiseWords(step) || (statuses.get(step.status) ?? step.status)))

/** Every issue of the case, with who had it; nothing where there is but one. @param {any} row */
export const casePart = row => row.case.length > 1 &&
  el('div', { class: 'case' }, part('The whole case', el('ol', { class: 'steps' }, ...row.case.map((/** @type {any} */ step) => stepLine(step, row.id)))))
