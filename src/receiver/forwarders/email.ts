import type { Attachment } from '../../core/issue/issue.ts'
import type { Receipt } from '../../core/issue/receipt.ts'
import { systemClock } from '../../core/support/clock.ts'
import { deadline } from '../../core/support/deadline.ts'
import { shorten } from '../../core/support/whole-at.ts'
import { partsAsText, type Part } from '../../core/transports/describe.ts'
import { expectOption } from '../../core/transports/wrong-option.ts'
import { encode, sha256 } from '../bytes.ts'
import { asHtml } from '../forwarding/as-html.ts'
import { describeIssue } from '../forwarding/describe-issue.ts'
import type { Forwarder } from '../forwarding/forwarder.ts'
import { mailAddress, type MailAddress } from '../forwarding/mail-address.ts'
import { mailFailure } from '../forwarding/mail-failure.ts'
import { mailFiles } from '../forwarding/mail-files.ts'
import { messageParts } from '../forwarding/message-parts.ts'
import type { ForwarderOptions } from '../forwarding/service.ts'
import { packageMissing } from '../package-missing.ts'

export interface EmailOptions extends Pick<ForwarderOptions, 'caseUrl' | 'clock'> {
  host: string
  /** Default 587. */
  port?: number
  user?: string
  pass?: string
  /** `required` (default): STARTTLS or nothing · `from-the-start`: the default on port 465 · `none`: for a relay on the same machine. */
  encryption?: 'required' | 'from-the-start' | 'none'
  /** Always yours, `The shop <desk@shop.example>`: the customer's address stands under Reply-To. */
  from: string
  to: string | readonly string[]
  /** Begins each subject: `[Workshop]`. */
  subject?: string
  /** Milliseconds for one mail. Default 60,000. */
  timeout?: number
}

interface Head {
  replyTo?: MailAddress
  messageId: string
  inReplyTo?: string
  references?: string[]
  subject: string
}
interface Mail extends Head {
  from: string
  to: string[]
  text: string
  html: string
  attachments: object[]
  signal: AbortSignal
  disableFileAccess: true
  disableUrlAccess: true
}
interface Nodemailer { createTransport(options: object): { sendMail(mail: Mail): Promise<unknown> } }

/** What the receipt keeps beside what every receipt has, for the mails that follow. */
interface MailReceipt extends Receipt {
  subject?: string
  replyTo?: MailAddress
  /** The mails of the case up to this one. */
  references?: string[]
}

/**
 * One mail for each issue and for each message that follows, through your mail server (Node only, package `nodemailer`: MIT-0, no
 * dependencies; from 10.5 on, because before a mail that was given up went on by itself).
 * Mail has no keys: an attempt whose answer was lost may leave a second copy. Both then have the same Message-ID, made of the issue's id,
 * and many mailboxes show one of them. Mails of one case follow one another by In-Reply-To, References and the subject.
 * Done means that the server took it for one of the recipients, not that anybody read it. A mail that bounces comes back to `from`.
 * Not: answers. Whoever answers the mail writes to the customer's own address, past the case; an answer in the inbox reaches both.
 * Checked 2026-11-22: https://nodemailer.com/smtp, https://nodemailer.com/message, and the source of nodemailer 10.6.0.
 */
export function email(options: EmailOptions): Forwarder {
  const { host, port = 587, user, pass, from, to, subject: prefix = '', caseUrl, timeout = 60_000, clock = systemClock } = options
  const { encryption = port === 465 ? 'from-the-start' : 'required' } = options
  const domain = /@([\w.-]+)>?\s*$/.exec(from)?.[1]
  expectOption(typeof host === 'string' && /^[\w.:-]+$/.test(host), 'host', 'the name of your mail server', host)
  expectOption(domain !== undefined && !/[\r\n]/.test(from), 'from', 'a mail address', from)
  const recipients = [to].flat()
  expectOption(recipients.length > 0 && recipients.every(one => /^[^\r\n]*@[^\r\n]+$/.test(one)), 'to', 'one mail address or a list of them', to)
  expectOption(['required', 'from-the-start', 'none'].includes(encryption), 'encryption', 'required, from-the-start or none', encryption)

  const load = async () => {
    // Not resolved by the type checker: its types would bring Node's globals into the receiver.
    const { createTransport } = await (import('nodemailer' as string) as Promise<Nodemailer>).catch(packageMissing('nodemailer', 'Forwarding by e-mail needs'))
    return createTransport({
      host, port, secure: encryption === 'from-the-start', requireTLS: encryption === 'required', ignoreTLS: encryption === 'none',
      ...(user !== undefined && { auth: { user, pass } }),
      connectionTimeout: timeout, greetingTimeout: timeout, socketTimeout: timeout,
    })
  }
  let loaded: ReturnType<typeof load> | undefined

  const hashOf = (key: string) => sha256(encode(key))
  // The same for the same issue for ever, and nothing of it is the customer's word.
  const mailId = async (key: string) => `<earshot.${(await hashOf(key)).slice(0, 40)}@${domain}>`

  async function post(head: Head, parts: readonly Part[], files: readonly Attachment[], link: string | undefined, outer: AbortSignal) {
    const controller = new AbortController()
    try {
      const transport = await (loaded ??= load())
      const sending = transport.sendMail({
        ...head, from, to: recipients, text: [partsAsText(parts), ...(link ? [link] : [])].join('\n\n'), html: asHtml(parts, link),
        attachments: mailFiles(files), signal: AbortSignal.any([outer, controller.signal]), disableFileAccess: true, disableUrlAccess: true,
      })
      await deadline(sending, timeout, 'transport/timeout', clock)
    } catch (error) {
      throw mailFailure(error)
    } finally {
      controller.abort()
    }
  }

  /** What is too large with its files goes without them, and says so: they lie with the receiver, and the words must not wait for them. */
  async function deliver(head: Head, parts: readonly Part[], files: readonly Attachment[], link: string | undefined, signal: AbortSignal) {
    await post(head, parts, files, link, signal).catch((error: { code?: string }) => {
      if (error.code !== 'transport/too-large' || files.length === 0) throw error
      const left = { label: 'Too large for this mail, in the inbox', text: files.map(({ name }) => name).join('\n') }
      return post(head, [...parts, left], [], link, signal)
    })
  }

  return {
    duplicates: 'possible',

    async send(issue, attachments, { signal, earlier = [] }): Promise<MailReceipt> {
      const { title, parts } = describeIssue(issue)
      const hash = (await hashOf(`issue ${issue.id}`)).toUpperCase()
      const replyTo = mailAddress(issue.contact)
      // Only what was proven to be the same customer's case: else somebody could write themselves into another one's.
      const first = earlier[0] as MailReceipt | undefined
      const before = first && (first.references ?? [await mailId(`issue ${first.id}`)])
      const messageId = await mailId(`issue ${issue.id}`)
      // It stands in the subject of the whole case, so that it can be searched for.
      const reference = first?.subject ? first.reference : `${hash.slice(0, 4)}-${hash.slice(4, 8)}`
      const own = oneLine(`${prefix} ${title} [${reference}]`)
      const subject = first?.subject ?? own
      await deliver({
        messageId, subject: first?.subject ? `Re: ${subject}` : subject,
        ...(before && { inReplyTo: before.at(-1)!, references: before }),
        ...(replyTo && { replyTo }),
      }, parts, attachments, caseUrl?.(issue), signal)
      const acceptedAt = new Date(clock.now()).toISOString()
      return { id: issue.id, reference, acceptedAt, subject, references: [...(before ?? []), messageId], ...(replyTo && { replyTo }) }
    },

    async reply(receipt: MailReceipt, message, { signal, attachments = [] }) {
      const before = receipt.references ?? [await mailId(`issue ${receipt.id}`)]
      const replyTo = mailAddress({ name: receipt.replyTo?.name ?? '', email: receipt.replyTo?.address ?? '' })
      await deliver({
        messageId: await mailId(`message ${receipt.id} ${message.id}`), inReplyTo: before.at(-1)!, references: before,
        subject: oneLine(`Re: ${receipt.subject ?? `[${receipt.reference}]`}`),
        ...(replyTo && { replyTo }),
      }, messageParts(message), attachments, undefined, signal)
    },
  }
}

// Without what turns the letters of a whole list of subjects round.
const oneLine = (text: string) => shorten(text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '').replace(/[\s\p{Cc}]+/gu, ' ').trim(), 200)
