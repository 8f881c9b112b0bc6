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
export type * from './core/articles/source.ts'
export type * from './core/escalation/ladder.ts'
export type * from './core/forms/field.ts'
export type * from './core/forms/form.ts'
export type * from './core/issue/draft.ts'
export type * from './core/issue/finding.ts'
export type * from './core/issue/issue.ts'
export type * from './core/issue/receipt.ts'
export type * from './core/issue/thread.ts'
export type { Problem } from './core/support/errors.ts'
export type { Transport, TransportErrorInit, SendOptions, Share, Verdict } from './core/transports/transport.ts'
export type { When } from './core/transports/when.ts'
export type * from './desk/config.ts'
export type { Seams } from './desk/context.ts'
export type * from './desk/desk.ts'
export type { Page } from './desk/page.ts'
export type * from './desk/state.ts'
export type * from './desk/view.ts'
export type { Picture } from './elements/annotate/flatten.ts'
export type * from './elements/shared/events.ts'
export type * from './elements/shared/panel-events.ts'
export type * from './tags.ts'

declare global {
  interface Window {
    /** Where the script tag finds what is to be done with its desk; from then on it is done at once. */
    earshot?: { push(...callbacks: ((desk: Desk) => void)[]): unknown }
  }
}
