import { systemClock } from '../support/clock.ts'
import { deadline } from '../support/deadline.ts'
import { hash } from '../support/hash.ts'

/**
 * Whom the site's token names, as a checksum of its `sub`; undefined when there is nobody or it cannot be told.
 * The token itself is never stored, and not verified here: it only keeps one user's issues from going under another's name.
 */
export async function ownerOf(identity: (() => Promise<string>) | undefined): Promise<string | undefined> {
  try {
    const token = await deadline(identity!(), 1_000, 'outbox/no-identity', systemClock)
    const { sub } = JSON.parse(atob(token.split('.')[1]!.replaceAll('-', '+').replaceAll('_', '/')))
    return typeof sub === 'string' ? hash(sub) : undefined
  } catch {
    return undefined
  }
}
