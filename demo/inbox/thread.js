// @ts-check
import { answerIssue } from './api.js'
import { authorName, rememberAuthor } from './author.js'
import { el, moment, say } from './dom.js'

/** The messages so far, oldest first. @param {any} row */
export const threadList = ({ messages }) => messages.length > 0 && el('ol', { class: 'thread', 'aria-label': 'Messages' }, ...messages.map((/** @type {any} */ message) =>
  el('li', { class: message.from },
    el('p', { class: 'message-head' }, el('strong', {}, message.from === 'staff' ? message.author?.name ?? 'Staff' : 'Customer'), ' ', moment(message.at)),
    el('p', { class: 'quote', dir: 'auto' }, message.text))))

/**
 * The form for an answer. It lives as long as the issue is open, so that a refresh never touches what is being typed.
 * @param {string} id @param {() => Promise<void>} sent called after the receiver has it
 */
export function answerForm(id, sent) {
  const author = el('input', { id: 'author', name: 'author', required: true, autocomplete: 'name', value: authorName() })
  const text = el('textarea', { id: 'text', name: 'text', rows: 5, required: true, maxlength: 10_000 })
  const problem = el('p', { class: 'problem', role: 'alert' })
  const button = el('button', {}, 'Send the answer')
  let messageId = crypto.randomUUID()
  let tried = ''

  async function send() {
    if (button.getAttribute('aria-disabled')) return
    problem.textContent = ''
    // Not `disabled`: the focus would be lost.
    button.setAttribute('aria-disabled', 'true')
    rememberAuthor(author.value.trim())
    // Another text is another message; the same one, sent again, is not.
    if (text.value !== tried) messageId = crypto.randomUUID()
    tried = text.value
    try {
      await answerIssue(id, { id: messageId, text: text.value, author: { name: author.value.trim() } })
      text.value = tried = ''
      await sent()
      say('Your answer is in the thread.')
    } catch (error) {
      problem.textContent = `It was not sent. ${error instanceof Error ? error.message : ''} Your text is still here.`
    } finally {
      button.removeAttribute('aria-disabled')
    }
  }
  return el('form', { class: 'answer', 'aria-labelledby': 'answer-title', onsubmit: event => (event.preventDefault(), void send()) },
    el('h3', { id: 'answer-title' }, 'Answer'),
    el('div', {}, el('label', { for: 'text' }, 'Your answer'), text),
    el('div', { class: 'answer-foot' }, el('div', {}, el('label', { for: 'author' }, 'Your name, as the customer reads it'), author), button),
    problem)
}
