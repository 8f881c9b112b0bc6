import { escapeHtml } from '../../core/support/escape-html.ts'
import type { Part } from '../../core/transports/describe.ts'
import { httpAddress } from './http-address.ts'

const lines = (text: string) => escapeHtml(text).split(/\r\n|\r|\n/).join('<br>')

/**
 * What somebody said, as HTML for mails and desks: headings and paragraphs, and all of theirs as text. Each paragraph finds its own
 * direction, so that what turns the letters round in one does not turn the next.
 */
export function asHtml(parts: readonly Part[], caseUrl?: string): string {
  const link = httpAddress(caseUrl)
  return [
    ...parts.map(({ label, text }) =>
      `<p dir="auto"><strong>${lines(label)}</strong></p>\n<p dir="auto" style="white-space: pre-wrap">${lines(text)}</p>`),
    ...(link ? [`<p><a href="${escapeHtml(link)}">Open the case</a></p>`] : []),
  ].join('\n')
}
