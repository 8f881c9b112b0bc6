import { isCardNumber, isEan13, isIban } from './checksums.ts'
import type { Cut } from './redaction-table.ts'

// Which stretches of a match are meant, for the rows of the table that a pattern alone cannot decide.

const none: readonly Cut[] = []
const whole = (match: RegExpExecArray): readonly Cut[] => [{ start: match.index, end: match.index + match[0].length }]
/** The last so many characters of a match. */
const ending = (match: RegExpExecArray, length: number, kind?: Cut['kind']): readonly Cut[] => {
  const end = match.index + match[0].length
  return [{ start: end - length, end, ...(kind && { kind }) }]
}

const sessionName = /sess(?:ion)?(?:[_-]?id)?$|^(?:connect\.)?sid$/i
const secretName =
  /token|secret|passw|passphrase|api[_-]?key|(?:access|account|private|signing|encryption|auth)[_-]?key|signature|credential|jwt|csrf|xsrf|^(?:pwd|auth|authorization)$|[_-](?:pwd|pass|auth)$/i
// Too common a word in running text; in an address it is a secret.
const secretInAddress = /^(?:key|code|sig|sid|pin|otp|pass|nonce|saml(?:response|request))$|[_-](?:key|sig)$/i
// What is told about a secret is none.
const aboutOne = /(?:type|expir\w{0,20}|count|ur[li]|endpoint|length|policy|required|field|limit|name|label|text|used)$/i
// "code=DE" is no secret, and neither is "key=name".
const mayBePlain = /key$|^code$|^pass$/i
const plainWord = /^[a-z]{1,12}$|^[A-Z]{2,5}$|^[a-z]{2}[-_][A-Z]{2}$|^\d{1,3}$/
const notOne = /^(?:true|false|null|undefined|none|yes|no|\*+|\d)$/i

/** A value by its name. In an address more names are secrets than in running text. */
export function named(match: RegExpExecArray): readonly Cut[] {
  const [, before = '', name = '', sign = '', value = ''] = match
  if (notOne.test(value) || aboutOne.test(name)) return none
  const inAddress = /[?&#;]/.test(before) || sign.startsWith('%')
  const session = sessionName.test(name) || /sess_?id/i.test(name)
  if (session ? !/\d|^.{12}/.test(value) : !secretName.test(name) && !(inAddress && secretInAddress.test(name) && !(mayBePlain.test(name) && plainWord.test(value)))) return none
  const length = session ? value.replace(/\?[^]*$/, '').length : value.length
  const start = match.index + match[0].length - value.length
  return [{ start, end: start + length, kind: session ? 'session' : 'secret' }]
}

const opaque = /^(?=.*\d)(?=.*[a-zA-Z])|^.{20}|[a-z][A-Z].*[a-z][A-Z]/

export const scheme = (match: RegExpExecArray): readonly Cut[] => (opaque.test(match[3] ?? '') ? ending(match, match[3]!.length) : none)

export const inPath = (match: RegExpExecArray): readonly Cut[] => (/\d/.test(match[2] ?? '') && /[a-z]/i.test(match[2] ?? '') ? ending(match, match[2]!.length) : none)

export function saidPassword(match: RegExpExecArray): readonly Cut[] {
  const [, , value = ''] = match
  const clean = value.replace(/[.)?]+$/, '')
  const kinds = [/\p{L}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter(kind => kind.test(clean)).length
  if (clean.length < 6 || kinds < 2 || !/\p{N}|[!$%&*#@^+]/u.test(clean) || /^\p{L}+[-'’]\p{L}+$|:\/\/|^\d+[-./:]\d+/u.test(clean)) return none
  const end = match.index + match[0].length - (value.length - clean.length)
  return [{ start: end - clean.length, end }]
}

/** A key has a digit or letters of both sizes somewhere after its name; a word with hyphens has not. */
export function key(match: RegExpExecArray): readonly Cut[] {
  // Not by what is to go: whoever looks for that begins anew at each of a thousand dots.
  const found = /^[^]*[^.-]/.exec(match[0])![0]
  const tail = found.replace(/^[A-Za-z\d]+[-_.]/, '')
  const isKey = /\d/.test(tail) && /[a-z]/i.test(tail) && /[a-z\d]{8}/i.test(tail)
  return isKey ? [{ start: match.index, end: match.index + found.length }] : none
}

const noDomain = /(?:@|%40)(?:\d+\.\d+[.\d]*|\dx\.)|^git@/i
// A name of a file may hold an address; one label and an ending is a file's name alone.
const fileEnding = /\.(?:service|socket|timer|png|jpe?g|gif|svg|webp|pdf|txt|zip|js|css|json|html?|min)$/i

/** A match begins at the sign; what stands before it is in its group. */
export function address({ 0: found, 1: local = '', index, input }: RegExpExecArray): readonly Cut[] {
  const start = index - local.length
  const ending = fileEnding.exec(found)
  if (noDomain.test(local + found) || ending && found.indexOf('.') === ending.index || input.slice(start - 3, start) === '://') return none
  const skip = /^(?:\.|'|%(?:20|3A|3C|22|27|2C|3D))+/i.exec(local)?.[0].length ?? 0
  return skip < local.length ? [{ start: start + skip, end: index + (ending?.index ?? found.length) }] : none
}

/** An account number may be followed by more letters: the longest beginning that is one counts. */
export function iban(match: RegExpExecArray): readonly Cut[] {
  const [found] = match
  for (let end = found.length; end >= 15; end--) {
    if (/[a-z\d]/i.test(found[end] ?? '')) continue
    if (isIban(found.slice(0, end))) return [{ start: match.index, end: match.index + end }]
  }
  return none
}

/** A row of numbers may hold a card's among others: every group may be its first. */
export function cards({ 0: found, index }: RegExpExecArray): readonly Cut[] {
  // The places of each group's beginning and end, in turn: a row can be as long as a text.
  const edges: number[] = []
  const group = /\d+/g
  for (let match = group.exec(found); match; match = group.exec(found)) edges.push(match.index, group.lastIndex)
  const cuts: Cut[] = []
  for (let first = 0; first < edges.length; first += 2) {
    let digits = ''
    for (let last = first; last < Math.min(edges.length, first + 10) && digits.length < 19; last += 2) {
      const [start, end] = [edges[last]!, edges[last + 1]!]
      digits += found.slice(start, end)
      if (isCardNumber(digits) && !isEan13(digits)) {
        cuts.push({ start: index + edges[first]!, end: index + end })
        first = last
        break
      }
      // A card's number is written in groups of three and more, but for the last.
      if (end - start < 3) break
    }
  }
  return cuts
}

const digitsIn = (text: string) => text.replace(/\D/g, '').length
const money = /^\s?(?:€|\$|£|¥|₽|%|EUR|USD|GBP|CHF|Kč|zł|kr\b|km|kg|ms|px|m²|°|times|pcs|Stück)/
const dates = /^\(?(?:(?:19|20)\d\d[-./ ]\d{1,2}[-./ ]\d{1,2}|\d{1,2}[-./ ]\d{1,2}[-./ ](?:19|20)\d\d|(?:19|20)\d{6}$)/
const years = /^(?:(?:19|20)\d\d[ /-]?){2,}$/
// Said right before a number, it is not a telephone's.
const reference =
  /(?<=(?:order|orders|bestellung|bestell|auftrag|invoice|rechnung|receipt|tracking|sendung|parcel|paket|ticket|case|item|article|artikel|sku|part|model|serial|customer|kunde[n]?|konto|account|booking|buchung|reservation|ref|reference|referenz|vorgang|commande|facture|colis|pedido|factura|ordine|fattura|bestelling|zam[óo]wieni[ea]|s\/n|p\/n|isbn|issn|ean|gtin|upc|imei|vin|zaak|ordre|ordernr|order-?id|id|версия|заказ[а]?|طلب|الطلب|订单|注文|number|nummer|version|since|seit|years?|jahre?)(?:[- ]?(?:no|nr|number|nummer|id|code|numéro|número|n[°º]|№|#|رقم))?[\s.:#№°º-]{0,4})/iuy

// Cheaper, and most often enough to know that it is not there
const afterWord = /(?<=[\p{L}#№°º][\s.:#№°º-]{0,4})/uy
const isReference = ({ index, input }: RegExpExecArray) => {
  reference.lastIndex = afterWord.lastIndex = index
  return afterWord.test(input) && reference.test(input)
}
const isMoney = (match: RegExpExecArray) => money.test(match.input.slice(match.index + match[0].length, match.index + match[0].length + 8))

export function international(match: RegExpExecArray): readonly Cut[] {
  const [found] = match
  const count = digitsIn(found)
  if (count < 8 || isMoney(match) || /^\+\d{1,3}\.\d{3,}$/.test(found)) return none
  // 00 begins many numbers: only with a country's number and a separator it is a telephone's.
  if (found.startsWith('00') && (!/^00 ?[1-9]\d{0,2}[ ./()-]/.test(found) || isReference(match))) return none
  return balanced(match.index, found)
}

/** After a word for a telephone: any shape but a date's. */
export function told(match: RegExpExecArray): readonly Cut[] {
  const number = match[1] ?? ''
  const count = digitsIn(number)
  if (count < (/^11/.test(number) ? 7 : 6) || count > 15 || dates.test(number) || years.test(number) || isMoney(match)) return none
  return balanced(match.index + match[0].length - number.length, number)
}

export const national = (match: RegExpExecArray): readonly Cut[] => (isReference(match) || isMoney(match) ? none : whole(match))

export function leadingZero(match: RegExpExecArray): readonly Cut[] {
  const [found] = match
  const count = digitsIn(found)
  if (count < 9 || count > 12 || dates.test(found) || isReference(match) || isMoney(match) || /^00/.test(found)) return none
  // A month and a year begin many a number of an office's: 02-2026-0815
  if (/^0\d[-/](?:19|20)\d\d\b/.test(found)) return none
  return whole(match)
}

/** A parenthesis that was opened before the number is not part of it, and one opened within must be closed. */
function balanced(start: number, found: string): readonly Cut[] {
  const skip = found.startsWith('(') && !found.includes(')') ? 1 : 0
  return [{ start: start + skip, end: start + found.length }]
}
