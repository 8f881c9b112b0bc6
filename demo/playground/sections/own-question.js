// @ts-check
import { el } from '../../inbox/dom.js'
import { asText, listButtons, problemOf, selectField, textField, tick } from '../fields.js'
import { say } from '../say.js'

/** @type {[string, string][]} */
const types = [['text', 'A line of text'], ['choice', 'One of several'], ['choices', 'Some of several'], ['number', 'A number'], ['date', 'A day'], ['consent', 'A tick to agree']]

/**
 * One question of the owner's.
 * @param {any} field @param {string} path where it stands @param {any[]} all @param {number} index among the owner's own
 * @param {(fields: any[], anew?: boolean) => void} write
 */
export function ownQuestion(field, path, all, index, write) {
  const put = (/** @type {object} */ patch, anew = false) => {
    const next = Object.fromEntries(Object.entries({ ...field, ...patch }).filter(([, value]) => value !== undefined))
    write(all.toSpliced(index, 1, next), anew)
    // What is typed next into another field of it goes on from here.
    field = all[index] = next
  }
  const chosen = /^choices?$/.test(field.type)
  const options = Array.isArray(field.options) ? field.options.map(asText).join('\n') : ''
  return el('fieldset', { class: 'item' }, el('legend', {}, `Question ${index + 1}`),
    textField({ path: `${path}/label`, label: 'Question', value: field.label, write: label => put({ label }) }),
    selectField({ path: `${path}/type`, label: 'Answer', options: types, value: field.type, write: type => put({ type, options: /^choices?$/.test(type) ? field.options ?? ['Yes', 'No'] : undefined }, true) }),
    chosen && textField({ path: `${path}/options`, label: 'What can be chosen, one a line', lines: 3, value: options, write: text => put({ options: (text ?? '').split('\n').filter((/** @type {string} */ line) => line.trim()) }) }),
    textField({ path: `${path}/name`, label: 'Its key in the issue', value: field.name, write: name => put({ name }) }),
    tick({ path: `${path}/required`, label: 'Must be answered', value: field.required, write: required => put({ required }) }),
    problemOf(path),
    listButtons(all, index, asText(field.label) || `Question ${index + 1}`, (list, sentence) => (write(list, true), say(sentence))))
}
