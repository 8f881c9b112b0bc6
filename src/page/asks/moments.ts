import type { Clock } from '../../core/support/clock.ts'
import type { Ask } from '../../desk/config.ts'

/** What a moment is waited for with. Everything ends with `ended`. */
export interface Scene {
  readonly view: Window
  readonly clock: Clock
  readonly ended: AbortSignal
}

type When = Ask['when']
type Await = (when: When, scene: Scene, come: () => void) => void

/** By the condition: how its moment is waited for, once. What is not here is the desk's to know. */
export const moments: { readonly [condition in keyof When]?: Await } = {
  event({ event }, { view, ended }, come) {
    view.document.addEventListener(event!, come, { once: true, signal: ended })
  },

  seconds({ seconds }, { view, clock, ended }, come) {
    let left = seconds! * 1_000
    let since: number | undefined
    let cancel: (() => void) | undefined
    // Only what is seen counts.
    const turn = () => {
      cancel?.()
      if (since !== undefined) left -= Math.max(0, clock.now() - since)
      const seen = view.document.visibilityState === 'visible'
      since = seen ? clock.now() : undefined
      cancel = seen ? clock.after(Math.max(0, left), come) : undefined
    }
    turn()
    view.document.addEventListener('visibilitychange', turn, { signal: ended })
    ended.addEventListener('abort', () => cancel?.(), { once: true })
  },

  scrolled({ scrolled }, { view, ended }, come) {
    // Only on scrolling: of a page that ends where the window does nothing was read through yet.
    view.addEventListener('scroll', () => {
      const { scrollHeight } = view.document.documentElement
      if (view.scrollY + view.innerHeight >= scrolled! * scrollHeight - 1) come()
    }, { passive: true, signal: ended })
  },

  leaving(_, { view, ended }, come) {
    // A finger does not leave the window, it scrolls.
    view.document.addEventListener('pointerout', ({ pointerType, relatedTarget, clientY }) => {
      if (pointerType === 'mouse' && !relatedTarget && clientY <= 0) come()
    }, { passive: true, signal: ended })
  },
}
