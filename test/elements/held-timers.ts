/** Time that passes only when it is told to, for what the page's own timers do from a second on. */
export function heldTimers() {
  const real = { setTimeout: window.setTimeout.bind(window), clearTimeout: window.clearTimeout.bind(window) }
  const timers = new Map<number, { at: number; run: () => void }>()
  let now = 0
  let next = 1e9
  window.setTimeout = ((run: () => void, ms = 0) => (ms < 1000 ? real.setTimeout(run, ms) : (timers.set(++next, { at: now + ms, run }), next))) as never
  window.clearTimeout = (id => timers.delete(id as number) || real.clearTimeout(id)) as typeof clearTimeout
  return {
    pass(ms: number) {
      now += ms
      for (const [id, { at, run }] of timers) if (at <= now) timers.delete(id) && run()
    },
    release: () => Object.assign(window, real),
  }
}
