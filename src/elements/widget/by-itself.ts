import type { Desk } from '../../desk/desk.ts'
import type { DeskState } from '../../desk/state.ts'
import { Attendant, type Attended } from './attendant.ts'

const attendants = new WeakMap<Attended, Attendant>()

/**
 * What happens around the launcher without being asked, after each change of the desk: an offer, a question, the number of new
 * answers; and what the page needs of a good guest. Each is fetched when it is there.
 */
export async function showByItself(widget: Attended, desk: Desk | undefined, state: DeskState, before: DeskState | undefined): Promise<void> {
  if (!desk) return
  const { offer, ask, unread, open, trail } = state
  const attendant = attendants.get(widget) ?? new Attendant(widget)
  attendants.set(widget, attendant)
  attendant.attend(desk, state, before)
  await Promise.all([
    offer && offer !== before?.offer && import('./offer.ts').then(room => room.showOffer(widget, desk)),
    ask && ask !== before?.ask && import('./ask.ts').then(room => room.showAsk(widget, desk)),
    unread !== before?.unread && import('./news.ts').then(room => room.showNews(widget, desk)),
    open && before?.open && trail !== before.trail &&
      Promise.all([import('./come-in.ts'), widget.updateComplete]).then(([room]) => room.comeIn(widget, trail.length < before.trail.length)),
  ])
}
