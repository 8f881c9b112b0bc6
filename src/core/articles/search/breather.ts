// Half a frame: the page needs the other half.
const atATime = 8

/** Long work calls it between its steps and waits for what it gives: nothing, or a pause in which the page can move. */
export function breather(): () => Promise<void> | undefined {
  let began = performance.now()
  return () => {
    if (performance.now() - began < atATime) return undefined
    return new Promise<void>(resolve => setTimeout(resolve)).then(() => void (began = performance.now()))
  }
}
