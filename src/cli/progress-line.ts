import type { Progress } from './build-index.ts'
import type { Console } from './console.ts'
import { number } from './figures.ts'

// A line that rewrites itself may do so often; in a log each is one more line.
const often = { terminal: 100, log: 5000 }

/** Says how far it is, on a terminal in one line that changes, elsewhere with a line every few seconds. */
export function progressLine({ err, terminal, now }: Console): { show(progress: Progress): void; clear(): void } {
  const pause = terminal ? often.terminal : often.log
  let last = now()
  let shown = false
  return {
    show({ stage, done, total }) {
      if (now() - last < pause) return
      last = now()
      shown = true
      const line = `${number(done)} of ${number(total)} ${stage === 'read' ? 'files' : 'articles written'}`
      err(terminal ? `\r${line}\u001b[K` : `${line}\n`)
    },
    clear() {
      if (shown && terminal) err('\r\u001b[K')
      shown = false
    },
  }
}
