// @ts-check
import { listIssues } from './api.js'
import { byId, el, moment, say } from './dom.js'
import { kinds, ratingWords, statuses, topicName } from './words.js'

const list = byId('list')
const filters = /** @type {HTMLFormElement} */ (byId('filters'))
const more = byId('more')

/** @type {any[]} */
let shown = []
let drawn = ''
/** @type {string | undefined} */
let next
let asked = 0

function filter() {
  const query = new URLSearchParams({ limit: '50' })
  for (const [name, value] of new FormData(filters)) if (value) query.set(name, String(value))
  return query
}

const isLate = (/** @type {any} */ issue) => issue.kind !== 'gap' && issue.status === 'open' && issue.expectBy && new Date(issue.expectBy) < new Date()

/** What one department has to read of an issue: the whole of it, or the remark that is for them. @param {any} issue */
function remarkFor(issue) {
  const { audience } = /** @type {any} */ (Object.fromEntries(new FormData(filters)))
  if (!audience || issue.audience === audience) return undefined
  return issue.observations.find((/** @type {any} */ observation) => observation.audience === audience)?.text
}

/** @param {any} issue */
function line(issue) {
  const remark = remarkFor(issue)
  const heading = remark || issue.summary || (issue.rating ? ratingWords(issue.rating) : issue.observations[0]?.text) || kinds.get(issue.kind) || issue.kind
  const notes = [
    remark ? 'Remark beside another issue' : kinds.get(issue.kind) ?? issue.kind,
    issue.topic && topicName(issue.topic),
    issue.observations.length && `${issue.observations.length} observation${issue.observations.length > 1 ? 's' : ''}`,
    issue.attachmentCount && `${issue.attachmentCount} file${issue.attachmentCount > 1 ? 's' : ''}`,
    issue.audience,
    issue.owner?.name,
  ].filter(Boolean)
  return el('li', {},
    el('a', { href: `#/${issue.id}`, class: `line ${issue.status}${isLate(issue) ? ' late' : ''}`, 'data-id': issue.id },
      el('span', { class: 'line-head' }, el('span', { class: 'mono' }, issue.reference), moment(issue.acceptedAt)),
      el('span', { class: 'line-title' }, heading),
      el('span', { class: 'line-notes' },
        el('span', { class: `dot kind-${issue.kind}`, 'aria-hidden': 'true' }),
        notes.join(' · '),
        el('span', { class: 'line-status' }, isLate(issue) ? 'Late' : statuses.get(issue.status) ?? issue.status))))
}

/** Marks the open issue in the list. @param {string} id */
export function markCurrent(id) {
  for (const link of list.querySelectorAll('a')) {
    if (link.dataset['id'] === id) link.setAttribute('aria-current', 'true')
    else link.removeAttribute('aria-current')
  }
}

const currentId = () => list.querySelector('[aria-current]')?.getAttribute('data-id') ?? decodeURIComponent(location.hash.slice(2))

function draw() {
  const now = JSON.stringify([shown, shown.map(isLate), shown.map(remarkFor)])
  if (now === drawn) return
  drawn = now
  const focused = list.contains(document.activeElement) ? document.activeElement?.getAttribute('data-id') : undefined
  const current = currentId()
  list.replaceChildren(...shown.map(line))
  markCurrent(current)
  if (focused) /** @type {HTMLElement | null} */ (list.querySelector(`[data-id="${CSS.escape(focused)}"]`))?.focus({ preventScroll: true })
}

/** @param {string} id @param {Map<string, string>} names @param {Record<string, number>} counts @param {string} all */
function fillSelect(id, names, counts, all) {
  const select = /** @type {HTMLSelectElement} */ (byId(id))
  const wanted = select.value
  const values = [...new Set([...names.keys(), ...Object.keys(counts)])].filter(value => counts[value] || value === wanted)
  const options = [['', all], ...values.map(value => [value, `${names.get(value) ?? topicName(value)} (${counts[value] ?? 0})`])]
  const [now, before] = [JSON.stringify(options), select.dataset['options']]
  // An open list must not change under somebody's hand.
  if (now === before || document.activeElement === select) return
  select.dataset['options'] = now
  select.replaceChildren(...options.map(([value = '', name = '']) => el('option', { value }, name)))
  select.value = wanted
}

/** Asks anew and draws what has changed. `quietly`: by the clock, and only news are announced. */
export async function refreshList(quietly = false) {
  const mine = ++asked
  const query = filter()
  if (quietly) query.set('limit', String(Math.min(200, Math.max(50, shown.length))))
  const answer = await listIssues(query)
  if (mine !== asked) return
  const known = new Set(shown.map(issue => issue.id))
  const fresh = quietly && known.size ? answer.issues.filter((/** @type {any} */ issue) => !known.has(issue.id)).length : 0
  shown = answer.issues
  next = answer.next
  fillSelect('kind', kinds, answer.counts.kind, 'All kinds')
  fillSelect('status', statuses, answer.counts.status, 'Any status')
  fillSelect('topic', new Map(), answer.counts.topic, 'All topics')
  fillSelect('audience', new Map(Object.keys(answer.counts.audience).map(name => [name, name])), answer.counts.audience, 'All departments')
  byId('total').textContent = `${answer.counts.total} in all, ${answer.counts.status.open ?? 0} open`
  byId('empty').hidden = shown.length > 0
  byId('empty').textContent = answer.counts.total ? 'Nothing fits these filters.' : 'Nothing has come in yet. Send something from the shop: it appears here within seconds.'
  more.hidden = !next
  draw()
  if (fresh) say(`${fresh} new issue${fresh > 1 ? 's' : ''}.`)
  else if (!quietly && mine > 1) say(`${shown.length}${next ? ' or more' : ''} shown.`)
}

async function showOlder() {
  if (!next) return
  const query = filter()
  query.set('before', next)
  const answer = await listIssues(query)
  const first = answer.issues[0]?.id
  shown = [...shown, ...answer.issues]
  next = answer.next
  more.hidden = !next
  draw()
  if (first) /** @type {HTMLElement | null} */ (list.querySelector(`[data-id="${CSS.escape(first)}"]`))?.focus()
}

/** @param {(error: unknown) => void} failed */
export function startList(failed) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer
  const soon = () => (clearTimeout(timer), timer = setTimeout(() => refreshList().catch(failed), 200))
  filters.addEventListener('submit', event => (event.preventDefault(), soon()))
  filters.addEventListener('input', soon)
  more.addEventListener('click', () => void showOlder().catch(failed))
  list.addEventListener('keydown', event => {
    const links = [...list.querySelectorAll('a')]
    const at = links.indexOf(/** @type {HTMLAnchorElement} */ (document.activeElement))
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key]
    if (to === undefined || at < 0) return
    event.preventDefault()
    links[to]?.focus()
  })
}
