import { shorten } from '../../core/support/whole-at.ts'
import type { Part } from '../../core/transports/describe.ts'

// What is short says much for little: a topic, an address, the id.
const short = 200

const cost = ({ label, text }: Part) => label.length + text.length

function cut(parts: readonly Part[], most: number): Part[] {
  let left = most
  const room = new Map<Part, number>()
  const small = parts.filter(part => cost(part) <= short)
  for (const part of [...small, ...parts.filter(part => !small.includes(part))]) {
    const given = Math.max(0, Math.min(part.text.length, left - part.label.length))
    room.set(part, given)
    if (given > 0) left -= part.label.length + given
  }
  const kept = parts.flatMap(part => (room.get(part)! > 0 ? [{ ...part, text: shorten(part.text, room.get(part)!) }] : []))
  const all = parts.reduce((sum, { text }) => sum + text.length, 0)
  const missing = all - kept.reduce((sum, { text }) => sum + text.length, 0)
  return [...kept, { label: 'Shortened', text: `${missing} of ${all} characters are left out here; the inbox has all of them.` }]
}

/**
 * The parts of an issue for a service that takes only so much: as they are where they fit, else those that come first in full,
 * the longest of the rest cut, and a last part that says so. Nothing is lost by it: the receiver keeps the issue whole.
 * @param fits whether the service takes these.
 */
export function fitted(parts: readonly Part[], fits: (parts: readonly Part[]) => boolean): readonly Part[] {
  if (fits(parts)) return parts
  let least = 0
  let most = parts.reduce((sum, part) => sum + cost(part), 0)
  while (most - least > 16) {
    const middle = Math.floor((least + most) / 2)
    if (fits(cut(parts, middle))) least = middle
    else most = middle
  }
  return cut(parts, least)
}
