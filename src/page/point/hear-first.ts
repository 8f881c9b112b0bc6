/** Hears events before anybody on the page does, and may stop them, until `ended`. */
export function hearFirst(types: readonly string[], hear: (event: Event) => void, ended: AbortSignal) {
  for (const type of types) window.addEventListener(type, hear, { capture: true, passive: false, signal: ended })
}
