import type { Reducer } from './reduce.ts'
import type { Offer, OfferAnswer } from './state.ts'

export type SignalEvent = { type: 'offered'; offer: Offer } | { type: 'offerAnswered'; answer: OfferAnswer }

/** What comes of trouble on the page. Pure, like the other reducers. */
export const reduceSignals: Reducer<SignalEvent> = (state, event) => {
  if (event.type === 'offered') {
    const { article } = event.offer
    return { offer: event.offer, ask: undefined, foreseen: article, suggestions: [article, ...state.suggestions.filter(({ id }) => id !== article.id)] }
  }
  if (!state.offer) return undefined
  const { id } = state.offer.article
  const no = event.answer === 'declined'
  return { offer: undefined, ...(no && { foreseen: undefined, suggestions: state.suggestions.filter(each => each.id !== id) }) }
}
