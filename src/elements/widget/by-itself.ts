import type { Desk } from '../../desk/desk.ts'
import type { DeskState } from '../../desk/state.ts'

/** What shows itself at the launcher without being asked: an offer, a question, the number of new answers. Each is fetched when it is there. */
export async function showByItself(widget: HTMLElement, desk: Desk, { offer, ask, unread }: DeskState, before: DeskState | undefined): Promise<void> {
  await Promise.all([
    offer && offer !== before?.offer && import('./offer.ts').then(room => room.showOffer(widget, desk)),
    ask && ask !== before?.ask && import('./ask.ts').then(room => room.showAsk(widget, desk)),
    unread !== before?.unread && import('./news.ts').then(room => room.showNews(widget, desk)),
  ])
}
