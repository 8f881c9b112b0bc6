import type { Receipt } from '../issue/receipt.ts'
import type { Clock } from '../support/clock.ts'
import { stringify } from '../support/stringify.ts'
import { bearer, type Line } from './http-line.ts'
import { readChallenge, type Challenge } from './read-challenge.ts'
import { solveInWorker } from './solve-in-worker.ts'
import { solve, type Solution } from './solve.ts'
import type { TransportError } from './transport.ts'

/** No device works longer for it, in milliseconds. */
const longest = 60_000
/** How long the page's own thread may look after it before it is let go again, in milliseconds. */
const slice = 8
const pause = 16
/** Before it is sent once more, in milliseconds. */
const pauses = [2_000, 10_000]

const waitFor = (clock: Clock, ms: number) => new Promise<void>(resolve => void clock.after(ms, resolve))

/** Whether the visitor asked their device to spare. */
const spares = () => (globalThis.navigator as { connection?: { saveData?: boolean } } | undefined)?.connection?.saveData === true

async function solveHere({ puzzle }: Challenge, signal: AbortSignal, clock: Clock): Promise<Solution | undefined> {
  let since = performance.now()
  return solve(puzzle, async () => {
    if (performance.now() - since > slice) {
      await waitFor(clock, pause)
      since = performance.now()
    }
    return !signal.aborted
  })
}

async function solved(challenge: Challenge, signal: AbortSignal, clock: Clock): Promise<Solution | undefined> {
  if (challenge.worker && typeof Worker === 'function') {
    try {
      return await solveInWorker(challenge.puzzle, signal)
    } catch {}
  }
  return solveHere(challenge, signal, clock)
}

/**
 * Solves what came with a receipt, and sends the solution: then the staff no longer read that there is none. Nothing depends on it:
 * what cannot be read, solved or sent is let be, and nobody hears of it. Needs `crypto.subtle`, which pages over plain http lack.
 * @param after ends it at once.
 */
export async function prove(line: Line, receipt: Receipt, asked: unknown, after?: AbortSignal): Promise<void> {
  const challenge = readChallenge(asked)
  if (!challenge || !globalThis.crypto?.subtle || spares()) return
  const { clock } = line.settings
  const ending = new AbortController()
  const signal = AbortSignal.any([ending.signal, ...(after ? [after] : [])])
  const cancel = clock.after(longest, () => ending.abort())
  try {
    const solution = await solved(challenge, signal, clock)
    if (solution && !signal.aborted) await send(line, receipt, stringify({ challenge: challenge.signed, solution }), signal)
  } finally {
    cancel()
    ending.abort()
  }
}

async function send({ call, settings: { clock } }: Line, receipt: Receipt, body: string, signal: AbortSignal): Promise<void> {
  for (const ms of [...pauses, undefined]) {
    try {
      await call({ path: [receipt.id, 'proof'], method: 'POST', headers: { ...bearer(receipt), 'Content-Type': 'application/json' }, body, signal })
      return
    } catch (error) {
      const { retry, afterMs = 0 } = error as TransportError
      if (ms === undefined || retry === 'never' || signal.aborted) return
      await waitFor(clock, Math.max(ms, afterMs))
      if (signal.aborted) return
    }
  }
}
