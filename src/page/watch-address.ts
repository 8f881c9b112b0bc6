import { pageAddress } from './address.ts'

/**
 * Calls back when the page has another address without having been loaded anew. Nothing of the page's history is changed for it: where
 * the browser has no Navigation API, the address is looked at after whatever usually changes it, and before somebody turns to help.
 */
export function watchAddress(view: Window, moved: () => void): () => void {
  const { document, location } = view
  const navigation = (view as { navigation?: EventTarget }).navigation
  const ending = new AbortController()
  const { signal } = ending
  let last = pageAddress(location)
  const look = () => {
    const now = pageAddress(location)
    if (now === last) return
    last = now
    moved()
  }
  if (navigation) navigation.addEventListener('currententrychange', look, { signal })
  else {
    for (const type of ['popstate', 'hashchange']) view.addEventListener(type, look, { signal })
    // A page that goes on by itself has another title then, as a rule.
    const titles = new MutationObserver(look)
    titles.observe(document.head, { childList: true, subtree: true, characterData: true })
    signal.addEventListener('abort', () => titles.disconnect())
    for (const type of ['click', 'focusin', 'pointerover']) document.addEventListener(type, look, { signal, passive: true })
  }
  return () => ending.abort()
}
