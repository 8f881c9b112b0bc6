/** Runs in a page before its scripts: our own time limit of 30 s, and whatever takes as long, is ten times as fast. */
export function hurry(): void {
  const { setTimeout } = window
  window.setTimeout = ((run: () => void, ms = 0, ...rest: unknown[]) => setTimeout(run, ms >= 20_000 ? ms / 10 : ms, ...rest)) as typeof window.setTimeout
}
