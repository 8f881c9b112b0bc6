// @ts-check

/** @param {string} id */
const byId = id => /** @type {HTMLElement} */ (document.getElementById(id))
const asked = new URLSearchParams(location.search)
const number = /^hr-?(\d{5})$/i.exec(asked.get('number')?.trim() ?? '')?.[1]

if (number) {
  byId('order-number').textContent = `HR-${number}`
  ;/** @type {HTMLInputElement} */ (byId('number')).value = `HR-${number}`
}

// A fresh order has only been received; the drawn example is already on its way.
if (asked.get('step') === 'received') {
  byId('order-lead').textContent = 'We have it. Somebody takes it onto the bench on the next working day.'
  for (const [index, step] of [...byId('steps').children].entries()) {
    step.classList.remove('done')
    step.toggleAttribute('aria-current', false)
    if (index === 0) step.setAttribute('aria-current', 'step')
    const when = /** @type {HTMLElement} */ (step.querySelector('.step-when'))
    when.textContent = index === 0 ? new Date().toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' }) : ''
  }
}
