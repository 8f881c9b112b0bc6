/** Calls `wake` whenever it is worth trying to send again. Answers with a function that stops listening. */
export function listenForWake(view: Window, wake: () => void): () => void {
  const { document } = view
  // Not on `pagehide` or when hidden: what is begun there is lost in two of three cases.
  const whenVisible = () => document.visibilityState === 'visible' && wake()
  const whenRestored = (event: PageTransitionEvent) => event.persisted && wake()
  view.addEventListener('online', wake)
  view.addEventListener('pageshow', whenRestored)
  document.addEventListener('visibilitychange', whenVisible)
  return () => {
    view.removeEventListener('online', wake)
    view.removeEventListener('pageshow', whenRestored)
    document.removeEventListener('visibilitychange', whenVisible)
  }
}

/** The address, if it ends with a claim under this mark; once. */
export function takeClaim({ location, history }: Window, mark: string): string | undefined {
  if (!location.hash.startsWith(mark)) return undefined
  const { href } = location
  // A secret does not stay where shoulders and histories see it.
  history.replaceState(history.state, '', location.pathname + location.search)
  return href
}
