import { isEan13, luhn } from './checksums.ts'
import { dated, isDay, mod11And10, verhoeff, weighed } from './id-checksums.ts'
import { after, before, type Rule } from './redaction-table.ts'

/**
 * One national id: how it is written, and what makes it one. `check` gets it in capitals without spaces, dots, hyphens and
 * slashes; `raw` as it stands. Those without a check digit look for separators, or for a word before them.
 */
interface Id { shape: string; check: (id: string, raw: string, said: string) => boolean }

const number = (id: string, from: number, to: number) => Number(id.slice(from, to))
const last = (id: string) => Number(id.at(-1))
const mod11 = (sum: number) => sum % 11
const s = '[ .-]?'

const cpfDigit = (id: string, length: number) => {
  const rest = (weighed(id, [...Array(length).keys()].map(index => length + 1 - index)) * 10) % 11
  return (rest % 10) === number(id, length, length + 1)
}
const allSame = (id: string) => /^(.)\1*$/.test(id)
const curp = '0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ'
const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23]

export const ids: Readonly<Record<string, Id>> = {
  'us-ssn': {
    shape: '\\d{3}([ -]?)\\d{2}\\1\\d{4}',
    check: (id, raw, said) => !/^(?:000|666|9)|^...00|0000$/.test(id) && (raw.length > 9 || /(?:ssn|social(?: security)?)\W{0,3}(?:(?:no|number|is)\W{0,3}){0,2}$/i.test(said)),
  },
  'gb-nino': {
    shape: '[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]',
    check: id => !/^(?:BG|GB|NK|KN|TN|NT|ZZ)/.test(id),
  },
  'gb-nhs': { shape: '\\d{3}[ -]?\\d{3}[ -]?\\d{4}', check: id => (11 - mod11(weighed(id, [10, 9, 8, 7, 6, 5, 4, 3, 2]))) % 11 === last(id) && !allSame(id) },
  'ie-pps': {
    shape: '\\d{7} ?[A-W][A-IW]?',
    check: id => 'WABCDEFGHIJKLMNOPQRSTUV'[(weighed(id, [8, 7, 6, 5, 4, 3, 2]) + (id[8] ? ('WABCDEFGHI'.indexOf(id[8]) * 9) : 0)) % 23] === id[7],
  },
  'de-steuer-id': {
    shape: '[1-9]\\d ?\\d{3} ?\\d{3} ?\\d{3}',
    // Of its first ten digits one comes twice or three times, the others once.
    check: id => mod11And10(id) && [8, 9].includes(new Set(id.slice(0, 10)).size) && !/(.)\1\1/.test(id.slice(0, 10)),
  },
  'de-rvnr': {
    shape: '\\d{2} ?\\d{6} ?[A-Z] ?\\d{2} ?\\d',
    check: id => {
      const digits = id.slice(0, 8) + String(id.charCodeAt(8) - 64).padStart(2, '0') + id.slice(9)
      const sum = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1].reduce((all, weight, index) => {
        const product = weight * Number(digits[index])
        return all + Math.floor(product / 10) + (product % 10)
      }, 0)
      return sum % 10 === last(id) && isDay(number(id, 2, 4) % 50 || 1, number(id, 4, 6))
    },
  },
  'fr-nir': {
    shape: '[12] ?\\d{2} ?\\d{2} ?(?:\\d{2}|2[AB]) ?\\d{3} ?\\d{3} ?\\d{2}',
    check: id => 97 - (Number(id.slice(0, 13).replace('2A', '19').replace('2B', '18')) % 97) === number(id, 13, 15),
  },
  'es-dni': { shape: '\\d{8}[ -]?[A-Z]', check: id => 'TRWAGMYFPDXBNJZSQVHLCKE'[number(id, 0, 8) % 23] === id[8] },
  'es-nie': { shape: '[XYZ][ -]?\\d{7}[ -]?[A-Z]', check: id => 'TRWAGMYFPDXBNJZSQVHLCKE'[Number('XYZ'.indexOf(id[0]!) + id.slice(1, 8)) % 23] === id[8] },
  'it-cf': {
    shape: '[A-Z]{6}\\d{2}[A-EHLMPRST]\\d{2}[A-Z]\\d{3}[A-Z]',
    check: id => {
      const sum = [...id.slice(0, 15)].reduce((all, sign, index) => {
        const value = /\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 65
        return all + (index % 2 ? value : odd[value]!)
      }, 0)
      return sum % 26 === id.charCodeAt(15) - 65
    },
  },
  'nl-bsn': { shape: '\\d{3}[ .]?\\d{3}[ .]?\\d{3}|\\d{4}[.]\\d{2}[.]\\d{3}', check: id => mod11(weighed(id, [9, 8, 7, 6, 5, 4, 3, 2, -1])) === 0 && !allSame(id) },
  'be-nrn': {
    shape: '\\d{2}[.]?\\d{2}[.]?\\d{2}[- ]?\\d{3}[. ]?\\d{2}',
    check: id => [number(id, 0, 9), Number('2' + id.slice(0, 9))].some(value => 97 - (value % 97) === number(id, 9, 11)) && isDay(number(id, 4, 6) || 1, number(id, 2, 4) % 20 || 1),
  },
  'pl-pesel': {
    shape: '\\d{11}',
    check: id => (10 - (weighed(id, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10 === last(id) && isDay(number(id, 4, 6), number(id, 2, 4) % 20),
  },
  'se-pnr': { shape: '(?:19|20)?\\d{6}[-+]?\\d{4}', check: id => luhn(id.slice(-10)) && isDay(number(id.slice(-10), 4, 6) % 60, number(id.slice(-10), 2, 4)) },
  // Since 2007 without a check digit
  'dk-cpr': { shape: '\\d{6}[- ]?\\d{4}', check: (id, raw, said) => dated(id, 0, 2) && (raw.length > 10 || /(?:cpr|personnummer)\W{0,3}(?:nr\W{0,3})?$/i.test(said)) },
  'fi-hetu': {
    shape: '\\d{6}[-+A-FU-Y]\\d{3}[\\dA-FHJ-NPR-Y]',
    check: (_, raw) => dated(raw, 0, 2) && '0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(raw.slice(0, 6) + raw.slice(7, 10)) % 31] === raw[10]!.toUpperCase(),
  },
  'no-fnr': {
    shape: '\\d{6}[ -]?\\d{5}',
    check: id => mod11(weighed(id, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1])) === 0 && mod11(weighed(id, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1])) === 0 && isDay(number(id, 0, 2) % 40, number(id, 2, 4) % 40),
  },
  'ch-ahv': { shape: `756${s}\\d{4}${s}\\d{4}${s}\\d{2}`, check: isEan13 },
  'at-svnr': { shape: '[1-9]\\d{3} ?\\d{6}', check: id => mod11(weighed(id, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6])) === number(id, 3, 4) && isDay(number(id, 4, 6), Math.min(number(id, 6, 8), 12)) },
  'pt-nif': { shape: '[1235689]\\d{2} ?\\d{3} ?\\d{3}', check: id => ((11 - mod11(weighed(id, [9, 8, 7, 6, 5, 4, 3, 2]))) % 11) % 10 === last(id) },
  'cz-rc': { shape: '\\d{6}/?\\d{4}', check: id => Number(id) % 11 === 0 && isDay(number(id, 4, 6), number(id, 2, 4) % 50 % 20) },
  'ro-cnp': {
    shape: '[1-9]\\d{12}',
    check: id => (mod11(weighed(id, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9])) % 10 || (mod11(weighed(id, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9])) === 10 ? 1 : 0)) === last(id) && dated(id, 5, 3),
  },
  'ru-snils': {
    shape: '\\d{3}[ -]?\\d{3}[ -]?\\d{3}[ -]?\\d{2}',
    check: id => (weighed(id, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101) % 100 === number(id, 9, 11) && !allSame(id),
  },
  'tr-tckn': {
    shape: '[1-9]\\d{10}',
    check: id => (((weighed(id, [7, -1, 7, -1, 7, -1, 7, -1, 7]) % 10) + 10) % 10) === number(id, 9, 10) && weighed(id, Array<number>(10).fill(1)) % 10 === last(id),
  },
  'il-id': { shape: '\\d{8}-?\\d', check: id => luhn(id) && !allSame(id) },
  'za-id': { shape: '\\d{6} ?\\d{4} ?[01]\\d{2}', check: id => luhn(id) && dated(id, 4, 2) },
  'br-cpf': { shape: '\\d{3}[.]?\\d{3}[.]?\\d{3}-?\\d{2}', check: id => cpfDigit(id, 9) && cpfDigit(id, 10) && !allSame(id) },
  'cl-rut': {
    shape: '\\d{1,2}[.]?\\d{3}[.]?\\d{3}-[\\dK]',
    check: id => {
      const digits = [...id.slice(0, -1)].reverse()
      const rest = 11 - mod11(digits.reduce((sum, digit, index) => sum + Number(digit) * (2 + (index % 6)), 0))
      return (rest === 11 ? '0' : rest === 10 ? 'K' : String(rest)) === id.at(-1)
    },
  },
  'mx-curp': {
    shape: '[A-Z]{4}\\d{6}[HMX][A-Z]{5}[A-Z\\d]\\d',
    check: id => (10 - ([...id.slice(0, 17)].reduce((sum, sign, index) => sum + curp.indexOf(sign) * (18 - index), 0) % 10)) % 10 === last(id),
  },
  'in-aadhaar': { shape: '[2-9]\\d{3}[ -]?\\d{4}[ -]?\\d{4}', check: verhoeff },
  'in-pan': { shape: '[A-Z]{3}[ABCFGHLJPT][A-Z]\\d{4}[A-Z]', check: () => true },
  'ca-sin': { shape: '\\d{3}[ -]?\\d{3}[ -]?\\d{3}', check: id => luhn(id) && !allSame(id) },
  'au-tfn': { shape: '\\d{3} ?\\d{3} ?\\d{3}', check: id => mod11(weighed(id, [1, 4, 3, 7, 5, 8, 6, 9, 10])) === 0 && !allSame(id) },
  // Since 2020 without a check digit
  'kr-rrn': { shape: '\\d{6}-?[1-8]\\d{6}', check: id => dated(id, 4, 2) },
  'jp-my-number': {
    shape: '\\d{4}[ -]?\\d{4}[ -]?\\d{4}',
    check: id => {
      const rest = mod11(weighed(id, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]))
      return (rest <= 1 ? 0 : 11 - rest) === last(id)
    },
  },
  'cn-ric': {
    shape: '[1-9]\\d{5}(?:19|20)\\d{2}[01]\\d[0-3]\\d{4}[\\dX]',
    check: id => '10X98765432'[mod11(weighed(id, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]))] === id[17] && dated(id, 12, 10),
  },
  'tw-id': {
    shape: '[A-Z][12]\\d{8}',
    check: id => {
      const letter = 'ABCDEFGHJKLMNPQRSTUVXYWZIO'.indexOf(id[0]!) + 10
      return (Math.floor(letter / 10) + 9 * (letter % 10) + weighed(id.slice(1), [8, 7, 6, 5, 4, 3, 2, 1, 1])) % 10 === 0
    },
  },
  'sg-nric': {
    shape: '[STFG]\\d{7}[A-Z]',
    check: id => {
      const rest = mod11(weighed(id.slice(1), [2, 7, 6, 5, 4, 3, 2]) + (/[TG]/.test(id) && /^[TG]/.test(id) ? 4 : 0))
      return (/^[ST]/.test(id) ? 'JZIHGFEDCBA' : 'XWUTRQPNMLK')[rest] === id[8]
    },
  },
  'th-id': { shape: '\\d-?\\d{4}-?\\d{5}-?\\d{2}-?\\d', check: id => (11 - mod11(weighed(id, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]))) % 10 === last(id) },
}

/** The rows for the ids that an owner names; names nobody knows are left out. */
export function idRules(names: readonly string[]): Rule[] {
  return names.filter(name => Object.hasOwn(ids, name)).map(name => {
    const { shape, check } = ids[name]!
    return {
      kind: 'id', blank: '[id]', hint: /\d{2}/,
      pattern: new RegExp(`${before}(?<![\\d][.,:/+-])(?:${shape})${after}(?![.,:/-]\\d)`, 'giu'),
      cut: ({ 0: raw, index, input }) =>
        check(raw.toUpperCase().replace(/[ ./-]/g, ''), raw, input.slice(Math.max(0, index - 40), index)) ? [{ start: index, end: index + raw.length }] : [],
    }
  })
}
