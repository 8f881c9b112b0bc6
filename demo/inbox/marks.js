// @ts-check
import { el } from './dom.js'
import { rungName, suspicionWords } from './words.js'

const minute = 60_000
const lengths = /** @type {const} */ ([[1440, 'day'], [60, 'hour'], [1, 'minute']])

/** A stretch of time in its largest unit, as somebody says it. @param {number} milliseconds */
export function span(milliseconds) {
  const minutes = Math.max(1, Math.floor(milliseconds / minute))
  const [size, name] = lengths.find(([size]) => minutes >= size) ?? lengths[2]
  const count = Math.floor(minutes / size)
  return `${count} ${name}${count > 1 ? 's' : ''}`
}

/** @param {string} iso */
export const age = iso => `${span(Date.now() - Date.parse(iso))} old`

const ordinals = ['', 'First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth', 'Ninth', 'Tenth']

/** How often it has been said, this time among them. @param {number} repeats */
export const timesWords = repeats => `${ordinals[repeats + 1] ?? `${repeats + 1}th`} time`

/** What became of the promise: broken since when, or due when. Words, so that nobody needs the colour. @param {any} row */
export function promiseWords({ status, kind, late, wentOn, expectBy }) {
  if (wentOn) return status === 'closed' ? '' : 'Taken further'
  if (status !== 'open' || kind === 'gap' || !expectBy) return ''
  const left = Date.parse(expectBy) - Date.now()
  return late || left < 0 ? `Late by ${span(-left)}` : `Due in ${span(left)}`
}

/** What somebody should know before they read on. @param {any} row */
export const markWords = ({ level, rung, repeats, leaving, reopened, synthetic, suspicions }) => [
  level > 1 && `Level ${level}${rung ? `, ${rungName(rung)}` : ''}`,
  reopened && 'Came back',
  repeats && timesWords(repeats),
  leaving && 'Thinks of leaving',
  synthetic && 'A test of ours',
  suspicions && `Perhaps spam: ${suspicionWords(suspicions)}`,
].filter(Boolean)

/** @param {any} row */
export function markList(row) {
  const words = markWords(row)
  return words.length > 0 && el('ul', { class: 'marks', 'aria-label': 'To know' }, ...words.map(word => el('li', {}, word)))
}

/** The same within a link, whose name they are part of. @param {any} row */
export function markSpans(row) {
  const words = markWords(row)
  return words.length > 0 && el('span', { class: 'marks' }, ...words.flatMap(word => [el('span', {}, word), ' ']))
}
