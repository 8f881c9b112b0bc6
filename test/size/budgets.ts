/** The longest the customer's first steps may be, in bytes of brotli at its strongest; 1 kB is 1,000 bytes. */
export interface Budget {
  name: string
  /** Files under `dist/`; each counts with everything it imports at once. */
  entries: string[]
  limit: number
}

const loader = 'earshot.js'
const home = 'earshot/app.js'
const form = 'earshot/feedback.js'

export const budgets: Budget[] = [
  { name: 'loader, with the launcher drawn', entries: [loader], limit: 1_500 },
  { name: 'home usable', entries: [loader, home], limit: 14_000 },
  { name: 'first form usable', entries: [loader, home, form], limit: 19_000 },
]

/** Where the chunks of the script tag lie. */
export const chunkFolder = 'earshot/'
