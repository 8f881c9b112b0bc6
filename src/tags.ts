// Each tag with its class, each event with its own: the one list that the types of every framework are made from.
import type { LitElement } from 'lit'
import type { EarshotAnnotate } from './elements/annotate/annotate.ts'
import type { EarshotArticle } from './elements/article/article.ts'
import type { EarshotFeedback } from './elements/feedback/feedback.ts'
import type { EarshotHelp } from './elements/help/help.ts'
import type { EarshotPeople } from './elements/people/people.ts'
import type { EarshotRating } from './elements/rating/rating.ts'
import type { EarshotReceipt } from './elements/receipt/receipt.ts'
import type { EarshotRequests } from './elements/requests/requests.ts'
import type * as events from './elements/shared/events.ts'
import type * as panelEvents from './elements/shared/panel-events.ts'
import type { EarshotWidget } from './elements/widget/widget.ts'

/** The class of each element. */
export interface EarshotElements {
  'earshot-annotate': EarshotAnnotate
  'earshot-article': EarshotArticle
  'earshot-feedback': EarshotFeedback
  'earshot-help': EarshotHelp
  'earshot-people': EarshotPeople
  'earshot-rating': EarshotRating
  'earshot-receipt': EarshotReceipt
  'earshot-requests': EarshotRequests
  'earshot-widget': EarshotWidget
}

/** The events that every element may let rise: what happens in the views inside it is heard outside, too. */
export interface EarshotEvents {
  'earshot-submit': events.EarshotSubmitEvent
  'earshot-escalate': events.EarshotEscalateEvent
  'earshot-accepted': events.EarshotAcceptedEvent
  'earshot-queued': events.EarshotQueuedEvent
  'earshot-refused': events.EarshotRefusedEvent
  'earshot-search': events.EarshotSearchEvent
  'earshot-article': events.EarshotArticleEvent
  'earshot-signal': events.EarshotSignalEvent
}

/** About the panel alone: they do not bubble. */
export interface EarshotPanelEvents {
  'earshot-open': panelEvents.EarshotOpenEvent
  'earshot-close': panelEvents.EarshotCloseEvent
}

export type EarshotTag = keyof EarshotElements

/** What can be listened to on an element of this tag. */
export type EventsOf<Tag extends EarshotTag> = EarshotEvents & (Tag extends 'earshot-widget' ? EarshotPanelEvents : unknown)

// What every element of Lit's has is none of its own settings; nor is what the panel tells an element that it shows.
type Inner = keyof LitElement | 'embedded' | 'go' | 'words'

/** The properties of an element that can be set, by their names in JavaScript. */
export type PropertiesOf<Tag extends EarshotTag> = Partial<Omit<EarshotElements[Tag], Inner>>

/** Attributes with no property behind them: the page may change them before the element is there. */
export interface EarshotAttributes {
  'earshot-widget': {
    /** The id of a button of the page that opens the panel instead of ours. */
    for?: string | undefined
  }
}

/** What an element of this tag reads as an attribute alone. */
export type AttributesOf<Tag extends EarshotTag> = Tag extends keyof EarshotAttributes ? EarshotAttributes[Tag] : unknown

/** A listener for each event of an element, under the name that a framework gives it: `on` + `earshot-accepted`. */
export type ListenersOf<Tag extends EarshotTag, Prefix extends string> = {
  [Name in keyof EventsOf<Tag> & string as `${Prefix}${Name}`]?: ((event: EventsOf<Tag>[Name]) => void) | undefined
}

/** `earshot-accepted` as `EarshotAccepted`. */
export type Camel<Name extends string> = Name extends `${infer First}-${infer Rest}` ? `${Capitalize<First>}${Camel<Rest>}` : Capitalize<Name>

/** The same by names of one word: `onEarshotAccepted`. */
export type CamelListenersOf<Tag extends EarshotTag> = {
  [Name in keyof EventsOf<Tag> & string as `on${Camel<Name>}`]?: ((event: EventsOf<Tag>[Name]) => void) | undefined
}
