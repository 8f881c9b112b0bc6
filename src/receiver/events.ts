import { authorize } from './access.ts'
import { encode } from './bytes.ts'
import type { Context } from './context.ts'
import { visitOf } from './intake/visit.ts'
import { findMark } from './store-cases.ts'

const [every, heartbeat, longest] = [1_500, 25_000, 5 * 60_000]

/**
 * Answers `GET {endpoint}/{id}/events`: `news` at once and whenever something changed in what the token shows, by whichever
 * process. At once, because something may have changed since the thread was read. Ends after five minutes, when the token
 * opens nothing any more, when the reader goes, and when this process ends.
 */
export async function streamEvents(context: Context, request: Request, id: string): Promise<Response> {
  const { streams, options: { query, clock, report } } = context
  const access = await authorize(context, request, id)
  const timers = new Map<string, () => void>()
  let mark = await findMark(query, access)
  let isOpen = true
  let end = () => {}
  const leave = streams.enter(visitOf(request).who, () => end())
  const stop = () => {
    isOpen = false
    for (const cancel of timers.values()) cancel()
    timers.clear()
    leave()
  }
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      end = () => {
        if (!isOpen) return
        stop()
        controller.close()
      }
      const say = (text: string) => controller.enqueue(encode(`${text}\n\n`))
      const repeat = (name: string, ms: number, run: () => void) => timers.set(name, clock.after(ms, run))
      const beat = () => {
        say(':')
        repeat('heartbeat', heartbeat, beat)
      }
      const look = async () => {
        const now = await findMark(query, access)
        if (!isOpen) return
        if (now === undefined) return end()
        if (now !== mark) say('event: news\ndata:')
        mark = now
        repeat('look', every, watch)
      }
      const watch = () => void look().catch((error: unknown) => {
        report(error)
        end()
      })
      timers.set('end', clock.after(longest, end))
      request.signal.addEventListener('abort', end, { once: true })
      say('event: news\ndata:')
      repeat('heartbeat', heartbeat, beat)
      repeat('look', every, watch)
    },
    cancel: stop,
  })
  // Who compresses gathers up first: the first news would come with the last.
  return new Response(body, { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' } })
}
