/** Says once in so many milliseconds, and process, that it is time; also where the clock was set back. */
export function dueEvery(ms: number): { due(now: number): boolean } {
  let last = -Infinity
  return {
    due(now) {
      const due = now - last >= ms || now < last
      if (due) last = now
      return due
    },
  }
}
