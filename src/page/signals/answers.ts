import type { Scene } from './detector.ts'

const signs = 'submit invalid reset focusin input change scroll toggle copy play pause fullscreenchange beforeprint blur visibilitychange'

/** Listens for an answer of the page to a press: something in it changes, moves, opens, plays, is sent or left. */
export interface Listening { readonly answered: boolean; answer(): void; stop(): void }

export function listenForAnswer({ ended }: Scene, path: readonly EventTarget[]): Listening {
  const stopping = new AbortController()
  const { signal } = stopping
  let answered = false
  const { href } = location
  const stop = () => {
    observer.disconnect()
    stopping.abort()
  }
  const answer = () => {
    answered = true
    stop()
  }
  const observer = new MutationObserver(answer)
  for (const root of [document, ...path.filter(node => node instanceof ShadowRoot)])
    observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true })
  // That what is pressed takes focus, and what had it loses it, is no answer.
  const own = ({ type, target }: Event) => (type === 'focusin' ? path.includes(target!) : type === 'blur' && target !== window)
  for (const sign of signs.split(' ')) addEventListener(sign, event => own(event) || answer(), { capture: true, passive: true, signal })
  ended.addEventListener('abort', stop, { signal })
  return {
    get answered() {
      return answered || location.href !== href
    },
    answer,
    stop,
  }
}
