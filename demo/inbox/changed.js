// @ts-check
import { tellChange } from './api.js'
import { el, say } from './dom.js'
import { authorField, sender } from './sending.js'
import { clearTicked, ticked } from './ticked.js'

/** One note to the customers of all ticked issues. */
export function changedView() {
  const chosen = [...ticked]
  const head = el('h2', { tabindex: -1, id: 'title' }, 'This changed because of you')
  if (!chosen.length) return el('div', { class: 'kudos' }, head, el('p', { class: 'empty' }, 'Tick the issues it is about, in the list. Everybody who wrote one of them reads your note once, with thanks.'))
  const text = el('textarea', { id: 'changed-text', rows: 5, required: true, maxlength: 10_000 })
  const author = authorField('changed-author')
  const problem = el('p', { class: 'problem', role: 'alert' })
  const button = el('button', {}, chosen.length > 1 ? `Tell all ${chosen.length}` : 'Tell them')
  const send = sender({
    button, problem, author,
    content: () => ({ text: text.value, issues: chosen.map(([id]) => id) }),
    post: tellChange,
    sent() {
      say('They will read it where they wrote to you.')
      clearTicked()
      location.hash = `#/${chosen[0]?.[0]}`
    },
  })
  return el('form', { class: 'answer alone', 'aria-labelledby': 'title', onsubmit: event => (event.preventDefault(), void send()) },
    head,
    el('p', { class: 'soft' }, 'Each of these customers reads it once, where they wrote to you; what is closed stays closed.'),
    el('ul', { class: 'plain' }, ...chosen.map(([id, name]) => el('li', {}, el('a', { href: `#/${id}` }, name)))),
    el('div', {}, el('label', { for: 'changed-text' }, 'What is different now'), text),
    el('div', { class: 'answer-foot' }, el('div', {}, el('label', { for: 'changed-author' }, 'Your name, as the customer reads it'), author), button),
    problem)
}
