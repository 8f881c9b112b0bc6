import type { Part } from '../../core/transports/describe.ts'
import { httpAddress } from './http-address.ts'

interface Node { type: string; text?: string; content?: Node[]; marks?: { type: string; attrs?: Record<string, string> }[] }

/** A document as Atlassian's products take it. */
export interface AdfDocument { type: 'doc'; version: 1; content: Node[] }

// A text node must not be empty, and control characters make the whole document invalid.
const textNodes = (text: string, ...marks: NonNullable<Node['marks']>): Node[] =>
  ((clean: string) => (clean ? [{ type: 'text', text: clean, ...(marks.length > 0 && { marks }) }] : []))(text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '\ufffd'))

const lines = (text: string): Node[] =>
  text.split(/\r\n|\r|\n/).flatMap((line, index) => [...(index > 0 ? [{ type: 'hardBreak' }] : []), ...textNodes(line)])

/**
 * Parts of an issue as a document: customers' words are data in it, never markup, so that nothing in them rings, links or fetches.
 * Checked 2026-11-22: https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/
 */
export function asAdf(parts: readonly Part[], caseUrl?: string): AdfDocument {
  const link = httpAddress(caseUrl)
  return {
    type: 'doc',
    version: 1,
    content: [
      ...parts.flatMap(({ label, text }): Node[] => [
        { type: 'paragraph', content: textNodes(label, { type: 'strong' }) },
        ...(text ? [{ type: 'paragraph', content: lines(text) }] : []),
      ]),
      ...(link ? [{ type: 'paragraph', content: textNodes('Open the case', { type: 'link', attrs: { href: link } }) }] : []),
    ],
  }
}
