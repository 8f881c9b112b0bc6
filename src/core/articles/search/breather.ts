// Of a frame of sixteen: a step that was begun may be a long one, and the page needs its part.
const atATime = 6

/** Gives a pause when it is time for one. */
export type Breathe = () => Promise<void> | undefined

/** Long work calls it between its steps and waits for what it gives: nothing, or a pause in which the page can move. */
export function breather(): Breathe {
  let began = performance.now()
  return () => {
    if (performance.now() - began < atATime) return undefined
    return new Promise<void>(resolve => setTimeout(resolve)).then(() => void (began = performance.now()))
  }
}
