import { bytesIn } from '../issue/bytes-in.ts'
import type { Attachment, Issue } from '../issue/issue.ts'
import { systemClock, type Clock } from '../support/clock.ts'
import { deadline } from '../support/deadline.ts'
import { timeToSend } from '../support/time-to-send.ts'
import { asError, attemptBy, verdictOn } from './attempt-by.ts'
import { everywhere, warnOfMiss, type OnMiss } from './everywhere.ts'
import { duplicatesOf, expectApart, wayOf, type NamedPart, type Way } from './parts.ts'
import { quietTimes } from './quiet-times.ts'
import { settledParts } from './settled-parts.ts'
import { through } from './through.ts'
import type { Transport } from './transport.ts'

/** A transport that gets a copy. */
export interface Copy extends NamedPart {
  /** `false`: tried once, after the receipt was given, and lost where that fails or the page is left. Default `true`: the issue waits for it. */
  required?: boolean
}

export interface MirrorOptions {
  /** Told of each copy that will never arrive. Default: a warning in the console, with the issue's id and no word of the customer's. */
  onMiss?: OnMiss
  clock?: Clock
}

// As long as one attempt of the outbox.
const patience = 30_000

/**
 * Sends an issue to `main`, whose receipt is the customer's, and then copies of it elsewhere. Whatever follows the issue goes to `main`.
 *
 * What `main` does not take is copied nowhere, and its verdict is the verdict. After that the issue waits until each required copy has
 * arrived, and only those are sent again; a copy that is refused for good (`never`) is told to `onMiss` and holds nothing up.
 * @throws {EarshotError} `transport/wrong-option`
 */
export function mirror(main: Transport, copies: readonly (Transport | Copy)[], { onMiss = warnOfMiss, clock = systemClock }: MirrorOptions = {}): Transport {
  const first = wayOf(main, 'main', 'main')
  const all = copies.map((copy, index) => ({ way: wayOf(copy, `copies[${index}]`, index), required: !('required' in copy && copy.required === false) }))
  expectApart([first, ...all.map(({ way }) => way)])
  const settled = settledParts()
  const inPeace = quietTimes(clock)
  const copyTo = (way: Way, issue: Issue, attachments: Attachment[], signal: AbortSignal, again?: boolean) =>
    inPeace(way, () => attemptBy(way, structuredClone(issue), attachments, { signal, ...(again && { again }) }))

  const tryOnce = async (way: Way, issue: Issue, attachments: Attachment[]) => {
    const ending = new AbortController()
    try {
      await deadline(copyTo(way, issue, attachments, ending.signal), timeToSend(patience, bytesIn(attachments)), 'transport/timeout', clock)
    } catch (error) {
      if (!leftOut(error)) onMiss(asError(error), issue, way.name)
    } finally {
      ending.abort()
    }
  }

  return {
    ...through(main),
    ...duplicatesOf([main, ...all.map(({ way }) => way.transport)]),
    async send(issue, attachments, options) {
      const errands = all.filter(({ required }) => required).map(({ way }) => ({
        part: way.name,
        send: () => copyTo(way, issue, attachments, options.signal, options.again),
      }))
      const sendMain = async () => {
        const receipt = await attemptBy(first, issue, attachments, options)
        for (const { way, required } of all) if (!required) void tryOnce(way, issue, attachments)
        return receipt
      }
      return everywhere(issue, settled, sendMain, errands, (error, ...about) => void (leftOut(error) || onMiss(error, ...about)))
    },
  }
}

/** Nobody misses what a sample leaves out. */
const leftOut = (error: unknown): boolean => verdictOn(error).retry === 'never' && (error as { code?: unknown }).code === 'transport/left-out'
