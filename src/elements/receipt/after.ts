import { html, type LitElement } from 'lit'
import type { Issue } from '../../core/issue/issue.ts'
import type { Receipt } from '../../core/issue/receipt.ts'
import type { Desk } from '../../desk/desk.ts'
import type { Say } from '../shared/say.ts'
import { Answering } from './answering.ts'
import { Keepsakes } from './keepsakes.ts'

/** What an issue that was accepted may be followed by, none of it needed: how to be answered, and what to take along. */
export function open(host: LitElement, say: Say, announce: (text: string) => void) {
  const answering = new Answering(host, say, announce)
  const keepsakes = new Keepsakes(host, say)
  return {
    get settled() {
      return answering.settled
    },
    /** @param next what to do if no answer comes. */
    template: (desk: Desk, issue: Issue, receipt: Receipt, next: string | undefined) =>
      html`${answering.template(desk, issue)} ${keepsakes.template(issue, receipt, next, desk.settings.locale)}`,
  }
}
