import { honest } from './behaviours.ts'
import type { Behaviour } from './visit.ts'

/** Lets nobody through until it is opened; then all, honestly. */
export function gate(): { behaviour: Behaviour; open(): void } {
  let open = () => {}
  const opened = new Promise<void>(resolve => (open = resolve))
  return {
    open: () => open(),
    async behaviour(visit) {
      await visit.body()
      await opened
      return honest(visit)
    },
  }
}
