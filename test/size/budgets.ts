/** The longest the customer's first steps may be, in bytes of brotli at its strongest; 1 kB is 1,000 bytes. */
export interface Budget {
  name: string
  /** Files under `dist/`; each counts with everything it imports at once. */
  entries: string[]
  /** What is there already and does not count again. */
  beyond?: string[]
  limit: number
}

const loader = 'earshot.js'
const home = 'earshot/app.js'
// What it looks like, and what it is made of: fetched side by side.
const form = ['earshot/feedback.js', 'earshot/form-room.js']

export const budgets: Budget[] = [
  { name: 'loader, with the launcher drawn', entries: [loader], limit: 1_500 },
  { name: 'home usable', entries: [loader, home], limit: 14_000 },
  { name: 'first form usable', entries: [loader, home, ...form], limit: 19_000 },
  { name: 'a form, beyond the panel', entries: form, beyond: [loader, home], limit: 5_000 },
]

/** Where the chunks of the script tag lie. */
export const chunkFolder = 'earshot/'
