import type { Issue } from '../../core/issue/issue.ts'
import type { Part } from '../../core/transports/describe.ts'
import { encode } from '../bytes.ts'
import { describeIssue } from '../forwarding/describe-issue.ts'
import { fitted } from '../forwarding/fit-parts.ts'
import type { Forwarder } from '../forwarding/forwarder.ts'
import { httpAddress } from '../forwarding/http-address.ts'
import type { ForwarderOptions } from '../forwarding/service.ts'
import { openWebhook } from '../forwarding/webhook-service.ts'

export interface TeamsOptions extends ForwarderOptions {
  /** Of a workflow "Post to a channel when a webhook request is received" that anyone may start: a secret. */
  webhook: string
}

// Teams takes some 28 KB, counts its own markup in, and has been seen to refuse 22 KB.
const longest = 20_000

// Text blocks read Markdown; runs of text do not, so words in them are data. A run has no lines of its own: each line is a block.
const block = (text: string, first: boolean, style: Record<string, unknown> = {}) =>
  ({ type: 'RichTextBlock', ...(!first && { spacing: 'None' }), inlines: [{ type: 'TextRun', text, ...style }] })

const linesOf = (text: string) => text.split(/\r\n|\r|\n/).map(line => (line.trim() ? line : '\u00a0'))

function cardOf(title: string, parts: readonly Part[], caseUrl?: string) {
  const url = httpAddress(caseUrl)
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.4',
    msteams: { width: 'Full' },
    body: [
      block(title, true, { weight: 'Bolder', size: 'Large' }),
      ...parts.flatMap(({ label, text }) => [block(label, true, { weight: 'Bolder' }), ...linesOf(text).map(line => block(line, false))]),
    ],
    ...(url && { actions: [{ type: 'Action.OpenUrl', title: 'Open the case', url }] }),
  }
}

const messageOf = (card: unknown) => ({ type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content: card }] })

/**
 * Tells a channel or a chat of Microsoft Teams, by a workflow's webhook with an Adaptive Card; the connectors of Office 365, which did the
 * same under `webhook.office.com`, are no more. Files stay with the receiver; the card names them.
 * A workflow answers 202 before the card is there, keeps no keys and cannot be asked: what it then fails at is seen only in its own history,
 * and an attempt whose answer was lost leaves a second card: `duplicates: 'possible'`. Nothing comes back from there.
 * Checked 2026-11-22: https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using,
 * https://learn.microsoft.com/connectors/teams/, https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format;
 * the answer by https://github.com/grafana/alerting/pull/221
 */
export function teams({ webhook: address, caseUrl, ...options }: TeamsOptions): Forwarder {
  const webhook = openWebhook({ ...options, name: 'Microsoft Teams', address })
  const card = (issue: Issue) => {
    const { title, parts } = describeIssue(issue)
    const build = (some: readonly Part[]) => messageOf(cardOf(title, some, caseUrl?.(issue)))
    return build(fitted(parts, some => encode(JSON.stringify(build(some))).length <= longest))
  }
  return {
    duplicates: 'possible',
    async send(issue, _files, { signal }) {
      const { status, text } = await webhook.post(card(issue), signal)
      // A portal answers 200 with a page.
      if (status !== 202 && text !== '') throw webhook.foreign('202, or 200 and nothing')
      return { id: issue.id, reference: issue.id, acceptedAt: webhook.isoNow() }
    },
  }
}
