import type { LitElement } from 'lit'
import type { Draft } from '../../core/issue/draft.ts'
import type { Desk } from '../../desk/desk.ts'
import { EarshotSubmitEvent } from './events.ts'

/**
 * The draft as the page lets it go, undefined where it stops it. The page sees all that goes along, and has the last word: the desk
 * adds nothing any more.
 */
export async function hearPage(host: LitElement, desk: Desk, draft: Draft): Promise<Draft | undefined> {
  const issue = (await desk.enclosures()).enclose(draft)
  const isTicked = issue.consent?.diagnostics
  if (!host.dispatchEvent(new EarshotSubmitEvent(issue))) return undefined
  if (isTicked && !issue.consent?.diagnostics) delete issue.diagnostics
  return { ...issue, withheld: ['all'] }
}
