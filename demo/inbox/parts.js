// @ts-check
import { facts, missing, part, quote, words } from './blocks.js'
import { el } from './dom.js'
import { fieldName, ratingWords, topicRoute } from './words.js'

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
export function storyParts({ issue, observations, attachments: all }) {
  // The others came with messages, and are shown there.
  const attachments = all.filter((/** @type {any} */ file) => !file.message)
  return [
    part('What happened', quote(issue.story)),
    part('What would make it right', quote(issue.outcome)),
    part('Rating', issue.rating && el('p', {}, ratingWords(issue.rating))),
    part('Also noticed', observations.length > 0 && el('ul', { class: 'notes' }, ...observations.map((/** @type {any} */ observation) =>
      el('li', {}, el('p', { class: 'tag' }, topicRoute(observation.topic, observation.audience)), quote(observation.text))))),
    part('Attachments', attachments.length > 0 && el('ul', { class: 'plain' }, ...attachments.map((/** @type {any} */ file) =>
      el('li', {},
        /^image\/(?:png|jpeg|webp|gif)$/.test(file.type) && el('a', { href: file.href, download: file.name, class: 'picture' }, el('img', { src: file.href, alt: `Picture: ${file.name}`, loading: 'lazy' })),
        el('a', { href: file.href, download: file.name }, file.name), ` ${file.type}, ${size(file)}`)))),
    part('Without an answer', gapRows(issue)),
    part('From the form', issue.kind !== 'gap' && facts(Object.entries(issue.answers ?? {}).map(([name, value]) => [fieldName(name), words(value)]))),
  ]
}
