// @ts-check
import { answerForm } from './answer.js'
import { readIssue } from './api.js'
import { casePart } from './case.js'
import { forwardPart, forwardsView } from './forwards.js'
import { changedView } from './changed.js'
import { contextParts } from './context-parts.js'
import { controls } from './controls.js'
import { byId, el, moment } from './dom.js'
import { kudosView } from './kudos.js'
import { age, markList, promiseWords } from './marks.js'
import { storyParts } from './parts.js'
import { threadList } from './thread.js'
import { filedWords, kinds, topicRoute } from './words.js'

const sheet = byId('sheet')
let open = ''
let drawn = ''

/** @param {any} row */
const title = row => row.summary || row.issue.story?.slice(0, 100) || kinds.get(row.kind) || row.kind

/** @param {any} row @param {() => Promise<void>} changed */
const head = (row, changed) => el('div', { class: `sheet-head${row.late ? ' late' : ''}` },
  el('p', { class: 'soft' }, el('span', { class: 'mono' }, row.reference), ' · ', kinds.get(row.kind) ?? row.kind, ' · ', moment(row.acceptedAt),
    `, ${age(row.acceptedAt)}`, row.audience ? ` · ${topicRoute(row.topic, row.audience)}` : '',
    promiseWords(row) && ' · ', promiseWords(row) && el('span', { class: 'line-status' }, promiseWords(row))),
  row.issue.filedBy && el('p', { class: 'soft' }, filedWords(row.issue.filedBy)),
  el('h2', { tabindex: -1, id: 'title', dir: 'auto' }, title(row)),
  markList(row),
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
  const now = JSON.stringify([row, promiseWords(row), age(row.acceptedAt)])
  if (!another && now === drawn) return
  drawn = now
  const changed = async () => void await Promise.all([showIssue(id, listChanged), listChanged()])
  const blocks = {
    head: head(row, changed),
    parts: el('div', { class: 'parts' }, el('div', {}, ...storyParts(row)), el('div', { class: 'context' }, ...contextParts(row))),
    thread: el('div', { class: 'messages' }, casePart(row), forwardPart(row, changed), threadList(row)),
  }
  if (another) {
    document.title = `${row.reference} · Inbox`
    sheet.replaceChildren(el('a', { class: 'back', href: '#/' }, 'Back to the list'), blocks.head, blocks.parts, blocks.thread,
      // Nobody would read it.
      ...(row.kind === 'gap' ? [] : [answerForm(id, changed)]))
    return byId('title').focus({ preventScroll: true })
  }
  const focused = document.activeElement?.id
  const typing = focused === 'set-owner' || focused === 'set-promise' ? /** @type {HTMLInputElement} */ (document.activeElement).value : undefined
  sheet.querySelector('.sheet-head')?.replaceWith(blocks.head)
  sheet.querySelector('.parts')?.replaceWith(blocks.parts)
  sheet.querySelector('.messages')?.replaceWith(blocks.thread)
  if (focused && typing !== undefined) /** @type {HTMLInputElement} */ (byId(focused)).value = typing
  if (focused && sheet.contains(byId(focused))) byId(focused).focus({ preventScroll: true })
}

/** Shows what is no issue: thanks, the note about a change, or what could not be passed on. @param {string} name @param {string} rest */
export async function showView(name, rest) {
  open = `#${name}`
  drawn = ''
  document.body.classList.add('reading')
  const view = name === 'kudos' ? await kudosView(rest) : name === 'forwards' ? await forwardsView() : changedView()
  if (open !== `#${name}`) return
  document.title = `${view.querySelector('h2')?.textContent} · Inbox`
  sheet.replaceChildren(el('a', { class: 'back', href: '#/' }, 'Back to the list'), view)
  byId('title').focus({ preventScroll: true })
}
