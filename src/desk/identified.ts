import { deadline } from '../core/support/deadline.ts'
import { clockOf } from './clock-of.ts'
import type { Context } from './context.ts'

const patience = 1_000

/** Whether the site has signed this customer in: it has a token for them. Never rejects; whom nobody can name is nobody. */
export async function isIdentified(context: Context): Promise<boolean> {
  const { identity } = context.settings
  try {
    const token: unknown = identity && (await deadline(identity(), patience, 'desk/no-identity', clockOf(context)))
    return typeof token === 'string' && token !== ''
  } catch {
    return false
  }
}
