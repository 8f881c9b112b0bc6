import type { Issue } from '../../core/issue/issue.ts'
import type { OwnWords } from '../../core/transports/ask.ts'
import { shorten } from '../../core/support/whole-at.ts'
import type { Part } from '../../core/transports/describe.ts'
import { at } from '../../core/transports/fill.ts'
import { TransportError } from '../../core/transports/transport.ts'
import { expectOption } from '../../core/transports/wrong-option.ts'
import { encode } from '../bytes.ts'
import { describeIssue } from '../forwarding/describe-issue.ts'
import { fitted } from '../forwarding/fit-parts.ts'
import type { Forwarder } from '../forwarding/forwarder.ts'
import { httpAddress } from '../forwarding/http-address.ts'
import { messageParts } from '../forwarding/message-parts.ts'
import { openService, type ForwarderOptions } from '../forwarding/service.ts'
import { openWebhook } from '../forwarding/webhook-service.ts'

export interface SlackByWebhook extends ForwarderOptions {
  /** `https://hooks.slack.com/services/…`: a secret. */
  webhook: string
}

export interface SlackByToken extends ForwarderOptions {
  /** A bot's (`xoxb-…`), scope `chat:write`. */
  token: string
  /** The channel's id; the bot must be in it. */
  channel: string
}

/** An incoming webhook is all that is needed to tell a channel; messages of an app's token can be answered in their thread. */
export type SlackOptions = SlackByWebhook | SlackByToken

// Slack refuses more than some 13,000 in one message (`msg_blocks_too_long`) and does not document it.
const longest = 12_000

// In rich text words are data: no <!channel>, no mentions, no links. In the line for notifications three letters are markup.
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

const word = (text: string, bold = false) => ({ type: 'text', text, ...(bold && { style: { bold } }) })

function blocksOf(title: string | undefined, parts: readonly Part[], caseUrl?: string) {
  const url = httpAddress(caseUrl)
  const sections = [
    ...(title ? [[word(title, true)]] : []),
    ...parts.map(({ label, text }) => [word(`${label}\n`, true), ...(text ? [word(text)] : [])]),
    ...(url ? [[{ type: 'link', url, text: 'Open the case' }]] : []),
  ]
  return [{ type: 'rich_text', elements: sections.map(elements => ({ type: 'rich_text_section', elements: [...elements, word('\n')] })) }]
}

function messageOf(title: string, parts: readonly Part[], { titled = false, caseUrl }: { titled?: boolean; caseUrl?: string | undefined } = {}) {
  const build = (some: readonly Part[]) => blocksOf(titled ? title : undefined, some, caseUrl)
  const blocks = build(fitted(parts, some => encode(JSON.stringify(build(some))).length <= longest))
  // Nothing a customer writes is fetched for a preview.
  return { text: escaped(shorten(title, 150)), blocks, unfurl_links: false, unfurl_media: false }
}

/**
 * Tells a channel of Slack. Files stay with the receiver; the text names them.
 * Slack keeps no keys, and a webhook's messages cannot be looked for, so an attempt whose answer was lost leaves a second one:
 * `duplicates: 'possible'`. Nothing comes back from there.
 * Checked 2026-11-22: https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks/,
 * https://docs.slack.dev/reference/block-kit/blocks/rich-text-block, https://docs.slack.dev/reference/methods/chat.postMessage; the limit of a
 * message by https://github.com/slackapi/bolt-js/issues/2509
 */
export function slack({ caseUrl, ...options }: SlackOptions): Forwarder {
  const news = (issue: Issue) => {
    const { title, parts } = describeIssue(issue)
    return messageOf(title, parts, { titled: true, caseUrl: caseUrl?.(issue) })
  }

  if ('webhook' in options) {
    const webhook = openWebhook({ ...options, name: 'Slack', address: options.webhook })
    return {
      duplicates: 'possible',
      async send(issue, _files, { signal }) {
        const { text } = await webhook.post(news(issue), signal)
        if (text !== 'ok') throw webhook.foreign('"ok"')
        return { id: issue.id, reference: issue.id, acceptedAt: webhook.isoNow() }
      },
    }
  }

  const { token, channel, ...rest } = options
  expectOption(typeof token === 'string' && token !== '', 'token', 'a token', typeof token)
  expectOption(/^[\w#-]+$/.test(channel), 'channel', 'the id of a channel', channel)
  const service = openService({ ...rest, name: 'Slack', base: 'https://slack.com/api', headers: { Authorization: `Bearer ${token}` } })
  async function post(json: object, signal: AbortSignal): Promise<unknown> {
    const { said } = await service.call({ path: '/chat.postMessage', json, signal })
    if (at(said, 'ok') === true && typeof at(said, 'ts') === 'string') return said
    const error = at(said, 'error')
    if (typeof error !== 'string') throw service.foreign('{ "ok": true, "ts": … }')
    const { retry = 'later', code = 'transport/failed' } = verdictOf(error)
    throw new TransportError(code, `Slack refused: ${error}`, { retry, detail: error })
  }
  return {
    duplicates: 'possible',

    async send(issue, _files, { signal }) {
      const said = await post({ channel, ...news(issue) }, signal)
      return { id: issue.id, reference: `${String(at(said, 'channel') ?? channel)}:${String(at(said, 'ts'))}`, acceptedAt: service.isoNow() }
    },

    async reply({ reference }, message, { signal }) {
      const [, channel, thread_ts] = /^(\w+):([\d.]+)$/.exec(reference) ?? []
      if (!channel || !thread_ts) throw new TransportError('transport/wrong-receipt', `A receipt of Slack's has a channel and a time; this one has "${reference}"`, { retry: 'never' })
      const parts = messageParts(message)
      await post({ channel, thread_ts, ...messageOf(parts[0]!.label, parts) }, signal)
    },
  }
}

function verdictOf(error: string): OwnWords {
  if (['ratelimited', 'rate_limited'].includes(error)) return { code: 'transport/busy' }
  if (/^(invalid_blocks|msg_|no_text|invalid_arg)/.test(error)) return { retry: 'never', code: 'transport/refused' }
  return /auth|token|scope|permission|account/.test(error) ? { code: 'transport/unauthorized' } : {}
}
