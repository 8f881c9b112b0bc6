import type { Clock } from '../../core/support/clock.ts'
import { deadline } from '../../core/support/deadline.ts'

/**
 * The answer of `ask`, kept for `fresh` milliseconds, and nothing where it fails or takes longer than `most`.
 * One question at a time: whoever comes while it runs waits for the same answer.
 */
export function askedRarely<Answer>(ask: () => Promise<Answer>, { fresh, most, clock }: { fresh: number; most: number; clock: Clock }): () => Promise<Answer | undefined> {
  let running: Promise<Answer> | undefined
  let last: { answer: Answer; at: number } | undefined
  const begin = () => ask().then(answer => {
    last = { answer, at: clock.now() }
    return answer
  }).finally(() => running = undefined)

  return async () => {
    const age = last ? clock.now() - last.at : Infinity
    if (last && age >= 0 && age < fresh) return last.answer
    running ??= begin()
    return deadline(running, most, 'receiver/slow-figures', clock).catch(() => undefined)
  }
}
