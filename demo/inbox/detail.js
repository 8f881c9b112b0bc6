// @ts-check
import { changeIssue, readIssue } from './api.js'
import { authorName, rememberAuthor } from './author.js'
import { byId, el, moment, say } from './dom.js'
import { contextParts } from './context-parts.js'
import { storyParts } from './parts.js'
import { answerForm, threadList } from './thread.js'
import { filedWords, kinds, statuses, topicName, topicRoute, topics } from './words.js'

const sheet = byId('sheet')
let open = ''
let drawn = ''

/** @param {any} row @param {() => Promise<void>} changed */
function controls(row, changed) {
  /** @param {Record<string, unknown>} patch @param {string} sentence */
  const set = async (patch, sentence) => {
    try {
      await changeIssue(row.id, patch)
      await changed()
      say(sentence)
    } catch (error) {
      say(`That was not changed. ${error instanceof Error ? error.message : ''}`)
    }
  }
  const option = (/** @type {string} */ value, /** @type {string} */ name, /** @type {string | undefined} */ wanted) =>
    el('option', { value, selected: value === (wanted ?? '') }, name)
  const known = new Set([...topics.keys(), ...(row.topic ? [row.topic] : [])])
  const owner = el('input', { id: 'set-owner', value: row.owner?.name ?? '', autocomplete: 'off' })
  /** A topic brings its department along. @param {string} id */
  const moved = id => ({ topic: id || null, ...(topics.has(id) && { audience: topics.get(id)?.audience ?? null }) })
  const own = (/** @type {string} */ name) => set({ owner: name ? { name } : null }, name ? `${name} has it.` : 'Nobody has it now.')
  return el('div', { class: 'controls' },
    el('div', {}, el('label', { for: 'set-status' }, 'Status'), el('select', { id: 'set-status', onchange: event => void set({ status: event.target.value }, `Status: ${statuses.get(event.target.value)}.`) },
      ...[...statuses].map(([value, name]) => option(value, name, row.status)))),
    el('div', {}, el('label', { for: 'set-topic' }, 'Topic'), el('select', { id: 'set-topic', onchange: event => void set(moved(event.target.value), `Topic: ${topicName(event.target.value)}.`) },
      option('', 'No topic', row.topic), ...[...known].map(id => option(id, topicName(id), row.topic)))),
    el('form', { class: 'owner', onsubmit: event => (event.preventDefault(), void own(owner.value.trim())) },
      el('div', {}, el('label', { for: 'set-owner' }, 'Owner'), owner),
      el('button', { class: 'quiet' }, 'Set'),
      el('button', {
        class: 'quiet', type: 'button', onclick: () => {
          const name = authorName() || owner.value.trim()
          if (!name) return owner.focus()
          rememberAuthor(name)
          void own(name)
        },
      }, 'I take it')))
}

/** @param {any} row */
const title = row => row.summary || row.issue.story?.slice(0, 100) || kinds.get(row.kind) || row.kind

/** @param {any} row @param {() => Promise<void>} changed */
const head = (row, changed) => el('div', { class: 'sheet-head' },
  el('p', { class: 'soft' }, el('span', { class: 'mono' }, row.reference), ' · ', kinds.get(row.kind) ?? row.kind, ' · ', moment(row.acceptedAt),
    row.audience ? ` · ${topicRoute(row.topic, row.audience)}` : ''),
  row.issue.filedBy && el('p', { class: 'soft' }, filedWords(row.issue.filedBy)),
  el('h2', { tabindex: -1, id: 'title', dir: 'auto' }, title(row)),
  controls(row, changed))

/** Shows one issue; called again, only what changed is drawn anew. @param {string} id @param {() => Promise<void>} listChanged */
export async function showIssue(id, listChanged) {
  const another = id !== open
  open = id
  document.body.classList.toggle('reading', id !== '')
  if (!id) {
    drawn = ''
    document.title = 'Inbox · Hollow & Reed'
    return sheet.replaceChildren(el('p', { class: 'empty' }, 'Choose an issue to read it.'))
  }
  const row = await readIssue(id)
  if (id !== open) return
  const now = JSON.stringify(row)
  if (!another && now === drawn) return
  drawn = now
  const changed = async () => void await Promise.all([showIssue(id, listChanged), listChanged()])
  const blocks = {
    head: head(row, changed),
    parts: el('div', { class: 'parts' }, el('div', {}, ...storyParts(row)), el('div', { class: 'context' }, ...contextParts(row))),
    thread: el('div', { class: 'messages' }, threadList(row)),
  }
  if (another) {
    document.title = `${row.reference} · Inbox`
    sheet.replaceChildren(el('a', { class: 'back', href: '#/' }, 'Back to the list'), blocks.head, blocks.parts, blocks.thread,
      // Nobody would read it.
      ...(row.kind === 'gap' ? [] : [answerForm(id, changed)]))
    return byId('title').focus({ preventScroll: true })
  }
  const focused = document.activeElement?.id
  const typing = focused === 'set-owner' ? /** @type {HTMLInputElement} */ (document.activeElement).value : undefined
  sheet.querySelector('.sheet-head')?.replaceWith(blocks.head)
  sheet.querySelector('.parts')?.replaceWith(blocks.parts)
  sheet.querySelector('.messages')?.replaceWith(blocks.thread)
  if (typing !== undefined) /** @type {HTMLInputElement} */ (byId('set-owner')).value = typing
  if (focused && sheet.contains(byId(focused))) byId(focused).focus({ preventScroll: true })
}
