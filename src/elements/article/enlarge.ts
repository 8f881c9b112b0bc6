import { html, render } from 'lit'
import type { Say } from '../shared/say.ts'

/**
 * Shows a picture as large as the window, over everything, until a click or Escape; then the focus is back where it was.
 * Fingers enlarge it further, as they do any page.
 */
export function enlarge(picture: HTMLImageElement, root: ShadowRoot, say: Say): void {
  const opener = root.activeElement as HTMLElement | null
  const dialog = document.createElement('dialog')
  dialog.className = 'large'
  dialog.ariaLabel = picture.alt || say('article.picture')
  render(
    html`<img alt=${picture.alt} referrerpolicy="no-referrer" src=${picture.currentSrc || picture.src} />
      <button class="shut" type="button" aria-label=${say('article.shrink')}>
        <svg viewBox="0 0 20 20" aria-hidden="true"><path d="M5 5l10 10M15 5L5 15" /></svg>
      </button>`,
    dialog,
  )
  dialog.addEventListener('click', () => dialog.close())
  dialog.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return
    // It ends the picture, not the panel around it.
    event.preventDefault()
    event.stopPropagation()
    dialog.close()
  })
  dialog.addEventListener('close', () => {
    dialog.remove()
    // Safari gives a pressed button no focus, and so has nothing to give back.
    opener?.focus()
  })
  root.append(dialog)
  dialog.showModal()
  dialog.querySelector('button')?.focus()
}
