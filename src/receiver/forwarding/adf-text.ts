import { isRecord } from '../../core/support/json.ts'
import { httpAddress } from './http-address.ts'

const block = ['paragraph', 'heading', 'codeBlock', 'blockquote', 'panel', 'rule', 'bulletList', 'orderedList', 'taskList', 'table', 'expand', 'mediaSingle', 'mediaGroup']
const item = ['listItem', 'taskItem', 'tableRow']
// Deeper than anybody writes, and than a call may go.
const deepest = 50

const textAt = (record: unknown, key: string): string => (isRecord(record) && typeof record[key] === 'string' ? record[key] : '')

function leaf(node: Record<string, unknown>): string {
  const { attrs, marks } = node
  const text = textAt(node, 'text') || textAt(attrs, 'text') || textAt(attrs, 'shortName') || textAt(attrs, 'url')
  const link = Array.isArray(marks) ? httpAddress(marks.map(mark => (isRecord(mark) && mark['type'] === 'link' ? textAt(mark['attrs'], 'href') : '')).find(Boolean)) : undefined
  return link && link !== httpAddress(text) ? `${text} (${link})` : text
}

function write(node: unknown, depth: number): string {
  if (!isRecord(node) || depth > deepest) return ''
  const { type, content } = node
  if (type === 'hardBreak') return '\n'
  const inner = Array.isArray(content) ? content.map(child => write(child, depth + 1)).join('') : leaf(node)
  if (item.includes(String(type))) return `${type === 'tableRow' ? '' : '- '}${inner.trim().replace(/\n{2,}/g, '\n')}\n`
  return block.includes(String(type)) ? `${inner.trimEnd()}\n\n` : inner
}

/** The words of a document of Atlassian's as plain text: paragraphs, lists by hyphens, addresses in brackets. Pictures and whatever else has no words are left out. */
export const adfText = (document: unknown): string => write(document, 0).replace(/\n{3,}/g, '\n\n').trim()
