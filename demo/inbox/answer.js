// @ts-check
import { answerIssue, tellChange } from './api.js'
import { el, say } from './dom.js'
import { questionFields } from './question-fields.js'
import { authorField, sender } from './sending.js'

const modes = new Map([
  ['answer', { name: 'Answer', label: 'Your answer', send: 'Send the answer', said: 'Your answer is in the thread.' }],
  ['question', { name: 'Ask something', label: 'Your question', send: 'Send the question', said: 'Your question is in the thread.' }],
  ['changed', { name: 'Tell what changed', label: 'What is different now, because of them', send: 'Tell them', said: 'They will read it, with thanks.' }],
])

/**
 * The form for what staff write. It lives as long as the issue is open, so that a refresh never touches what is being typed.
 * @param {string} id @param {() => Promise<void>} changed called after the receiver has it
 */
export function answerForm(id, changed) {
  const author = authorField('author')
  const text = el('textarea', { id: 'text', name: 'text', rows: 5, required: true, maxlength: 10_000 })
  const problem = el('p', { class: 'problem', role: 'alert' })
  const button = el('button', {})
  const label = el('label', { for: 'text' })
  const fields = questionFields()
  let mode = 'answer'

  function choose(/** @type {string} */ chosen) {
    mode = chosen
    const { label: words, send: action } = modes.get(mode) ?? { label: '', send: '' }
    label.textContent = words
    button.textContent = action
    fields.element.hidden = mode !== 'question'
    // What is hidden is not asked for.
    for (const part of fields.element.querySelectorAll('fieldset')) part.disabled = fields.element.hidden
  }

  const send = sender({
    button, problem, author,
    content() {
      const asked = mode === 'question' ? fields.read() : undefined
      return {
        text: text.value,
        ...(mode === 'question' && { kind: 'question', ...(asked && { fields: asked }) }),
        ...(mode === 'changed' && { issues: [id] }),
      }
    },
    post: message => (mode === 'changed' ? tellChange(message) : answerIssue(id, message)),
    async sent() {
      const done = modes.get(mode)?.said ?? ''
      text.value = ''
      fields.clear()
      await changed()
      say(done)
    },
  })
  const form = el('form', { class: 'answer', 'aria-labelledby': 'answer-title', onsubmit: event => (event.preventDefault(), void send()) },
    el('h3', { id: 'answer-title' }, 'Write to the customer'),
    el('div', { class: 'modes', role: 'radiogroup', 'aria-labelledby': 'answer-title' }, ...[...modes].map(([value, { name }]) => el('label', { class: 'box' },
      el('input', { type: 'radio', name: 'mode', value, checked: value === mode, onchange: () => choose(value) }), name))),
    el('div', {}, label, text),
    fields.element,
    el('div', { class: 'answer-foot' }, el('div', {}, el('label', { for: 'author' }, 'Your name, as the customer reads it'), author), button),
    problem)
  choose(mode)
  return form
}
