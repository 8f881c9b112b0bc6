import type { Desk } from '../../desk/desk.ts'
import type { Offer as Offered, OfferAnswer } from '../../desk/state.ts'
import { enOffer } from '../../locale/en-offer.ts'
import type { MessageKey } from '../../locale/en.ts'
import { EarshotSignalEvent } from '../shared/events.ts'
import { loadWords, provideWords, say } from '../shared/words.ts'
import { offerCss } from './offer-css.ts'
import { element, QuietCard } from './quiet-card.ts'

provideWords('en', enOffer)

// Of several widgets on a desk one speaks.
const taken = new WeakSet<Offered>()

/** An answer that cannot be noted takes nothing from the customer, and the page cannot help it. */
const tell = (desk: Desk, answer: OfferAnswer) => void desk.answerOffer(answer).catch(() => {})

/** Shows the desk's offer, unless the page prevents it. It goes when it is answered, by itself, or when the panel opens. */
export async function showOffer(widget: HTMLElement, desk: Desk): Promise<void> {
  const { offer } = desk.state
  if (!offer || taken.has(offer)) return
  taken.add(offer)
  const { signal, article } = offer
  if (!widget.dispatchEvent(new EarshotSignalEvent(signal, article.id))) return tell(desk, 'prevented')
  // In the customer's language from the first word on.
  await loadWords(desk.settings.locale)
  if (desk.state.offer === offer && widget.isConnected) lay(widget, desk, offer)
}

function lay(widget: HTMLElement, desk: Desk, offer: Offered) {
  const { title, id } = offer.article
  const words = (key: MessageKey, values?: Record<string, string>) => say(key, values, desk.settings)
  const answer = (given: OfferAnswer) => {
    remove()
    tell(desk, given)
    if (given === 'accepted') desk.open({ name: 'article', id })
  }
  const card = new QuietCard({
    widget,
    desk,
    box: draw(offer, desk, words, answer),
    css: offerCss,
    said: words('offer.said', { title }),
    selector: offer.signal.element?.selector,
    // Behind the launcher the article is the first suggestion.
    marks: true,
    passed: () => answer('expired'),
    escaped: () => answer('expired'),
  })
  const leave = desk.subscribe(state => {
    if (state.offer !== offer) queueMicrotask(() => remove())
    else if (state.open) tell(desk, 'expired')
  })
  const remove = () => {
    card.remove()
    leave()
  }
}

function draw(offer: Offered, desk: Desk, words: (key: MessageKey) => string, answer: (given: OfferAnswer) => void): HTMLElement {
  const { title, locale = '' } = offer.article
  const line = element('p', { id: 'offer-words' })
  line.append(element('span', { className: 'quiet', textContent: `${words('offer.ask')} ` }), element('bdi', { textContent: title, lang: locale || desk.settings.locale }))
  const button = (className: string, key: MessageKey, given: OfferAnswer) => {
    const made = element('button', { type: 'button', className, textContent: words(key), onclick: () => answer(given) })
    made.setAttribute('aria-describedby', 'offer-words')
    return made
  }
  const actions = element('div', { className: 'actions' })
  actions.append(button('plain', 'offer.read', 'accepted'), button('plain no', 'offer.no', 'declined'))
  const box = element('div', { className: 'offer', role: 'group' })
  box.setAttribute('part', 'offer')
  box.setAttribute('aria-labelledby', 'offer-words')
  box.append(line, actions)
  return box
}
