import { systemClock, type Clock } from '../support/clock.ts'
import { deadline } from '../support/deadline.ts'
import { storeLimit } from './store.ts'

// In a sandboxed frame nothing can be, and Chromium answers the question with an error of its own beside ours, which nobody can catch.
const isNobodys = () => globalThis.origin === 'null' && globalThis.location?.protocol !== 'file:'

/**
 * Whether something was ever kept under this name; unlike opening, asking creates nothing.
 * False where the browser cannot tell: what waits there is found with the customer's first interaction.
 */
export async function storeExists(name: string, { factory, clock = systemClock }: { factory?: IDBFactory; clock?: Clock } = {}): Promise<boolean> {
  if (!factory && isNobodys()) return false
  try {
    const all = await deadline((factory ?? indexedDB).databases(), storeLimit, 'store/timeout', clock)
    return all.some(database => database.name === name)
  } catch {
    return false
  }
}
