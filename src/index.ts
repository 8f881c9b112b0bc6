// Exports without effects.
import { createDesk as createBareDesk } from './desk/create-desk.ts'
import type { Config } from './desk/config.ts'
import type { Seams } from './desk/context.ts'
import type { Desk } from './desk/desk.ts'
import { browserPage } from './page/browser-page.ts'

/**
 * Makes a desk and puts it on the shelf, where the elements find it by name. Nothing is read, stored or sent
 * before the first subscription or verb. Wrong settings never throw: they are in `state.problems`.
 */
export function createDesk(config: Config = {}, seams: Seams = {}): Desk {
  return createBareDesk(config, { ...(globalThis.document && { page: browserPage() }), ...seams })
}

export { seal } from './core/issue/seal.ts'
export { validateIssue } from './core/issue/validate.ts'
export { redact } from './core/issue/redact.ts'
export { EarshotError } from './core/support/errors.ts'
export { refused } from './core/transports/refused.ts'
export { TransportError } from './core/transports/transport.ts'
export { summonIn as helpIn } from './elements/summon-in.ts'

export type * from './core/articles/article.ts'
export type {
  Block, DetailsBlock, HeadingBlock, Inline, LinkInline, ListBlock, ListItem, Picture as ArticlePicture, TableBlock, Wrapping,
} from './core/articles/document.ts'
export type * from './core/articles/source.ts'
export type * from './core/escalation/ladder.ts'
export type * from './core/forms/field.ts'
export type * from './core/forms/form.ts'
export type { FormKind } from './core/forms/kind-of.ts'
export type * from './core/issue/draft.ts'
export type * from './core/issue/finding.ts'
export type * from './core/issue/issue.ts'
export type * from './core/issue/receipt.ts'
export type * from './core/issue/rung-news.ts'
export type { SealOptions } from './core/issue/seal.ts'
export type * from './core/issue/thread.ts'
export type { IssueProblem, Validation } from './core/issue/validate.ts'
export type { Failure, OutboxStatus } from './core/outbox/record.ts'
export type { Store, StoreChanges } from './core/outbox/store.ts'
export type { Clock } from './core/support/clock.ts'
export type { Problem } from './core/support/errors.ts'
export type { Random } from './core/support/ids.ts'
export type { Transport, TransportErrorInit, SendOptions, Share, Verdict } from './core/transports/transport.ts'
export type { When } from './core/transports/when.ts'
export type * from './desk/config.ts'
export type { Seams } from './desk/context.ts'
export type * from './desk/desk.ts'
export type { Handover } from './desk/handover.ts'
export type * from './desk/page.ts'
export type * from './desk/state.ts'
export type * from './desk/view.ts'
export type { Picture } from './elements/annotate/flatten.ts'
export type { Size } from './elements/annotate/shapes.ts'
export type * from './elements/shared/events.ts'
export type * from './elements/shared/panel-events.ts'
export type * from './tags.ts'

declare global {
  interface Window {
    /** Where the script tag finds what is to be done with its desk; from then on it is done at once. */
    earshot?: { push(...callbacks: ((desk: Desk) => void)[]): unknown }
  }
}
