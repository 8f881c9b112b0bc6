// @ts-check
import { el } from '../inbox/dom.js'
import { valueAt } from './at-path.js'
import { current, set } from './store.js'

/**
 * @typedef {object} Place
 * @property {string} path Where it stands in the settings: what is wrong with it is said here.
 * @property {string} label
 * @property {string} [hint]
 * @property {(value: any) => void} [write] Default: at the path.
 * @property {unknown} [value] Default: what stands at the path.
 */

export const idOf = (/** @type {string} */ path) => `at${path.replace(/[^\w-]/g, '_')}`
const valueOf = (/** @type {Place} */ place) => ('value' in place ? place.value : valueAt(current().config, place.path))
const writer = (/** @type {Place} */ { path, write }) => write ?? (value => set(path, value))

/** What stands in a field for a value that need not be a text. @param {unknown} value */
export const asText = value => (value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value))

/** Where it is said what is wrong with a part as a whole. @param {string} path */
export const problemOf = path => el('p', { class: 'problem', id: `${idOf(path)}-problem`, 'data-path': path })

/** A control with its label, hint and place for a problem. @param {Place} place @param {HTMLElement} control */
function labelled({ path, label, hint }, control) {
  const id = idOf(path)
  control.id = id
  control.setAttribute('aria-describedby', hint ? `${id}-hint ${id}-problem` : `${id}-problem`)
  return el('div', { class: 'field' }, el('label', { for: id }, label), control, hint !== undefined && el('p', { class: 'hint', id: `${id}-hint` }, hint), problemOf(path))
}

/** @param {Place & { type?: string, lines?: number, placeholder?: string, list?: string }} place `list` is the id of a list of suggestions */
export function textField(place) {
  const { lines, type = 'text', placeholder, list } = place
  const write = writer(place)
  const oninput = (/** @type {any} */ { target }) => write(target.value === '' ? undefined : target.value)
  const common = { placeholder, autocomplete: 'off', spellcheck: 'false', oninput }
  const control = lines ? el('textarea', { ...common, rows: lines }) : el('input', { ...common, type, list })
  control.value = asText(valueOf(place))
  return labelled(place, control)
}

/** What a field may suggest. @param {string} id @param {readonly string[]} values */
export const suggestions = (id, values) => el('datalist', { id }, ...values.map(value => el('option', { value })))

/** @param {Place} place */
export function numberField(place) {
  const write = writer(place)
  // What is no number is handed on as it is: the library says what it thinks of it.
  const numeric = (/** @type {string} */ text) => (text === '' ? undefined : Number.isFinite(Number(text)) ? Number(text) : text)
  const control = el('input', { inputmode: 'decimal', autocomplete: 'off', oninput: event => write(numeric(event.target.value.trim())) })
  control.value = asText(valueOf(place))
  return labelled(place, control)
}

/** @param {Place & { options: readonly (readonly [value: string, label: string])[] }} place the option with an empty value takes the setting out */
export function selectField(place) {
  const value = asText(valueOf(place))
  // Something else may stand in a file that was brought along.
  const others = place.options.some(([known]) => known === value) ? [] : [/** @type {const} */ ([value, value])]
  const write = writer(place)
  const control = el('select', { onchange: event => write(event.target.value || undefined) },
    ...[...place.options, ...others].map(([each, label]) => el('option', { value: each, selected: each === value }, label)))
  return labelled(place, control)
}

/** A tick; what goes without saying is not written. @param {Place & { usual?: boolean, on?: any, off?: any }} place */
export function tick(place) {
  const { path, label, hint, usual = false, on = true, off = false } = place
  const id = idOf(path)
  const write = writer(place)
  const value = valueOf(place)
  const control = el('input', {
    type: 'checkbox', id, checked: value === undefined ? usual : value === on, 'aria-describedby': hint ? `${id}-hint ${id}-problem` : `${id}-problem`,
    onchange: event => write(event.target.checked === usual ? undefined : event.target.checked ? on : off),
  })
  return el('div', { class: 'field' }, el('label', { class: 'box', for: id }, control, el('span', {}, label)), hint !== undefined && el('p', { class: 'hint', id: `${id}-hint` }, hint), problemOf(path))
}

/** @param {{ name: string, legend: string, options: readonly (readonly [value: string, label: string])[], value: string, write: (value: string) => void }} choice */
export function radios({ name, legend, options, value, write }) {
  return el('fieldset', { class: 'radios' }, el('legend', {}, legend), ...options.map(([each, label]) =>
    el('label', { class: 'box' }, el('input', { type: 'radio', name, id: `${name}-${each || 'none'}`, value: each, checked: each === value, onchange: () => write(each) }), el('span', {}, label))))
}

/** @param {string} label what is read out @param {string} text what stands on it @param {() => void} onclick */
export const smallButton = (label, text, onclick, disabled = false) =>
  el('button', { type: 'button', class: 'quiet small', 'aria-label': label, id: idOf(`/button/${label}`), 'aria-disabled': disabled || undefined, onclick: () => void (disabled || onclick()) }, text)

/** Where a list of things is put in order, each under a heading of its own. @param {any[]} list @param {number} index @param {string} name @param {(list: any[], sentence: string) => void} write */
export function listButtons(list, index, name, write) {
  const moved = (/** @type {number} */ to) => {
    const rest = list.toSpliced(index, 1)
    write(rest.toSpliced(to, 0, list[index]), `${name} is now number ${to + 1} of ${list.length}.`)
  }
  return el('div', { class: 'acts' },
    smallButton(`Move ${name} up`, '↑', () => moved(index - 1), index === 0),
    smallButton(`Move ${name} down`, '↓', () => moved(index + 1), index === list.length - 1),
    smallButton(`Remove ${name}`, 'Remove', () => write(list.toSpliced(index, 1), `${name} is gone. The browser's way back brings it back.`)))
}
