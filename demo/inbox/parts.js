// @ts-check
import { el, moment } from './dom.js'
import { ratingWords, topicRoute } from './words.js'

/** @typedef {import('./dom.js').Child} Child */

/** A titled part of an issue; nothing when it has nothing in it. @param {string} title @param {...Child} children */
const part = (title, ...children) => children.some(Boolean) && el('section', { class: 'part' }, el('h3', {}, title), ...children)

/** @param {[string, Child][]} rows */
function facts(rows) {
  const present = rows.filter(([, value]) => value)
  return present.length > 0 && el('dl', { class: 'facts' }, ...present.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))))
}

/** Somebody else's address: a link only where it is one for a page. @param {unknown} value */
function link(value) {
  if (typeof value !== 'string' || !value) return undefined
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) return value
  return el('a', { href: value, rel: 'noreferrer', target: '_blank' }, value)
}

/** @param {unknown} value @returns {string} */
const words = value => (typeof value === 'string' ? value : JSON.stringify(value, null, 1) ?? '')

/** @param {string | undefined} text */
const quote = text => !!text && el('p', { class: 'quote', dir: 'auto' }, text)

/** What the customer did not find in it. @param {any} article */
const missing = article => (article?.missing ? [', missing: ', el('q', { dir: 'auto' }, words(article.missing))] : [])

/** @param {any} journey */
function journeyRows(journey = {}) {
  const searches = (journey.searches ?? []).map((/** @type {any} */ search) => el('li', {},
    'Searched ', el('q', { dir: 'auto' }, search.query), `: ${search.count} found`, search.opened?.length ? `, opened ${search.opened.join(', ')}` : ''))
  const articles = (journey.articles ?? []).map((/** @type {any} */ article) => el('li', {},
    'Read ', el('span', { class: 'mono' }, article.id), article.seconds ? ` for ${Math.round(article.seconds)} s` : '',
    article.helpful === undefined ? '' : article.helpful ? ': it helped' : ': it did not help',
    ...missing(article), article.thanked ? ', thanked its author' : ''))
  const signals = (journey.signals ?? []).map((/** @type {any} */ signal) => el('li', {}, `Sign of trouble: ${signal.type}, `, moment(signal.at)))
  const all = [...searches, ...articles, ...signals]
  return all.length > 0 && el('ul', { class: 'plain' }, ...all)
}

/** What nobody could answer: searches that led nowhere, and articles that did not help. @param {any} issue */
function gapRows({ kind, answers }) {
  if (kind !== 'gap') return undefined
  const { searches, articles } = answers ?? {}
  const rows = [
    ...(Array.isArray(searches) ? searches : []).map(search => el('li', {},
      el('q', { dir: 'auto' }, words(search?.query)), search?.count ? `: ${words(search.count)} found, none opened` : ': nothing found')),
    ...(Array.isArray(articles) ? articles : []).map(article => el('li', {},
      el('span', { class: 'mono' }, words(article?.id)), ' did not help', ...missing(article))),
  ]
  return rows.length > 0 && el('ul', { class: 'plain' }, ...rows)
}

/** @param {any} entry */
const size = entry => (entry.size > 99_999 ? `${(entry.size / 1_000_000).toFixed(1)} MB` : `${Math.ceil(entry.size / 1000)} kB`)

/** What the customer said. All of it is a stranger's word, and shown as text. @param {any} row */
export function storyParts({ issue, observations, attachments }) {
  return [
    part('What happened', quote(issue.story)),
    part('What would make it right', quote(issue.outcome)),
    part('Rating', issue.rating && el('p', {}, ratingWords(issue.rating))),
    part('Also noticed', observations.length > 0 && el('ul', { class: 'notes' }, ...observations.map((/** @type {any} */ observation) =>
      el('li', {}, el('p', { class: 'tag' }, topicRoute(observation.topic)), quote(observation.text))))),
    part('Attachments', attachments.length > 0 && el('ul', { class: 'plain' }, ...attachments.map((/** @type {any} */ file) =>
      el('li', {}, el('a', { href: file.href, download: file.name }, file.name), ` ${file.type}, ${size(file)}`)))),
    part('Without an answer', gapRows(issue)),
    part('From the form', issue.kind !== 'gap' && facts(Object.entries(issue.answers ?? {}).map(([name, value]) => [name, words(value)]))),
  ]
}

/** What goes with it: who, after what, where, and with which device. @param {any} row */
export function contextParts({ issue, receipt, verified }) {
  const { contact = {}, subject = {}, environment = {}, escalation, diagnostics = {} } = issue
  const { channel } = contact
  return [
    part('How to answer', issue.kind === 'gap' ? el('p', { class: 'soft' }, 'Nobody waits for an answer. An article can give it to the next one who asks.') : facts([
      ['Name', contact.name],
      ['E-mail', contact.email && el('a', { href: `mailto:${encodeURIComponent(contact.email).replace('%40', '@')}` }, contact.email)],
      ['Telephone', contact.phone],
      ['Wants', channel === 'none' ? 'no answer' : channel],
      ['Verified', verified && words(verified)],
    ]) || el('p', { class: 'soft' }, 'No address was left. The answer appears under “Your requests” on the customer’s own device.')),
    part('Before writing', journeyRows(issue.journey)),
    part('An earlier step of the same case', escalation && el('p', {}, `Taken to ${escalation.rung}, level ${escalation.level}`, escalation.reason ? `: ${escalation.reason}` : '.'),
      issue.history?.length > 0 && el('ol', { class: 'plain' }, ...issue.history.map((/** @type {any} */ step) =>
        el('li', {}, el('a', { href: `#/${step.id}`, class: 'mono' }, step.reference ?? step.id), ' ', quote(step.story))))),
    part('Where', facts([
      ['Page', link(subject.url)], ['Title', subject.title], ['Product', subject.product && [subject.product.name, subject.product.id].filter(Boolean).join(', ')],
      ['Element', subject.element && [subject.element.text, subject.element.selector].filter(Boolean).join(' · ')],
    ])),
    part('With', facts([
      ['Language', environment.locale], ['Time zone', environment.timeZone], ['Window', environment.viewport?.join(' × ')],
      ['Came from', link(environment.referrer)], ['Browser', environment.userAgent],
    ])),
    part('Diagnostics', ...[...(diagnostics.errors ?? []), ...(diagnostics.requests ?? [])].map(entry => el('pre', { tabindex: 0 }, words(entry)))),
    part('What the customer was told', facts([
      ['Reference', receipt.reference], ['Answer by', receipt.expectBy && moment(receipt.expectBy)], ['If none comes', receipt.next],
    ])),
  ]
}
