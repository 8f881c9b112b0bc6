import type { ForwardEnded } from './happening.ts'
import { safeCode } from './safe-code.ts'

/** What is told of an attempt that ended. */
export function forwardEnded(
  { forwarder, attempts }: { forwarder: string; attempts: number }, outcome: ForwardEnded['outcome'], ms: number, failure?: { code: string; status?: number },
): ForwardEnded {
  return {
    event: 'forward', forwarder, outcome, attempt: attempts, ms: Math.max(0, ms),
    // A forwarder is anybody's program, and so is the word that it calls its code.
    ...(failure && { code: safeCode(failure.code) ?? 'other' }),
    ...(Number.isInteger(failure?.status) && { status: failure!.status! }),
  }
}
