/** Where a keyboard can cover it: keeps the panel as high as an on-screen keyboard leaves the window, until it is closed: `100dvh` does not know of keyboards. */
export function fitAboveKeyboard(panel: HTMLElement, closed: AbortSignal): void {
  const view = visualViewport
  if (!view || closed.aborted || !matchMedia('(pointer: coarse)').matches) return
  const fit = () => panel.style.setProperty('--_visible-height', `${Math.round(view.height)}px`)
  view.addEventListener('resize', fit, { signal: closed })
  fit()
}
