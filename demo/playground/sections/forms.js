// @ts-check
import { el } from '../../inbox/dom.js'
import { isRecord } from '../at-path.js'
import { idOf, problemOf, selectField, textField, tick } from '../fields.js'
import { createDesk } from '../library.js'
import { current, set } from '../store.js'
import { ownQuestion } from './own-question.js'

/** @type {[string, string][]} */
const forms = [['problem', 'Something is wrong'], ['question', 'I have a question'], ['idea', 'I have an idea'], ['praise', 'I want to praise']]
const names = new Map(Object.entries({
  story: 'What happened', detail: 'The detail that mattered most', outcome: 'What would make it right', person: 'Who it was', element: 'Pointing at a part of the page', screenshot: 'A picture of the page',
  files: 'Files', observations: 'Something else they noticed', contact: 'Email, for an answer',
}))
let chosen = 'problem'
/** What comes with Earshot: the names of the fields, by form. @type {Map<string, string[]>} */
const shipped = new Map()

async function load() {
  if (shipped.size) return
  const desk = createDesk({ desk: 'shipped', endpoint: '/' }, { page: undefined, storeExists: async () => false })
  for (const [id] of forms) shipped.set(id, (await desk.form(id)).fields.map((/** @type {{ name: string }} */ { name }) => name))
  desk.dispose()
}

/** The form that is being changed, with its place; a new one at the end. */
function place() {
  const { forms } = current().config
  const list = Array.isArray(forms) ? forms : []
  const found = list.findIndex(form => form?.id === chosen)
  const index = found < 0 ? list.length : found
  return { path: `/forms/${index}`, form: isRecord(list[index]) ? list[index] : { id: chosen } }
}

/** @param {object} patch @param {boolean} [anew] */
function put(patch, anew) {
  const { path, form } = place()
  const next = Object.fromEntries(Object.entries({ ...form, ...patch }).filter(([, value]) => value !== undefined))
  const isPlain = Object.keys(next).length === 1
  // Nothing but its name: as it comes.
  set(path, isPlain ? undefined : next, { anew: anew ?? false })
  if (isPlain && !current().config['forms']?.length) set('/forms', undefined)
}

/** @param {string[]} kept names of ours @param {any[]} own @param {boolean} [anew] */
function putFields(kept, own, anew) {
  const usual = shipped.get(chosen) ?? []
  if (kept.length === usual.length && !own.length) return put({ fields: undefined }, anew)
  // After the story: what is asked first is what the customer came to say.
  put({ fields: [...kept.slice(0, 1), ...own, ...kept.slice(1)] }, anew)
}

function drawForm() {
  const { path, form } = place()
  const usual = shipped.get(chosen) ?? []
  const fields = Array.isArray(form['fields']) ? form['fields'] : usual
  const kept = usual.filter(name => fields.includes(name))
  const own = fields.filter(isRecord)
  const outcomes = Array.isArray(form['outcomes']) ? form['outcomes'].filter((/** @type {unknown} */ text) => typeof text === 'string').join('\n') : ''
  return [
    textField({ path: `${path}/title`, label: 'Its title', value: form['title'], write: title => put({ title }) }),
    textField({ path: `${path}/send`, label: 'What the button says', value: form['send'], write: send => put({ send }), placeholder: 'Send' }),
    chosen === 'problem' && textField({
      path: `${path}/outcomes`, label: 'Wishes to tap, one a line', lines: 3, value: outcomes, placeholder: 'Mend it\nSend me another one',
      write: text => put({ outcomes: text?.split('\n').filter((/** @type {string} */ line) => line.trim()) }),
    }),
    el('fieldset', { class: 'radios' }, el('legend', {}, 'What comes with Earshot'), ...usual.slice(1).map(name => tick({
      path: `${path}/shipped/${name}`, label: names.get(name) ?? name, usual: true, value: kept.includes(name) ? undefined : false,
      write: on => putFields(usual.filter(each => (each === name ? on !== false : place().form['fields']?.includes(each) ?? true)), (place().form['fields'] ?? []).filter(isRecord)),
    }))),
    ...own.map((/** @type {any} */ field, /** @type {number} */ index) => ownQuestion(field, `${path}/fields/${fields.indexOf(field)}`, own, index, (list, anew) => putFields(kept, list, anew))),
    el('button', { type: 'button', class: 'quiet', id: idOf('/button/add-question'), onclick: () => {
      putFields(kept, [...own, { type: 'text', name: freeName(own), label: 'Your order number' }], true)
      document.getElementById(idOf(`${place().path}/fields/${own.length + 1}/label`))?.focus()
    } }, 'Add a question'),
    problemOf(path),
  ]
}

/** @param {any[]} own */
function freeName(own) {
  let number = own.length + 1
  while (own.some(field => field?.name === `question${number}`)) number++
  return `question${number}`
}

/** @type {import('../choices.js').Part} */
export const formsPart = {
  title: 'Forms',
  short: ({ config: { forms } }) => (Array.isArray(forms) && forms.length ? `${forms.length} changed` : 'as they come'),
  draw() {
    const body = el('div', { class: 'stack' })
    const draw = () => body.replaceChildren(.../** @type {Node[]} */ (drawForm().filter(Boolean)))
    void load().then(draw, () => (body.textContent = 'The forms could not be loaded.'))
    if (shipped.size) draw()
    const which = selectField({ path: '/playground-form', label: 'Which form', options: forms, value: chosen, write: value => {
      chosen = value
      draw()
    } })
    return [which, body, problemOf('/forms')]
  },
}
