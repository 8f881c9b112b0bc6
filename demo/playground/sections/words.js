// @ts-check
import { el } from '../../inbox/dom.js'
import { isRecord } from '../at-path.js'
import { problemOf, textField } from '../fields.js'
import { current } from '../store.js'

/** @typedef {string | Record<string, string>} Message */

const most = 12
let query = ''
/** @type {Record<string, Message>} */
let english = {}
/** @type {Record<string, Message>} */
let spoken = {}
let speaking = ''

/** @param {string} tag @returns {Promise<Record<string, Message>>} */
const fetchWords = async tag => Object.values(await import(`../earshot/locale/${tag}.js`))[0]

/** The sentences there are, in English and in the language that is chosen. @param {readonly string[]} languages @param {unknown} locale */
async function load(languages, locale) {
  if (!Object.keys(english).length) english = await fetchWords('en')
  const tag = languages.find(tag => tag === locale) ?? 'en'
  if (tag === speaking) return
  spoken = tag === 'en' ? english : await fetchWords(tag)
  speaking = tag
}

const inWords = (/** @type {Message | undefined} */ message) => (typeof message === 'string' ? message : Object.values(message ?? {}).join(' '))

/** What is overridden, then what is found. */
function shown() {
  const own = current().config['messages']
  const mine = isRecord(own) ? Object.keys(own).slice(0, 100) : []
  const wanted = query.trim().toLowerCase()
  const found = wanted ? Object.keys(english).filter(key => !mine.includes(key) && [key, inWords(english[key]), inWords(spoken[key])].some(text => text.toLowerCase().includes(wanted))) : []
  return { mine, found: found.slice(0, most), more: Math.max(0, found.length - most) }
}

/** @param {string} key */
function sentence(key) {
  const message = spoken[key] ?? english[key]
  const path = `/messages/${key}`
  if (typeof message !== 'object') return [textField({ path, label: inWords(message) || key, hint: key })]
  const categories = new Intl.PluralRules(speaking || 'en').resolvedOptions().pluralCategories
  return categories.map(category => textField({ path: `${path}/${category}`, label: message[category] ?? message['other'] ?? key, hint: `${key}, “${category}”` }))
}

/** @param {HTMLElement} list @param {HTMLElement} told @param {boolean} [all] */
function drawList(list, told, all = true) {
  const { mine, found, more } = shown()
  list.replaceChildren(...[...mine, ...found].map(key => el('li', {}, ...sentence(key))))
  if (all) told.textContent = !query.trim() ? '' : found.length ? `${found.length + more} found${more ? `, ${most} shown` : ''}.` : 'No other sentence has these words.'
}

/** @param {import('../lists.js').Lists} lists @returns {import('../choices.js').Part} */
export const words = ({ languages }) => ({
  title: 'Words',
  short: ({ config: { messages } }) => (isRecord(messages) ? `${Object.keys(messages).length} of your own` : 'as they come'),
  draw() {
    const list = el('ul', { class: 'sentences' })
    const told = el('p', { class: 'hint', role: 'status' })
    const search = el('input', { type: 'search', id: 'search-words', autocomplete: 'off', spellcheck: 'false', value: query, oninput: event => {
      query = event.target.value
      drawList(list, told)
    } })
    void load(languages, current().config['locale']).then(() => drawList(list, told, !!query), () => (told.textContent = 'The sentences could not be loaded.'))
    return [
      el('div', { class: 'field' }, el('label', { for: 'search-words' }, 'Search for a sentence'), search, el('p', { class: 'hint' }, 'Any sentence customers read can be yours. Leave a field empty for the one that comes with Earshot; {blanks} are filled in.')),
      told, list, problemOf('/messages'),
    ]
  },
})
