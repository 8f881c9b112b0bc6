// @ts-check

/** How a postcode looks, by country, with an example for the message. */
const postcodes = new Map([
  ['DE', { pattern: /^\d{5}$/, like: 'five digits, for example 17489' }],
  ['FR', { pattern: /^\d{5}$/, like: 'five digits, for example 75011' }],
  ['AT', { pattern: /^\d{4}$/, like: 'four digits, for example 1070' }],
  ['CH', { pattern: /^\d{4}$/, like: 'four digits, for example 8004' }],
  ['BE', { pattern: /^\d{4}$/, like: 'four digits, for example 1000' }],
  ['DK', { pattern: /^\d{4}$/, like: 'four digits, for example 2100' }],
  ['NL', { pattern: /^\d{4}[A-Z]{2}$/, like: 'four digits and two letters, for example 1012 AB' }],
  ['GB', { pattern: /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/, like: 'letters and digits, for example EC1A 1BB' }],
])

/** The check digit that every card number ends with (ISO/IEC 7812). @param {string} digits */
function addsUp(digits) {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]) * (i % 2 ? 2 : 1)
    sum += digit > 9 ? digit - 9 : digit
  }
  return sum % 10 === 0
}

/**
 * Which fields cannot be right, each with a sentence that says what it should be.
 * The page asks before sending, the server asks again.
 * @param {Record<string, string>} fields
 * @param {Date} today
 * @returns {Map<string, string>}
 */
export function problemsIn(fields, today) {
  /** @type {Map<string, string>} */
  const problems = new Map()
  const value = (/** @type {string} */ name) => (fields[name] ?? '').trim()
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value('email'))) problems.set('email', 'The e-mail address needs an @ and a dot, for example ada@example.org.')
  if (!value('name')) problems.set('name', 'Please write the name on the bell.')
  if (!/\d/.test(value('street'))) problems.set('street', 'Please add the number of the house.')
  if (!value('town')) problems.set('town', 'Please write the town.')

  const postcode = postcodes.get(value('country') || 'DE')
  const code = value('postcode').replace(/[\s-]/g, '').toUpperCase()
  if (!postcode) problems.set('country', 'We do not deliver there yet.')
  else if (!postcode.pattern.test(code)) problems.set('postcode', `For this country the postcode has ${postcode.like}.`)

  const card = value('card').replace(/[\s-]/g, '')
  if (!/^\d{13,19}$/.test(card)) problems.set('card', 'A card number has 13 to 19 digits.')
  else if (!addsUp(card)) problems.set('card', 'One of the digits is not right: the number does not add up.')

  const [, month, year] = /^(\d{1,2})\s*\/\s*(?:20)?(\d{2})$/.exec(value('expiry')) ?? []
  if (!month || !year || Number(month) < 1 || Number(month) > 12) problems.set('expiry', 'Please write month and year, for example 04/29.')
  else if (new Date(2000 + Number(year), Number(month)) <= today) problems.set('expiry', 'The card has expired, or month and year are swapped.')

  if (!/^\d{3,4}$/.test(value('cvc'))) problems.set('cvc', 'The three digits on the back; four on the front of some cards.')
  return problems
}
