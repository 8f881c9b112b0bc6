import type { Receipt } from '../issue/receipt.ts'
import type { Clock } from '../support/clock.ts'
import { deadline } from '../support/deadline.ts'
import { EarshotError, messageOf } from '../support/errors.ts'
import { TransportError } from './transport.ts'

interface Waiting { signal: AbortSignal; timeout: number; clock: Clock; where: string }

/** What an attempt gets to settle itself. */
export interface Settle {
  done(receipt: Receipt): void
  fail(error: unknown): void
}

/**
 * One attempt over a socket or a port: until a receipt comes, something fails, time is up or the signal says stop.
 * @param begin starts it; its answer undoes it and runs once, however it ends.
 * @throws {TransportError} always one; what was thrown as another error is `transport/unreachable`, to be tried again.
 */
export async function untilWord(begin: (settle: Settle) => () => void, { signal, timeout, clock, where }: Waiting): Promise<Receipt> {
  let undo = () => {}
  let stop = () => {}
  try {
    const talk = new Promise<Receipt>((done, fail) => {
      stop = () => fail(new Error('given up'))
      signal.addEventListener('abort', stop)
      signal.throwIfAborted()
      undo = begin({ done, fail })
    })
    return await deadline(talk, timeout, 'transport/timeout', clock)
  } catch (error) {
    if (error instanceof TransportError) throw error
    const late = error instanceof EarshotError && error.code === 'transport/timeout'
    throw new TransportError(
      late ? 'transport/timeout' : 'transport/unreachable',
      late ? `No receipt from ${where} within ${timeout} ms` : `No receipt from ${where}: ${messageOf(error)}. The issue is kept`,
      { retry: 'later' },
    )
  } finally {
    signal.removeEventListener('abort', stop)
    undo()
  }
}
