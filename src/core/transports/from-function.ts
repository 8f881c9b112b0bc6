import type { Attachment, Issue } from '../issue/issue.ts'
import type { Receipt } from '../issue/receipt.ts'
import { systemClock, type Clock } from '../support/clock.ts'
import { messageOf } from '../support/errors.ts'
import { stringify } from '../support/stringify.ts'
import { refuseFiles } from './refuse-unfit.ts'
import { TransportError, type SendOptions, type Transport } from './transport.ts'
import { untilAborted } from './until-aborted.ts'
import { verdict } from './verdict.ts'
import { recordIn, textIn } from './whatever-came.ts'
import { expectOption } from './wrong-option.ts'

/** The reference under which the backend has the issue, or a receipt: `id` and `acceptedAt` may be left out. */
export type Taken = string | number | (Partial<Receipt> & Pick<Receipt, 'reference'>)

/** Brings an issue to wherever you keep such things. It gets a copy. Whatever it throws counts as not delivered. */
export type Sends = (issue: Issue, attachments: Attachment[], options: SendOptions) => Promise<Taken> | Taken

export interface FromFunctionOptions {
  /** `true`: an issue that comes twice, by its `id`, counts once. Default: its `duplicates` are `possible`, because nobody said otherwise. */
  once?: boolean
  /** `false`: files cannot go this way. Default: they are given to the function. */
  files?: false
  clock?: Clock
}

/**
 * Makes a transport of a function. Only a reference ends an issue: nothing, an empty text, `true` or a receipt for another issue count as
 * not delivered, and it is called again later, with `again`.
 *
 * An error with `retry: 'never'`, or with a `status` that says the same (422, 413), hands the issue back to the customer; `afterMs` is
 * how long to wait. Everything else means later.
 * @throws {EarshotError} `transport/wrong-option`
 */
export function fromFunction(send: Sends, { once = false, files, clock = systemClock }: FromFunctionOptions = {}): Transport {
  expectOption(typeof send === 'function', 'send', 'a function of an issue', send)
  return {
    ...(!once && { duplicates: 'possible' }),
    ...(files === false && { files }),
    async send(issue, attachments, options) {
      const { id } = issue
      if (files === false) refuseFiles('The function', issue, attachments)
      const work = async () => send(structuredClone(issue), [...attachments], options)
      const taken = await untilAborted(options.signal, work).catch(fail)
      const receipt = receiptOf(taken, id, () => new Date(clock.now()).toISOString())
      if (receipt) return receipt
      throw new TransportError('transport/not-a-receipt', `The function answered to issue ${id} without a reference: it must return a text, a number, or { reference }`, { retry: 'later' })
    },
  }
}

function receiptOf(taken: unknown, id: string, now: () => string): Receipt | undefined {
  const said = recordIn(JSON.parse(stringify(typeof taken === 'object' ? taken : { reference: taken }) ?? null))
  const reference = textIn(said.reference)
  return reference && (said.id ?? id) === id ? { ...said, id, reference, acceptedAt: textIn(said.acceptedAt) || now() } : undefined
}

function fail(thrown: unknown): never {
  const { name, code, retry, status, afterMs, detail, pointer } = ((typeof thrown === 'object' && thrown) || {}) as Record<string, unknown>
  if (name === 'TransportError') throw thrown
  const judged = typeof status === 'number' && status >= 400 ? verdict(status) : { retry: 'later' as const, code: 'transport/failed' }
  throw new TransportError(typeof code === 'string' ? code : judged.code, messageOf(thrown), {
    retry: retry === 'never' || retry === 'later' ? retry : judged.retry,
    ...(typeof status === 'number' && { status }),
    ...(Number(afterMs) > 0 && { afterMs: Number(afterMs) }),
    ...(typeof detail === 'string' && { detail }),
    ...(typeof pointer === 'string' && { pointer }),
  })
}
