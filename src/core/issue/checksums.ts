// Lengths by country, from the IBAN registry (SWIFT, release 100).
const ibanLengths =
  'AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29ES24FI18FK18FO18FR27GB22GE22GI23GL18' +
  'GR27GT28HN28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31MU30NI28NL18NO15' +
  'OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24XK20YE30'

/** An international bank account number: the country's length and the checksum modulo 97 (ISO 13616). Spaces and hyphens are allowed. */
export function isIban(text: string): boolean {
  const iban = text.replace(/[ -]/g, '').toUpperCase()
  const at = ibanLengths.indexOf(iban.slice(0, 2))
  if (at % 4 || Number(ibanLengths.slice(at + 2, at + 4)) !== iban.length) return false
  let rest = 0
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = parseInt(character, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}

// Without these every tenth order number is a card: its beginning and its length say who issued it.
const brands: readonly RegExp[] = [
  /^4(?:\d{12}|\d{15}|\d{18})$/, // Visa
  /^(?:5[1-5]\d\d|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}$/, // Mastercard
  /^3[47]\d{13}$/, // American Express
  /^3(?:0[0-5]|[689]\d)\d{11}$/, // Diners
  /^(?:6011|64[4-9]\d|65\d\d|62\d\d|35(?:2[89]|[3-8]\d)|50\d\d|67\d\d|220[0-4]|9792)\d{12}$/, // Discover, UnionPay, JCB, Maestro, Mir, Troy
  /^(?:62\d{2}|67\d{2}|6304)\d{13,15}$/, // UnionPay and Maestro, the long ones
]

/** A payment card's number: digits only, a known brand's beginning and length, and Luhn's checksum. */
export function isCardNumber(digits: string): boolean {
  if (digits.length < 13 || digits.length > 19 || !brands.some(brand => brand.test(digits))) return false
  return luhn(digits)
}

/** Luhn's sum of all digits, the check digit among them, is a multiple of ten. */
export function luhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    sum += i % 2 ? (digit > 4 ? 2 * digit - 9 : 2 * digit) : digit
  }
  return sum % 10 === 0
}

/** The number under a bar code, thirteen digits with their check digit: some of them begin as a card's does. */
export function isEan13(digits: string): boolean {
  if (digits.length !== 13) return false
  return [...digits].reduce((sum, digit, index) => sum + Number(digit) * (index % 2 ? 3 : 1), 0) % 10 === 0
}
