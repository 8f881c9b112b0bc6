import { EarshotError, messageOf } from '../../core/support/errors.ts'
import type { Random } from '../../core/support/ids.ts'
import type { Claim } from './store-forwards.ts'

const second = 1_000
const hour = 3_600 * second
const day = 24 * hour
const [first, longest] = [10 * second, hour]

/** Why an attempt failed, as staff read it. */
export interface Failure {
  code: string
  /** A sentence, which may end in the other system's own words: text, never markup. */
  text: string
  /** The HTTP status, where there was one. */
  status?: number
  /** ISO 8601. */
  at: string
}

export interface AfterFailure { status: 'waiting' | 'dead'; dueAt: string; failure: Failure; /** Until then nothing goes there. */ restUntil?: string }

/** A number from 0 up to 1, by chance. */
const fraction = (random: Random): number => new DataView(random(new Uint8Array(4)).buffer).getUint32(0) / 2 ** 32

const longestText = 1_000

const ours: Readonly<Record<string, string>> = {
  'receiver/slow-files': 'What was to be sent could not be read in time.',
  'receiver/files-unreachable': 'The files could not be read: the store that has them failed. The log of the receiver says how.',
}

function inPlainWords(thrown: unknown, { detail, status, spoken }: { detail: unknown; status: unknown; spoken: boolean }): string {
  if (thrown instanceof EarshotError && thrown.code === 'receiver/slow-forward') return `There was no answer within ${Number(thrown.details['ms']) / second} seconds.`
  if (thrown instanceof EarshotError && Object.hasOwn(ours, thrown.code)) return ours[thrown.code]!
  // Whatever else was thrown may hold an address with a secret in it: the log has it, not the staff's page.
  if (!spoken) return 'Something failed inside the forwarder; the log of the receiver says what.'
  const own = typeof detail === 'string' ? detail.trim() : ''
  const words = own ? `${typeof status === 'number' ? `It answered ${status}: ` : ''}${own}` : messageOf(thrown).replace(/ \[[\w/-]+\]$/, '')
  return words.slice(0, longestText)
}

/**
 * What becomes of a job whose attempt failed. Only a `TransportError`, told by its name because there may be two copies of that class,
 * can say `never` or `afterMs`; whatever else was thrown counts as `later`.
 * Waits: up to 10 s, then up to twice as long each time, at most an hour, by chance, so that jobs do not come back all at once.
 */
export function afterFailure(claim: Claim, thrown: unknown, { now, random, attempts }: { now: number; random: Random; attempts: number }): AfterFailure {
  const error = (typeof thrown === 'object' && thrown) || {}
  const { name, code, retry, status, detail, afterMs } = error as Record<string, unknown>
  const spoken = name === 'TransportError'
  const made = claim.attempts - claim.forgiven
  const asked = spoken && Number(afterMs) > 0 ? Math.min(Math.max(Number(afterMs), second), day) : 0
  const wait = asked || Math.max(second, fraction(random) * Math.min(longest, first * 2 ** Math.min(made - 1, 30)))
  const iso = (time: number) => new Date(time).toISOString()
  return {
    status: (spoken && retry === 'never') || made >= attempts ? 'dead' : 'waiting',
    dueAt: iso(now + wait),
    failure: {
      code: typeof code === 'string' ? code : 'transport/failed',
      text: inPlainWords(thrown, { detail, status, spoken }),
      ...(typeof status === 'number' && { status }),
      at: iso(now),
    },
    ...(asked && (status === 429 || status === 503) && { restUntil: iso(now + Math.min(asked, longest)) }),
  }
}
