import type { Clock } from '../../core/support/clock.ts'

type Reader = Pick<ReadableStreamDefaultReader<Uint8Array>, 'read' | 'cancel'>

/** In milliseconds: for all of it, and for a silence in it. */
interface Patience { longest: number; silence: number }

const mostBytes = 64 * 2 ** 20

/** Reads what is left of a body and throws it away, for as long as that takes at most; what then still comes is given up. */
function drain(reader: Reader, clock: Clock, { longest, silence }: Patience): Promise<void> {
  return new Promise(resolve => {
    let isOver = false
    let quiet = () => {}
    const end = () => {
      if (isOver) return
      isOver = true
      late()
      quiet()
      void reader.cancel().catch(() => {})
      resolve()
    }
    const late = clock.after(longest, end)
    const read = async () => {
      for (let size = 0; !isOver && size < mostBytes;) {
        quiet = clock.after(silence, end)
        const { done, value } = await reader.read()
        quiet()
        if (done) break
        size += value.length
      }
    }
    void read().catch(() => {}).then(end)
  })
}

/**
 * Goes on reading a body that was refused, for half a minute: a connection that is closed on somebody who still sends takes the answer
 * with it, before it was read. Begins after the answer.
 */
export const linger = (reader: Reader, clock: Clock): void =>
  void clock.after(0, () => void drain(reader, clock, { longest: 30_000, silence: 5_000 }))

/** Reads a body away before an answer that ends the connection; what takes longer than a second loses the answer. */
export async function readAway(request: Request, clock: Clock): Promise<void> {
  if (request.body && !request.bodyUsed) await drain(request.body.getReader(), clock, { longest: 1_000, silence: 500 })
}
