import type { Scene } from './moments.ts'

// So long after the last key somebody may still be writing, in milliseconds.
const rest = 3_000

const fields = 'input:not([type=button], [type=submit], [type=reset], [type=image]), textarea, select, [contenteditable], iframe'
const dialogs = 'dialog[open], [role=dialog], [role=alertdialog], [aria-modal=true]'

/** Answers whether a question would disturb nobody just now: nobody writes, no dialog is open, the page is looked at. */
export function watchCalm({ view, clock, ended }: Scene): () => boolean {
  const { document } = view
  let lastKey = -Infinity
  view.addEventListener('keydown', () => (lastKey = clock.now()), { capture: true, passive: true, signal: ended })

  return () => {
    if (document.visibilityState !== 'visible' || document.fullscreenElement) return false
    // A clock that was put back is no reason to wait.
    if (Math.abs(clock.now() - lastKey) < rest) return false
    let focused = document.activeElement
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement
    if (focused?.matches(fields)) return false
    return ![...document.querySelectorAll(dialogs)].some(dialog => dialog.checkVisibility({ visibilityProperty: true }))
  }
}
