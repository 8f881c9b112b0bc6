import { messageOf } from '../core/support/errors.ts'
import type { Clock } from '../core/support/clock.ts'
import type { SelfTestStep } from './desk.ts'

/** What a step found; a text is a step that went well. */
export type Found = string | Pick<SelfTestStep, 'ok' | 'detail'>

/** A report that grows by one step at a time; a step that throws went wrong, and the next one is walked all the same. */
export function openSteps(clock: Clock) {
  const steps: SelfTestStep[] = []
  return {
    steps,
    async step(name: string, walk: () => Promise<Found> | Found): Promise<void> {
      const start = clock.now()
      const said = await (async () => walk())().catch((error: unknown): Found => ({ ok: false, detail: messageOf(error) }))
      steps.push({ name, milliseconds: clock.now() - start, ...(typeof said === 'string' ? { ok: true, detail: said } : said) })
    },
  }
}
