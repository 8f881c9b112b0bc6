import type { Receipt } from '../issue/receipt.ts'
import { verdictOn } from './attempt-by.ts'

/** Issues that are on their way to several parts at once; more than this wait only where the page has long forgotten them. */
const most = 1_000

/**
 * What became of an issue at each part, by its name, for as long as the page lives: what arrived there, or was refused
 * there for good, is not sent there again. After a reload it may be, under the same id.
 */
export interface SettledParts {
  /** The receipt it has from there already; else what `send` brings. @throws what it failed with, or was refused with before. */
  once(issueId: string, part: string, send: () => Promise<Receipt>): Promise<Receipt>
  /** The issue is over. */
  forget(issueId: string): void
}

export function settledParts(): SettledParts {
  const known = new Map<string, Map<string, Receipt | Error>>()

  const note = (issueId: string, part: string, outcome: Receipt | Error) => {
    const parts = known.get(issueId) ?? new Map<string, Receipt | Error>()
    known.set(issueId, parts.set(part, outcome))
    if (known.size > most) known.delete(known.keys().next().value!)
  }

  return {
    async once(issueId, part, send) {
      const outcome = known.get(issueId)?.get(part)
      if (outcome instanceof Error) throw outcome
      if (outcome) return outcome
      try {
        const receipt = await send()
        note(issueId, part, receipt)
        return receipt
      } catch (error) {
        if (error instanceof Error && verdictOn(error).retry === 'never') note(issueId, part, error)
        throw error
      }
    },
    forget: issueId => void known.delete(issueId),
  }
}
