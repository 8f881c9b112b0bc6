import type { Random } from '../../core/support/ids.ts'

const most = 30

/**
 * The header that says when to come again: in whole seconds, never too early, and at random up to twice as late (by two seconds at
 * least, by half a minute at most), so that those who were refused together do not come back together.
 */
export function comeAgain(ms: number, random: Random = bytes => crypto.getRandomValues(bytes)): { 'retry-after': string } {
  const seconds = Math.max(1, Math.ceil(ms / 1000))
  const [byte = 0] = random(new Uint8Array(1))
  const later = Math.floor((byte / 256) * (Math.min(Math.max(seconds, 2), most) + 1))
  return { 'retry-after': String(seconds + later) }
}
