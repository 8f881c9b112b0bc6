// @ts-check
import { authorName, rememberAuthor } from '../author.js'
import { byId, el } from '../dom.js'

const name = authorName()
const form = /** @type {HTMLSelectElement} */ (byId('form'))
const order = /** @type {HTMLInputElement} */ (byId('order-number'))
const feedback = byId('feedback')

byId('named').addEventListener('submit', event => {
  event.preventDefault()
  rememberAuthor(/** @type {HTMLInputElement} */ (byId('name')).value.trim())
  location.reload()
})
byId('other').addEventListener('click', () => {
  rememberAuthor('')
  location.reload()
})

if (name) {
  // This script stands before the widget's, which reads its settings from here.
  byId('widget').dataset['config'] += `?name=${encodeURIComponent(name)}`
  byId('who').textContent = name
  byId('named').hidden = true
  for (const id of ['known', 'about', 'feedback']) byId(id).hidden = false
}

form.addEventListener('change', () => {
  feedback.setAttribute('form', form.value)
  byId('written').replaceChildren()
})

feedback.addEventListener('earshot-accepted', event => {
  const { issue, receipt } = /** @type {any} */ (event)
  byId('written').replaceChildren('It is in the inbox: ', el('a', { href: `/inbox/#/${issue.id}` }, receipt.reference), '.')
  // It belongs to the customer of before.
  order.value = ''
})
