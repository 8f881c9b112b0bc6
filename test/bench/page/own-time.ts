import type { CDPSession } from 'playwright-core'

type Profile = Awaited<ReturnType<typeof stopProfile>>

/** A stretch of time since the navigation began, in milliseconds. */
export interface Stretch { start: number; end: number }

export async function startProfile(devtools: CDPSession): Promise<void> {
  await devtools.send('Performance.enable')
  await devtools.send('Profiler.enable')
  await devtools.send('Profiler.setSamplingInterval', { interval: 200 })
  await devtools.send('Profiler.start')
}

export async function stopProfile(devtools: CDPSession) {
  const { metrics } = await devtools.send('Performance.getMetrics')
  const { profile } = await devtools.send('Profiler.stop')
  return { profile, origin: metrics.find(({ name }) => name === 'NavigationStart')!.value * 1_000_000 }
}

/** When code of ours was on the stack. Samples next to each other are one stretch. */
export function ownTime({ profile, origin }: Profile): Stretch[] {
  const nodes = new Map(profile.nodes.map(node => [node.id, node]))
  const ours = new Set<number>()
  const visit = (id: number, within: boolean): void => {
    const { callFrame, children } = nodes.get(id)!
    const own = within || /\/earshot(\.js|\/)/.test(callFrame.url)
    if (own) ours.add(id)
    for (const child of children ?? []) visit(child, own)
  }
  visit(profile.nodes[0]!.id, false)

  const stretches: Stretch[] = []
  let at = profile.startTime
  let open: Stretch | undefined
  profile.samples!.forEach((id, index) => {
    at += profile.timeDeltas![index]!
    const time = (at - origin) / 1000
    // A sample stands for the time until the next one.
    if (open) open.end = time
    if (!ours.has(id)) open = undefined
    else if (!open) stretches.push((open = { start: time, end: time }))
  })
  return stretches
}

/** How much of a task is ours. */
export const shareOf = (task: Stretch, stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { start, end }) => sum + Math.max(0, Math.min(end, task.end) - Math.max(start, task.start)), 0)
