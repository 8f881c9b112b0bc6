// A component of each element for React 18 and newer: properties are set as properties, events are `onEarshotAccepted`.
// An app pays for those that it uses.
export { EarshotAnnotate } from './react/annotate.ts'
export { EarshotArticle } from './react/article.ts'
export { EarshotFeedback } from './react/feedback.ts'
export { EarshotHelp } from './react/help.ts'
export { EarshotPeople } from './react/people.ts'
export { EarshotRating } from './react/rating.ts'
export { EarshotReceipt } from './react/receipt.ts'
export { EarshotRequests } from './react/requests.ts'
export { EarshotWidget } from './react/widget.ts'
export type { ReactComponent, ReactProps } from './react/component.ts'
