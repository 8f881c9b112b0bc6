/** Sorted terms as one text: `4ing` is the first four letters of the one before, then `ing`. The number is in base 36. */
export function packTerms(sorted: readonly string[]): string {
  let before = ''
  return sorted.map(term => {
    let shared = 0
    while (shared < 35 && shared < term.length && term[shared] === before[shared]) shared++
    before = term
    return shared.toString(36) + term.slice(shared)
  }).join(' ')
}

export function unpackTerms(text: string): string[] {
  let before = ''
  return text ? text.split(' ').map(coded => (before = before.slice(0, parseInt(coded.charAt(0), 36)) + coded.slice(1))) : []
}
