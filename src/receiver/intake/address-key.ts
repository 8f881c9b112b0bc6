const four = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/
const longest = 200

/** The eight groups of an IPv6 address; undefined for what is none. */
function groupsOf(text: string): number[] | undefined {
  const tail = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text)
  const last = tail && four.exec(tail[2]!)
  if (tail && !last) return undefined
  const [a = 0, b = 0, c = 0, d = 0] = last ? last.slice(1).map(Number) : []
  const plain = last ? `${tail![1]}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}` : text
  const [head = '', rest, ...more] = plain.split('::')
  if (more.length) return undefined
  const read = (part: string) => (part === '' ? [] : part.split(':').map(group => (/^[\da-f]{1,4}$/i.test(group) ? parseInt(group, 16) : NaN)))
  const [before, after] = [read(head), read(rest ?? '')]
  const missing = 8 - before.length - after.length
  if (rest === undefined ? missing !== 0 : missing < 1) return undefined
  const groups = [...before, ...Array<number>(missing).fill(0), ...after]
  return groups.some(Number.isNaN) ? undefined : groups
}

/**
 * Who counts as one sender: an IPv4 address, or the first 64 bits of an IPv6 one, of which everybody has at least so many to
 * themselves. Ports, brackets and zones are taken off; of a list (`X-Forwarded-For`) the last counts, which the nearest proxy wrote itself.
 * What is no address, an account's id for example, stands for itself.
 */
export function addressKey(given: unknown): string {
  if (typeof given !== 'string' || given.length > 10_000) return ''
  const last = given.slice(given.lastIndexOf(',') + 1).trim()
  const text = (/^\[([^\]]*)\](?::\d+)?$/.exec(last)?.[1] ?? last.replace(/^([\d.]+):\d+$/, '$1')).replace(/%.*$/, '')
  if (!text.includes(':')) return text.slice(0, longest)
  const groups = groupsOf(text)
  if (!groups) return text.slice(0, longest)
  const [a = 0, b = 0] = groups.slice(6)
  const isFour = groups.slice(0, 5).every(group => group === 0) && groups[5] === 0xffff
  return isFour ? [a >> 8, a & 255, b >> 8, b & 255].join('.') : `${groups.slice(0, 4).map(group => group.toString(16)).join(':')}::/64`
}
