import { clockOf } from './clock-of.ts'
import type { Context } from './context.ts'
import type { Recording } from './page.ts'

// By desk: begun when the page is at rest, and read by whoever sends.
const recordings = new WeakMap<Context, Promise<Recording | undefined>>()

/** Begins to remember errors and failed requests, if the owner collects them; once for each desk. */
export function record(context: Context): Promise<Recording | undefined> {
  const { settings, seams } = context
  if (!settings.capture.diagnostics || !seams.page?.recordDiagnostics) return Promise.resolve(undefined)
  let recording = recordings.get(context)
  if (!recording) {
    recording = seams.page.recordDiagnostics({ endpoint: settings.endpoint, clock: clockOf(context) })
    recordings.set(context, recording)
    // A chunk that did not arrive is asked for again.
    recording.catch(() => recordings.delete(context))
  }
  return recording
}

/** The recording as far as it was begun; never a reason not to send. */
export const recorded = async (context: Context) => recordings.get(context)?.catch(() => undefined)

/** Leaves the page alone. */
export async function stopRecording(context: Context): Promise<void> {
  const recording = recorded(context)
  recordings.delete(context)
  ;(await recording)?.stop()
}
