// @ts-check
import { facts, missing, part, quote, words } from './blocks.js'
import { el, moment } from './dom.js'
import { rungName } from './words.js'

/** Somebody else's address: a link only where it is one for a page. @param {unknown} value */
function link(value) {
  if (typeof value !== 'string' || !value) return undefined
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) return value
  return el('a', { href: value, rel: 'noreferrer', target: '_blank' }, value)
}

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

/** @param {unknown} value */
const yes = value => (value ? 'yes' : 'no')

/** An earlier issue of the case, or a message between it and the next. @param {any} step */
function earlierStep(step) {
  const files = (step.attachments ?? []).map((/** @type {any} */ file) => file.name).join(', ')
  return el('li', {},
    step.from ? el('strong', {}, step.from === 'staff' ? 'Staff' : 'Customer') : el('a', { href: `#/${step.id}`, class: 'mono' }, step.reference ?? step.id),
    step.createdAt && ' ', step.createdAt && moment(step.createdAt), quote(step.story),
    step.outcome && el('p', {}, 'Wanted: ', el('q', { dir: 'auto' }, step.outcome)),
    files && el('p', { class: 'soft' }, `With ${files}, to be seen there`))
}

/** What goes with it: who, after what, where, and with which device. @param {any} row */
export function contextParts({ issue, receipt, verified }) {
  const { contact = {}, subject = {}, environment = {}, escalation, diagnostics = {}, consent = {} } = issue
  const { channel } = contact
  return [
    part('How to answer', issue.kind === 'gap' ? el('p', { class: 'soft' }, 'Nobody waits for an answer. An article can give it to the next one who asks.') : facts([
      ['Name', contact.name],
      ['E-mail', contact.email && el('a', { href: `mailto:${encodeURIComponent(contact.email).replace('%40', '@')}` }, contact.email)],
      ['Telephone', contact.phone],
      ['Wants', channel === 'none' ? 'to read it here' : channel],
      ['At', contact.when],
      ['Verified', verified && words(verified)],
    ]) || el('p', { class: 'soft' }, issue.filedBy
      ? 'No address was left. The answer can be read where it was written down, and by who was given its link.'
      : 'No address was left. The answer appears under “Your requests” on the customer’s own device.')),
    part('Before writing', journeyRows(issue.journey)),
    part('An earlier step of the same case', escalation && el('p', {}, `Taken to ${rungName(escalation.rung)}, level ${escalation.level}`, escalation.reason ? `: ${escalation.reason}` : '.'),
      issue.history?.length > 0 && el('ol', { class: 'plain' }, ...issue.history.map(earlierStep))),
    part('Where', facts([
      ['Page', link(subject.url)], ['Title', subject.title], ['Product', subject.product && [subject.product.name, subject.product.id].filter(Boolean).join(', ')],
      ['Element', subject.element && [subject.element.text, subject.element.selector].filter(Boolean).join(' · ')],
    ])),
    part('With', facts([
      ['Language', environment.locale], ['Time zone', environment.timeZone], ['Window', environment.viewport?.join(' × ')],
      ['Came from', link(environment.referrer)], ['Browser', environment.userAgent],
    ])),
    part('The customer agreed to', facts([
      ['Environment', consent.environment !== undefined && yes(consent.environment)], ['Diagnostics', consent.diagnostics !== undefined && yes(consent.diagnostics)],
      ['Picture of the page', consent.screenshot !== undefined && yes(consent.screenshot)],
    ])),
    part('Diagnostics', diagnostics.versions && facts(Object.entries(diagnostics.versions).map(([name, version]) => [name, words(version)])), ...[...(diagnostics.errors ?? []), ...(diagnostics.requests ?? [])].map(entry => el('pre', { tabindex: 0 }, words(entry)))),
    part('What the customer was told', facts([
      ['Reference', receipt.reference], ['Answer by', receipt.expectBy && moment(receipt.expectBy)], ['If none comes', receipt.next],
    ])),
  ]
}
