/** Where a keyboard can cover it: keeps the panel as high as an on-screen keyboard leaves the window, while it is open: `100dvh` does not know of keyboards. */
export function fitAboveKeyboard(panel: HTMLElement) {
  const view = visualViewport
  if (!view || !matchMedia('(pointer: coarse)').matches) return
  const fit = () => {
    if (!panel.isConnected || panel.hidden) view.removeEventListener('resize', fit)
    else panel.style.setProperty('--_visible-height', `${Math.round(view.height)}px`)
  }
  view.addEventListener('resize', fit)
  fit()
}
