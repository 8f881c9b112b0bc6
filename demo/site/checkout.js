// @ts-check
import { problemsIn } from './checkout-rules.js'
import { postageTo, things } from './things.js'

/** @param {string} id */
const byId = id => /** @type {HTMLElement} */ (document.getElementById(id))
const form = /** @type {HTMLFormElement} */ (byId('checkout'))
const button = /** @type {HTMLButtonElement} */ (form.querySelector('button'))
const euros = new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR' })
const wanted = new URLSearchParams(location.search)

function fields() {
  /** @type {Record<string, string>} */
  const values = Object.create(null)
  for (const [name, value] of new FormData(form)) values[name] = String(value)
  return values
}

function showSum() {
  const id = things.has(wanted.get('item') ?? '') ? String(wanted.get('item')) : 'heron'
  const thing = /** @type {{ name: string, price: number, picture: string }} */ (things.get(id))
  const postage = postageTo(fields()['country'] ?? 'DE', thing.price)
  const hidden = /** @type {HTMLInputElement} */ (form.elements.namedItem('item'))
  hidden.value = id
  ;/** @type {HTMLImageElement} */ (byId('item-picture')).src = thing.picture
  byId('item-name').textContent = thing.name
  byId('item-finish').textContent = wanted.get('finish') ?? ''
  byId('item-price').textContent = euros.format(thing.price)
  byId('postage').textContent = postage ? euros.format(postage) : 'free'
  byId('total').textContent = byId('pay-total').textContent = euros.format(thing.price + postage)
}

/** @param {string} name @param {string | undefined} problem */
function showProblem(name, problem) {
  const field = form.elements.namedItem(name)
  const place = document.getElementById(`${name}-error`)
  if (!(field instanceof HTMLElement) || !place) return
  if (place.textContent !== (problem ?? '')) place.textContent = problem ?? ''
  if (problem) field.setAttribute('aria-invalid', 'true')
  else field.removeAttribute('aria-invalid')
}

/** @param {string} id */
function alertWith(id) {
  for (const alert of form.querySelectorAll('.alert')) alert.classList.toggle('shown', alert.id === id)
  if (id) byId(id).focus()
}

/** @param {Map<string, string>} problems */
function showAll(problems) {
  for (const name of Object.keys(fields())) showProblem(name, problems.get(name))
  byId('check-list').replaceChildren(...[...problems].map(([name, problem]) => {
    const item = document.createElement('li')
    const link = document.createElement('a')
    link.href = `#${name}`
    link.textContent = problem
    item.append(link)
    return item
  }))
  alertWith(problems.size ? 'check-fields' : '')
}

async function pay() {
  const problems = problemsIn(fields(), new Date())
  showAll(problems)
  if (problems.size) return
  button.disabled = true
  byId('checkout-state').textContent = 'Asking the bank …'
  try {
    const answer = await fetch(form.action, {
      method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/json' }, body: JSON.stringify(fields()),
    })
    const told = await answer.json()
    if (answer.ok) location.assign(`/order/?number=${encodeURIComponent(told.order)}&step=received`)
    else if (answer.status === 422) showAll(new Map(Object.entries(told.fields)))
    else alertWith(told.code === 'card-declined' ? 'card-declined' : 'payment-service')
  } catch {
    alertWith('payment-service')
  } finally {
    button.disabled = false
    byId('checkout-state').textContent = ''
  }
}

form.addEventListener('submit', event => (event.preventDefault(), void pay()))

// A field is checked when it is left, but never between the press of a button and its release: a message that
// appears then moves the button away from under the finger, and the click is lost.
/** @type {Set<string>} */
const left = new Set()
let pressing = false

function checkLeft() {
  if (pressing) return
  const problems = problemsIn(fields(), new Date())
  for (const name of left) showProblem(name, fields()[name] ? problems.get(name) : undefined)
  left.clear()
}

form.addEventListener('change', event => {
  showSum()
  const { name } = /** @type {HTMLInputElement} */ (event.target)
  left.add(name)
  if (name === 'country') left.add('postcode')
  checkLeft()
})
addEventListener('pointerdown', () => void (pressing = true), true)
for (const end of ['pointerup', 'pointercancel']) {
  addEventListener(end, () => {
    pressing = false
    setTimeout(checkLeft)
  }, true)
}
showSum()
