// @ts-check
import { el } from './dom.js'

const most = 3
const types = new Map([['text', 'Words'], ['choice', 'One of several'], ['choices', 'Some of several'], ['number', 'A number'], ['date', 'A day'], ['email', 'An e-mail address'], ['phone', 'A telephone number']])
const chooses = (/** @type {string} */ type) => type === 'choice' || type === 'choices'

/** The small form of a question, as staff put it together: up to three fields, or none when words will do. */
export function questionFields() {
  const rows = el('div', { class: 'asked' })
  let made = 0

  function remove(/** @type {HTMLElement} */ row) {
    const before = row.previousElementSibling?.querySelector('input')
    row.remove()
    add.hidden = false
    ;(before ?? add).focus()
  }

  function row() {
    const number = ++made
    const id = (/** @type {string} */ part) => `ask-${number}-${part}`
    const label = el('input', { id: id('label'), 'data-part': 'label', required: true, maxlength: 300, autocomplete: 'off' })
    const options = el('textarea', { id: id('options'), 'data-part': 'options', rows: 3, maxlength: 2000 })
    const offered = el('div', { class: 'wide', hidden: true }, el('label', { for: id('options') }, 'What can be chosen, one a line'), options)
    const type = el('select', {
      id: id('type'), 'data-part': 'type', onchange: event => {
        offered.hidden = !chooses(event.target.value)
        options.required = !offered.hidden
      },
    }, ...[...types].map(([value, name]) => el('option', { value }, name)))
    const fieldset = el('fieldset', { class: 'ask', 'data-name': `ask${number}` }, el('legend', {}, `Field ${rows.children.length + 1}`),
      el('div', { class: 'wide' }, el('label', { for: id('label') }, 'What you ask'), label),
      el('div', {}, el('label', { for: id('type') }, 'Answered with'), type),
      offered,
      el('label', { class: 'box' }, el('input', { type: 'checkbox', 'data-part': 'required' }), 'An answer is needed'),
      el('button', { type: 'button', class: 'quiet', onclick: () => remove(fieldset) }, 'Take this field out'))
    return fieldset
  }

  const add = el('button', {
    type: 'button', class: 'quiet', onclick: () => {
      const fresh = row()
      rows.append(fresh)
      add.hidden = rows.children.length >= most
      fresh.querySelector('input')?.focus()
    },
  }, 'Add a field to fill in')

  return {
    element: el('div', { class: 'asking' }, rows, add),
    /** As a form declares them; nothing without any. */
    read() {
      const fields = [...rows.children].map(each => {
        const part = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (each.querySelector(`[data-part="${name}"]`))
        const type = part('type').value
        const options = part('options').value.split('\n').map(option => option.trim()).filter(Boolean)
        return {
          type, name: /** @type {HTMLElement} */ (each).dataset['name'], label: part('label').value.trim(),
          ...(part('required').checked && { required: true }), ...(chooses(type) && { options }),
        }
      })
      return fields.length ? fields : undefined
    },
    clear() {
      rows.replaceChildren()
      add.hidden = false
    },
  }
}
