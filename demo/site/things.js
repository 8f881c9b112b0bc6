// @ts-check

/** What the shop sells, as far as the checkout has to know it. Prices in euros. */
export const things = new Map([
  ['heron', { name: 'Heron', price: 189, picture: '/pictures/heron.svg' }],
  ['plover', { name: 'Plover', price: 139, picture: '/pictures/plover.svg' }],
  ['wren', { name: 'Wren', price: 219, picture: '/pictures/wren.svg' }],
  ['curlew', { name: 'Curlew', price: 94, picture: '/pictures/curlew.svg' }],
  ['bittern', { name: 'Bittern', price: 79, picture: '/pictures/bittern.svg' }],
  ['tin', { name: 'Mending tin', price: 24, picture: '/pictures/tin.svg' }],
])

/** Postage by country: what it costs, and from which total it is free. */
const postage = new Map([
  ['DE', { cost: 4.9, freeFrom: 120 }],
  ['AT', { cost: 8.9, freeFrom: 180 }],
  ['NL', { cost: 8.9, freeFrom: 180 }],
  ['BE', { cost: 8.9, freeFrom: 180 }],
  ['DK', { cost: 8.9, freeFrom: 180 }],
  ['FR', { cost: 12.9, freeFrom: 240 }],
])

/**
 * What sending costs, in euros.
 * @param {string} country two letters
 * @param {number} total
 */
export function postageTo(country, total) {
  const rule = postage.get(country) ?? { cost: 16, freeFrom: Infinity }
  return total >= rule.freeFrom ? 0 : rule.cost
}
