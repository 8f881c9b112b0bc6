/** Where a keyboard can cover it: makes the panel as high as an on-screen keyboard leaves the window. `100dvh` does not know of keyboards. */
export function fitAboveKeyboard(panel: HTMLElement): void {
  const view = visualViewport
  // Whoever has zoomed in sees less of the window, which is no smaller for that.
  if (view && matchMedia('(pointer: coarse)').matches) panel.style.setProperty('--_visible-height', `${Math.round(view.height * view.scale)}px`)
}
