import { readLimited } from '../../core/transports/read-limited.ts'
import { messageOf } from '../../core/support/errors.ts'

/** How the world is asked. */
export interface Asking {
  fetch: typeof fetch
  /** Milliseconds for one question. */
  timeout: number
}

const longest = 10_000_000

/** An answer with its text, whatever its status. @throws {Error} with one sentence, when there is none. */
export async function ask(url: URL, { fetch, timeout }: Asking, init: RequestInit = {}): Promise<{ answer: Response; text: string }> {
  try {
    const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(timeout) })
    return { answer, text: await readLimited(answer, longest) }
  } catch (error) {
    throw new Error(`${url.href} does not answer (${causeOf(error)})`, { cause: error })
  }
}

/** Node says "fetch failed", and why only underneath. */
function causeOf(error: unknown): string {
  const { cause } = error as { cause?: { code?: unknown } }
  return typeof cause?.code === 'string' ? cause.code : messageOf(cause ?? error)
}
