// @ts-check
import { facts, quote, words } from './blocks.js'
import { el, moment } from './dom.js'
import { fieldName, messageKinds, ratingWords } from './words.js'

/** @param {any} declared */
const fieldLabel = declared => (typeof declared?.label === 'string' ? declared.label : declared?.label?.en ?? words(declared?.name))

/** What a question asked, by the names of its fields. @param {any[]} messages @param {any} answer */
function askedNames(messages, answer) {
  const question = messages.find(message => message.id === answer.answerTo)
  return new Map((question?.fields ?? []).map((/** @type {any} */ declared) => [declared?.name, fieldLabel(declared)]))
}

/** Who says it, and what it is besides words. @param {any} message */
function speaker({ from, author, kind }) {
  if (kind === 'escalated') return [el('strong', {}, `Taken to ${author?.name ?? 'the next level'}`), ' ']
  const what = messageKinds.get(kind)
  return [el('strong', {}, from === 'staff' ? author?.name ?? 'Staff' : 'Customer'), what ? ` ${what} ` : ' ']
}

/** @param {any} message @param {number} at @param {any} row */
function entry(message, at, row) {
  const { messages, attachments } = row
  const names = askedNames(messages, message)
  // Said once for all that follow one another.
  const step = (at === 0 || message.issue !== messages[at - 1].issue) && row.case.find((/** @type {any} */ each) => each.id === (message.issue ?? row.id))
  const files = attachments.filter((/** @type {any} */ file) => file.message === message.id)
  return el('li', { class: message.from },
    el('p', { class: 'message-head' },
      ...speaker(message), moment(message.at),
      row.case.length > 1 && step && ' ', row.case.length > 1 && step && el('span', { class: 'mono' }, step.reference)),
    quote(message.text),
    message.rating && el('p', {}, ratingWords(message.rating)),
    message.fields?.length > 0 && el('ul', { class: 'plain' }, ...message.fields.map((/** @type {any} */ declared) => el('li', {}, fieldLabel(declared)))),
    facts(Object.entries(message.answers ?? {}).map(([name, value]) => [names.get(name) ?? fieldName(name), words(value)])),
    files.length > 0 && el('ul', { class: 'plain' }, ...files.map((/** @type {any} */ file) => el('li', {}, el('a', { href: file.href, download: file.name }, file.name)))))
}

/** The messages of the whole case, oldest first. @param {any} row */
export const threadList = row => row.messages.length > 0 &&
  el('ol', { class: 'thread', 'aria-label': 'Messages' }, ...row.messages.map((/** @type {any} */ message, /** @type {number} */ at) => entry(message, at, row)))
