import type { Attachment, Issue } from '../../core/issue/issue.ts'
import type { Receipt } from '../../core/issue/receipt.ts'
import { toBase64 } from '../../core/support/base64.ts'
import { isRecord } from '../../core/support/json.ts'
import type { OwnWords } from '../../core/transports/ask.ts'
import type { Part } from '../../core/transports/describe.ts'
import { at, expectFields, fill, type From } from '../../core/transports/fill.ts'
import { mediaType } from '../../core/transports/multipart.ts'
import { TransportError } from '../../core/transports/transport.ts'
import { verdict } from '../../core/transports/verdict.ts'
import { expectOption } from '../../core/transports/wrong-option.ts'
import { encode } from '../bytes.ts'
import { asHtml } from '../forwarding/as-html.ts'
import { describeIssue, labelsOf } from '../forwarding/describe-issue.ts'
import type { Forwarder } from '../forwarding/forwarder.ts'
import { isFinal } from '../forwarding/is-final.ts'
import { findIn } from '../forwarding/look-first.ts'
import { mailAddress } from '../forwarding/mail-address.ts'
import { messageParts } from '../forwarding/message-parts.ts'
import { numberIn } from '../forwarding/numbered.ts'
import { openService, type ForwarderOptions } from '../forwarding/service.ts'
import { zendeskNews } from '../forwarding/zendesk-news.ts'
import { turnOf } from '../turn.ts'

export interface ZendeskOptions extends ForwarderOptions {
  /** `shop` of `shop.zendesk.com`. */
  subdomain: string
  /** Of the agent in whose name tickets are made, with an API token of the account's. */
  email: string
  token: string
  tags?: readonly string[]
  /** By the number of a field of yours, what of the issue it gets: `{ '360001': 'answers.order', '360002': 'topic' }`. */
  fields?: Readonly<Record<string, From>>
  /** The signing secret of a webhook there, subscribed to "Ticket status changed" and "Comment added". Without one nothing comes back. */
  secret?: string
  /** `public`: what agents answer in public is told the customer. Default: only the status is. */
  comments?: 'public'
}

const perPage = 100
const longListing = 8 * 2 ** 20

// Zendesk fills in placeholders in what an agent writes, and it is in an agent's name: a sign that nobody sees takes the braces apart.
const inert = (html: string) => html.replace(/\{(?=[{%])/g, '{\u2060')

/**
 * Tickets of Zendesk Support in the customer's name, with files, tags and fields of your own; what is said later as comments; and back
 * by a webhook: the status and, where you want it, what agents answer.
 * The address a customer gives is only claimed: Zendesk's triggers may write to it, as they do for a form of its own.
 * One effect: a key of Zendesk's own (Idempotency-Key), and the issue's id as `external_id`, by which a ticket is found before another
 * attempt makes one, because files get new names each time and a key holds for one body. A comment is found by the audit's metadata.
 * Not: tickets that Zendesk has closed for good. They take no comments; such a reply waits for a person.
 * Checked 2026-11-22: https://developer.zendesk.com/api-reference/ticketing/introduction/#idempotency,
 * https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/, https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_audits/,
 * https://developer.zendesk.com/api-reference/ticketing/tickets/ticket-attachments/. Only from memory: `metadata` in an update, and placeholders in comments.
 */
export function zendesk({ subdomain, email, token, tags, fields = {}, secret, comments, caseUrl, ...options }: ZendeskOptions): Forwarder {
  expectOption(/^[a-z0-9][a-z0-9-]{0,62}$/i.test(subdomain), 'subdomain', 'shop of shop.zendesk.com', subdomain)
  expectOption(/^\S+@\S+$/.test(email), 'email', 'the mail address of an agent', email)
  expectOption(typeof token === 'string' && token !== '', 'token', 'an API token', typeof token)
  expectFields('fields', fields)
  const service = openService({
    ...options,
    name: 'Zendesk',
    base: `https://${subdomain}.zendesk.com/api/v2`,
    headers: { Authorization: `Basic ${toBase64(encode(`${email}/token:${token}`))}`, 'User-Agent': 'earshot' },
    words,
  })

  const receiptOf = (id: string, ticket: unknown): Receipt => {
    if (!isRecord(ticket) || !Number.isInteger(ticket['id'])) throw service.foreign('a ticket that has an id')
    const number = String(ticket['id'])
    const acceptedAt = ticket['created_at']
    return {
      id,
      reference: `#${number}`,
      url: `https://${subdomain}.zendesk.com/agent/tickets/${number}`,
      acceptedAt: typeof acceptedAt === 'string' ? acceptedAt : service.isoNow(),
    }
  }

  async function find(id: string, signal: AbortSignal): Promise<unknown> {
    const { said } = await service.call({ path: '/tickets', query: { external_id: id, per_page: perPage }, signal, most: longListing })
    const tickets = at(said, 'tickets')
    if (!Array.isArray(tickets)) throw service.foreign('a list of tickets')
    return tickets.find(ticket => at(ticket, 'external_id') === id)
  }

  /**
   * Files lie with Zendesk for an hour until a comment names their token. One that it will never have, because of its size or its type, holds
   * nothing up: it lies with the receiver, and the text says so.
   */
  async function upload(files: readonly Attachment[], signal: AbortSignal) {
    const [tokens, refused]: [string[], string[]] = [[], []]
    for (const { name, type, bytes } of files) {
      const headers = { 'Content-Type': mediaType(type) }
      const call = { path: '/uploads', query: { filename: name || 'file' }, method: 'POST', body: new Blob([bytes]), headers, signal }
      const answer = await service.call(call).catch((error: unknown) => {
        if (!isFinal(error)) throw error
        refused.push(name)
      })
      if (!answer) continue
      const token = at(answer.said, 'upload.token')
      if (typeof token !== 'string') throw service.foreign('the token of an upload')
      tokens.push(token)
    }
    return { tokens, refused }
  }

  async function comment(id: string, parts: readonly Part[], link: string | undefined, files: readonly Attachment[], signal: AbortSignal) {
    const { tokens, refused } = await upload(files, signal)
    const more = refused.length > 0 ? [{ label: 'Not taken, in the inbox', text: refused.join('\n') }] : []
    // The last line tells our own from what agents write.
    const html_body = inert(asHtml([...parts, ...more, { label: 'Earshot', text: id }], link))
    return { html_body, ...(tokens.length > 0 && { uploads: tokens }) }
  }

  async function create(issue: Issue, attachments: readonly Attachment[], signal: AbortSignal): Promise<unknown> {
    const { title, parts } = describeIssue(issue)
    const all = labelsOf(issue, tags)
    const requester = mailAddress(issue.contact)
    const locale = issue.environment?.locale
    const custom = fill(fields, issue).map(([id, value]) => ({ id: Number(id), value }))
    const ticket = {
      subject: inert(title.replace(/[\s\p{Cc}]+/gu, ' ')),
      comment: await comment(issue.id, parts, caseUrl?.(issue), attachments, signal),
      external_id: issue.id,
      ...(requester && { requester: { name: inert(requester.name) || requester.address, email: requester.address, ...(locale && { locale }) } }),
      ...(all && { tags: all }),
      ...(custom.length > 0 && { custom_fields: custom }),
    }
    const { said } = await service.call({ path: '/tickets', json: { ticket }, headers: { 'Idempotency-Key': issue.id }, signal })
    return at(said, 'ticket')
  }

  return {
    async send(issue, attachments, { signal, again }) {
      const found = again ? await find(issue.id, signal) : undefined
      if (found) return receiptOf(issue.id, found)
      const ticket = await create(issue, attachments, signal).catch(async (error: unknown) => {
        if (!isFinal(error)) throw error
        // An attempt of ours may have been there before: its key is then refused for another body.
        const earlier = await find(issue.id, signal).catch((doubt: TransportError) => {
          // As little as this may it look for one: the settings are wrong, and the first answer says more.
          throw verdict(doubt.status ?? 0).retry === 'never' ? error : doubt
        })
        if (earlier) return earlier
        throw error
      })
      return receiptOf(issue.id, ticket)
    },

    async reply(receipt, message, { signal, attachments = [] }) {
      const number = numberIn(receipt)
      const path = `/tickets/${number}`
      const isIt = (audit: unknown) => at(audit, 'metadata.custom.earshot') === message.id
      const audits = async (page: number): Promise<readonly unknown[]> => {
        const { said } = await service.call({ path: `${path}/audits`, query: { page, per_page: perPage }, signal, most: longListing })
        const list = at(said, 'audits')
        if (!Array.isArray(list)) throw service.foreign('a list of audits')
        return list
      }
      if (await findIn(audits, perPage, isIt)) return
      const author = at((await service.call({ path, signal })).said, 'ticket.requester_id')
      const said = await comment(message.id, messageParts(message), undefined, attachments, signal)
      const ticket = {
        // What asks for nothing leaves the ticket as it is.
        ...(turnOf(message).status === 'open' && { status: 'open' }),
        comment: { ...said, ...(Number.isInteger(author) && { author_id: author }) },
        metadata: { earshot: message.id },
      }
      const answer = await service.call({ path, method: 'PUT', json: { ticket }, signal })
      if (at(answer.said, 'ticket.id') !== Number(number)) throw service.foreign('the ticket')
    },

    ...(secret && { hook: (request: Request, body: Uint8Array) => zendeskNews({ secret, comments }, request, body, service.now()) }),
  }
}

/** `{ error: "RecordInvalid", description, details: { email: [{ description }] } }`, or the error as an object with a title and a message. */
function words(said: unknown): OwnWords {
  const details = at(said, 'details')
  const causes = isRecord(details) ? Object.values(details).flat().map(detail => at(detail, 'description')) : []
  const texts = [at(said, 'error'), at(said, 'error.message'), at(said, 'description'), ...causes].filter(text => typeof text === 'string')
  return texts.length > 0 ? { detail: texts.join('; ') } : {}
}
