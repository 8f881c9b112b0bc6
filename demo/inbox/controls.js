// @ts-check
import { changeIssue } from './api.js'
import { authorName, rememberAuthor } from './author.js'
import { el, say } from './dom.js'
import { statuses, topicName, topics } from './words.js'

/** A moment as a field for day and time has it: without a zone, in that of this desk. @param {string | undefined} iso */
function localMoment(iso) {
  if (!iso) return ''
  const date = new Date(iso)
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

const option = (/** @type {string} */ value, /** @type {string} */ name, /** @type {string | undefined} */ wanted) =>
  el('option', { value, selected: value === (wanted ?? '') }, name)

/** A topic brings its department along. @param {string} id */
const moved = id => ({ topic: id || null, ...(topics.has(id) && { audience: topics.get(id)?.audience ?? null }) })

/** What staff can change of an issue. @param {any} row @param {() => Promise<void>} changed */
export function controls(row, changed) {
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
  const known = new Set([...topics.keys(), ...(row.topic ? [row.topic] : [])])
  const owner = el('input', { id: 'set-owner', value: row.owner?.name ?? '', autocomplete: 'off' })
  const promise = el('input', { id: 'set-promise', type: 'datetime-local', value: localMoment(row.expectBy) })
  const own = (/** @type {string} */ name) => set({ owner: name ? { name } : null }, name ? `${name} has it.` : 'Nobody has it now.')
  function take() {
    const name = authorName() || owner.value.trim()
    if (!name) return owner.focus()
    rememberAuthor(name)
    void own(name)
  }
  const promised = () => set({ expectBy: promise.value ? new Date(promise.value).toISOString() : null }, promise.value ? 'The customer reads the new time.' : 'No time is promised now.')
  return el('div', { class: 'controls' },
    el('div', {}, el('label', { for: 'set-status' }, 'Status'), el('select', { id: 'set-status', onchange: event => void set({ status: event.target.value }, `Status: ${statuses.get(event.target.value)}.`) },
      ...[...statuses].map(([value, name]) => option(value, name, row.status)))),
    el('div', {}, el('label', { for: 'set-topic' }, 'Topic'), el('select', { id: 'set-topic', onchange: event => void set(moved(event.target.value), `Topic: ${topicName(event.target.value)}.`) },
      option('', 'No topic', row.topic), ...[...known].map(id => option(id, topicName(id), row.topic)))),
    el('form', { class: 'owner', onsubmit: event => (event.preventDefault(), void own(owner.value.trim())) },
      el('div', {}, el('label', { for: 'set-owner' }, 'Owner'), owner),
      el('button', { class: 'quiet' }, 'Set'),
      el('button', { class: 'quiet', type: 'button', onclick: take }, 'I take it')),
    row.kind !== 'gap' && el('form', { class: 'owner', onsubmit: event => (event.preventDefault(), void promised()) },
      el('div', {}, el('label', { for: 'set-promise' }, 'Answer promised by'), promise),
      el('button', { class: 'quiet' }, 'Promise')),
    el('button', {
      class: 'quiet', type: 'button', id: 'set-spam',
      onclick: () => void set({ suspicions: row.suspicions ? null : ['spam'] }, row.suspicions ? 'It is no spam.' : 'It is labelled as spam; it stays where it is.'),
    }, row.suspicions ? 'This is no spam' : 'This is spam'))
}
