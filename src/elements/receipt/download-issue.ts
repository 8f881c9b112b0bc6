import type { Issue } from '../../core/issue/issue.ts'
import type { Receipt } from '../../core/issue/receipt.ts'

// Long enough for the slowest browser to take it over, in milliseconds.
const held = 30_000

/** Hands the customer their issue and its receipt as a JSON file. Without what opens anything: a file is passed on, and lies about. */
export function downloadIssue(issue: Issue, receipt: Receipt) {
  const { identity: _, ...said } = issue
  const { token: _token, ...told } = receipt
  const file = new Blob([JSON.stringify({ issue: said, receipt: told }, undefined, 2)], { type: 'application/json' })
  const href = URL.createObjectURL(file)
  // Never in the page: nobody there hears of the click.
  Object.assign(document.createElement('a'), { href, download: `${receipt.reference.replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 60)}.json` }).click()
  setTimeout(() => URL.revokeObjectURL(href), held)
}
