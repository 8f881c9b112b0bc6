// Check digits of national ids; each takes digits only, unless it says so.

const at = (digits: string, index: number) => digits.charCodeAt(index) - 48

/** The sum of digits, each times its weight; digits beyond the weights do not count. */
export const weighed = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * at(digits, index), 0)

/** ISO 7064, modulo 11,10. */
export function mod11And10(digits: string): boolean {
  let product = 10
  for (let index = 0; index < digits.length - 1; index++) {
    const sum = (at(digits, index) + product) % 10 || 10
    product = (2 * sum) % 11
  }
  return (11 - product) % 10 === at(digits, digits.length - 1)
}

// Verhoeff's tables: the multiplication of the dihedral group of order 10, and its permutation.
const times = '0123456789123406789523401789563401289567401239567859876043216598710432765982104387659321049876543210'
const turned = '01234567891576283094580379614289160435279453126870428657390127938064157046913258'

export function verhoeff(digits: string): boolean {
  let check = 0
  for (let index = 0; index < digits.length; index++) {
    const digit = at(turned, (index % 8) * 10 + at(digits, digits.length - 1 - index))
    check = at(times, check * 10 + digit)
  }
  return check === 0
}

/** Whether day, month and year of the century can be a date. Some countries add to the month or the day, to tell more by it. */
export const isDay = (day: number, month: number): boolean => day >= 1 && month >= 1 && month <= 12 && day <= [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!

/** The same of digits at these places, two each. */
export const dated = (digits: string, dayAt: number, monthAt: number): boolean =>
  isDay(Number(digits.slice(dayAt, dayAt + 2)), Number(digits.slice(monthAt, monthAt + 2)))
