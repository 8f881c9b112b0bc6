import type { Receipt } from '../issue/receipt.ts'
import type { RungNews } from '../issue/rung-news.ts'
import { asError, verdictOn } from './attempt-by.ts'
import type { Way } from './parts.ts'
import { TransportError, type Transport } from './transport.ts'
import { givenBy, wayBack } from './via.ts'

type Follows = Omit<Transport, 'send' | 'duplicates' | 'files'>
type Ability = keyof Follows
type ByReceipt = (receipt: Receipt, ...more: unknown[]) => Promise<unknown>

const byReceipt = ['thread', 'reply', 'watch', 'share', 'unshare'] as const

/**
 * What follows an issue, for a transport made of several: it goes to the part that took it, which the receipt says.
 * There is a method where at least one part has it; for an issue whose part has not, it fails with `transport/no-method`, `never`.
 * @param before the part that gave the receipts which name none.
 */
export function following(ways: readonly Way[], before: Way): Follows {
  const able = (method: Ability) => ways.filter(({ transport }) => typeof transport[method] === 'function')

  const passOn = (method: (typeof byReceipt)[number]): ByReceipt => async (receipt, ...more) => {
    const found = wayBack(ways, before, receipt)
    const { transport } = found?.way ?? {}
    const pass = transport?.[method] as ByReceipt | undefined
    if (found && pass) return pass.call(transport, found.own, ...more)
    const why = found ? `The part "${found.way.name}" that took issue ${receipt.id} has no "${method}"` : `No part is called "${receipt.via}" any more`
    throw new TransportError(found ? 'transport/no-method' : 'transport/unknown-part', why, { retry: 'never' })
  }

  return {
    ...(Object.fromEntries(byReceipt.filter(method => able(method).length).map(method => [method, passOn(method)])) as Follows),

    ...(able('requests').length && {
      requests: async options => {
        const lists = await ofAll(able('requests'), async way =>
          (await way.transport.requests!(options)).map(found => ({ ...found, receipt: givenBy(way, found.receipt) })))
        const seen = new Set<string>()
        return lists.flat().filter(({ issue: { id } }) => !seen.has(id) && seen.add(id))
      },
    }),

    ...(able('people').length && {
      // The first part that knows a rung is asked about it.
      people: async options =>
        Object.assign({}, ...(await ofAll(able('people'), way => way.transport.people!(options))).reverse()) as Record<string, RungNews>,
    }),

    ...(able('open').length && {
      open: async (code, options) => {
        const failures: unknown[] = []
        for (const way of able('open')) {
          try {
            const { issue, receipt } = await way.transport.open!(code, options)
            return { issue, receipt: givenBy(way, receipt) }
          } catch (error) {
            failures.push(error)
          }
        }
        // As long as one could not answer, the code may be right.
        throw failures.find(error => verdictOn(error).retry === 'later') ?? failures[0]
      },
    }),
  }
}

/** The answers that came; one part in trouble does not hide what the others know. @throws where none came. */
async function ofAll<T>(ways: readonly Way[], ask: (way: Way) => Promise<T>): Promise<T[]> {
  const answers = await Promise.allSettled(ways.map(ask))
  const came = answers.flatMap(answer => (answer.status === 'fulfilled' ? [answer.value] : []))
  const failed = answers.find(answer => answer.status === 'rejected')
  if (came.length || !failed) return came
  throw asError(failed.reason)
}
