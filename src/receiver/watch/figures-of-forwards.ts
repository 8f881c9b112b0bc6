import { bounded } from './bounded.ts'
import type { FigureMaker } from './figure-maker.ts'
import type { Waiting } from './find-waiting.ts'
import type { Tell } from './happening.ts'

/** Attempts to pass something on, and what waits. */
export function figuresOfForwards({ counter, seconds, read }: FigureMaker, waiting: () => Promise<readonly Waiting[]>): Tell {
  const attempts = seconds('forward', 'Attempts to pass something on.', 'forwarder', 'outcome')
  const failures = counter('forward_failures_total', 'Attempts to pass something on that failed.', 'forwarder', 'code')
  const code = bounded(50)
  const labels = ['forwarder', 'status'] as const
  const readWaiting = (name: string, help: string, figure: 'count' | 'oldest') => read(name, help, labels, async gauge => {
    const rows = await waiting()
    gauge.reset()
    for (const { forwarder, status, ...row } of rows) gauge.inc({ forwarder, status }, row[figure])
  })
  readWaiting('forwards', 'What waits to be passed on, and what needs a person (dead). Absent while it cannot be read.', 'count')
  readWaiting('forwards_oldest_seconds', 'Seconds since the oldest of them was taken in.', 'oldest')

  return happening => {
    if (happening.event !== 'forward') return
    const { forwarder, outcome, ms } = happening
    attempts.observe({ forwarder, outcome }, ms / 1000)
    if (outcome === 'failed' || outcome === 'dead') failures.inc({ forwarder, code: code(happening.code) })
  }
}
