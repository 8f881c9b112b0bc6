import type { Clock } from '../../core/support/clock.ts'
import { deadline } from '../../core/support/deadline.ts'
import { EarshotError } from '../../core/support/errors.ts'
import type { Random } from '../../core/support/ids.ts'
import { Refusal } from '../refusal.ts'
import type { ReceiverLimits } from '../settings.ts'
import { addressKey } from './address-key.ts'
import { comeAgain } from './come-again.ts'
import { readAway } from './linger.ts'
import { createRoom } from './room.ts'
import { createStreams, type Streams } from './streams.ts'
import { openVisit, type Visit } from './visit.ts'

/** How many bodies may be slow at once; of one address half of them at most. */
const mostSlow = 64
/** After the grace: for what is in the database already, and for the answers. */
const lastWord = 5_000

/** Lets requests in as long as there is room, and knows those that are being answered. */
export interface Intake {
  streams: Streams
  readonly isClosing: boolean
  /** Does the work once there is room for it. @throws {Refusal} 503 */
  admit(request: Request, work: (who: string | undefined) => Promise<Response>): Promise<Response>
  /** Lets nobody in any more; resolves when all who are in have their answers, which bodies that still come do not hold up for longer than the grace. */
  close(graceMs: number): Promise<void>
}

export interface IntakeOptions {
  limits: ReceiverLimits
  /** Undefined where addresses are not known. */
  address?: ((request: Request) => unknown) | undefined
  report: (error: unknown) => void
  clock: Clock
  random: Random
}

export function createIntake({ limits, address, clock, random, report }: IntakeOptions): Intake {
  const [requests, bodies, slow] = [createRoom(limits.atOnce), createRoom(limits.bodies), createRoom(mostSlow)]
  const streams = createStreams()
  const inside = new Map<Visit, string | undefined>()
  const countOf = new Map<string | undefined, number>()
  let closing: Promise<void> | undefined
  let tellEmpty = () => {}

  let isTold = false

  // All without an address count as one sender: less than nobody being counted, and told once.
  function whoSends(request: Request): string | undefined {
    if (!address) return undefined
    let given: unknown
    try {
      given = address(request)
    } catch (error) {
      given = error
    }
    const who = addressKey(given)
    if (!who && !isTold) {
      isTold = true
      report(new EarshotError('receiver/no-address', 'rateLimit.address: expected an address, got none; all such requests share one allowance', { given }))
    }
    return who
  }

  const busy = (code: string) =>
    new Refusal(503, 'Too much is being taken in at the moment.', { code, headers: comeAgain(1_000, random) })
  const ending = () => new Refusal(503, 'This process is ending; another one takes over.', { code: 'closing', headers: comeAgain(1_000, random) })

  function enter(request: Request, who: string | undefined): () => void {
    if (!requests.take(who, 1)) throw busy('limit/at-once')
    let held = 0
    let isSlow = false
    const visit: Visit = {
      who,
      pace: limits,
      hold(bytes) {
        if (!bodies.take(who, bytes, countOf.get(who) === 1)) throw busy('limit/bodies')
        held += bytes
      },
      dawdle() {
        isSlow = slow.take(who, 1)
        if (!isSlow) throw busy('limit/slow')
      },
    }
    openVisit(request, visit)
    inside.set(visit, who)
    countOf.set(who, (countOf.get(who) ?? 0) + 1)
    return () => {
      inside.delete(visit)
      const left = countOf.get(who)! - 1
      if (left) countOf.set(who, left)
      else countOf.delete(who)
      requests.give(who, 1)
      if (held) bodies.give(who, held)
      if (isSlow) slow.give(who, 1)
      if (!inside.size) tellEmpty()
    }
  }

  async function end(graceMs: number): Promise<void> {
    const empty = new Promise<void>(resolve => {
      tellEmpty = resolve
      if (!inside.size) resolve()
    })
    streams.endAll()
    await deadline(empty, graceMs, 'receiver/slow-requests', clock).catch(async () => {
      for (const visit of inside.keys()) visit.giveUp?.(ending())
      await deadline(empty, lastWord, 'receiver/slow-requests', clock).catch(report)
    })
  }

  return {
    streams,
    get isClosing() { return closing !== undefined },
    async admit(request, work) {
      if (closing) {
        await readAway(request, clock)
        throw ending()
      }
      const who = whoSends(request)
      const leave = enter(request, who)
      try {
        return await work(who)
      } finally {
        leave()
      }
    },
    close: graceMs => closing ??= end(graceMs),
  }
}
