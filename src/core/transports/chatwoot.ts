import type { Attachment, Issue } from '../issue/issue.ts'
import { stringify } from '../support/stringify.ts'
import type { ServiceOptions } from './ask.ts'
import { chatwootLine, type Conversation } from './chatwoot-line.ts'
import { threadIn, wordsOf } from './chatwoot-thread.ts'
import { asText } from './describe.ts'
import { refuseLonger, tooLarge } from './refuse-unfit.ts'
import { sourceOf } from './source-of.ts'
import { TransportError, type Transport } from './transport.ts'

export interface ChatwootOptions extends ServiceOptions {
  /**
   * Whether the address that the customer typed becomes the contact's. Default false: it stands in the message. With `true` Chatwoot puts
   * the conversation to whoever it knows by that address, and nobody has proven that it is theirs.
   */
  email?: boolean
}

/** Chatwoot refuses more; checked here so that no half of a conversation is left behind. */
const [mostWords, mostFiles] = [150_000, 15]

/**
 * Opens a conversation in an API inbox of Chatwoot by its public client API; the inbox's identifier is public by design. Each issue
 * has a contact and a conversation of its own, and the whole issue is its first message, files included; the receipt's reference is
 * the number of the conversation, its token the contact's `source_id`, which opens it. Answers and replies go the same way. A
 * contact is found again by that id, a conversation by looking, so that a repeat finishes what an attempt before it began. Two
 * attempts at once can still make two of them, and a reply whose answer was lost is looked for only while the page lives: hence
 * `duplicates`.
 *
 * Checked 2026-11-22: https://developers.chatwoot.com/api-reference/contacts-api/create-a-contact, conversations-api and
 * messages-api beside it. That `source_id` may be given and is found again, files under `attachments[]` (also chatwoot#8444), at
 * most 15 of them, 150,000 characters and custom attributes up to 1,500, was read in https://github.com/chatwoot/chatwoot
 * (app/controllers/public, app/models).
 *
 * What it cannot do: an inbox with "Enforce user identity validation" wants a hash made with a secret, so that belongs to the
 * receiver; Chatwoot takes no key for a message; what agents attach is shown as its address.
 * @param baseUrl your instance, `https://app.chatwoot.com` for the cloud.
 * @param inboxIdentifier from the settings of an inbox of the type API; a website inbox's token is another one.
 * @throws {EarshotError} `transport/wrong-option`, `transport/no-endpoint`.
 */
export function chatwoot(baseUrl: string | URL, inboxIdentifier: string, options: ChatwootOptions = {}): Transport {
  const line = chatwootLine(baseUrl, inboxIdentifier, options)
  /** Replies that are there, by their own ids: with the number each has there. */
  const replied = new Map<string, number>()
  /** The newest number that was read of each conversation; and what that was when a reply was first tried. */
  const newest = new Map<string, number>()
  const tried = new Map<string, number | undefined>()

  const read = async (source: string, reference: string, signal: AbortSignal): Promise<Conversation> => {
    const conversation = (await line.conversations(source, signal)).find(({ id }) => String(id) === reference)
    if (conversation) return conversation
    throw new TransportError('transport/not-found', `Chatwoot has no conversation ${reference} of this contact`, { retry: 'never' })
  }

  return {
    duplicates: 'possible',

    async send(issue, attachments, { signal }) {
      const text = asText(issue)
      refuseMore(text, attachments)
      const source = await line.contact({ source_id: await sourceOf(inboxIdentifier, issue), ...person(issue, options) }, signal)
      const found = (await line.conversations(source, signal)).sort((one, other) => one.id - other.id)[0]
      const conversation = found ?? (await line.begin(source, attributes(issue), signal))
      if (!isThere(conversation)) await line.say(source, conversation.id, issue.id, text, attachments, signal)
      return { id: issue.id, reference: String(conversation.id), token: source, acceptedAt: line.isoNow() }
    },

    async thread({ id, reference, token = '' }, { signal }) {
      const conversation = await read(token, reference, signal)
      newest.set(reference, Math.max(0, ...conversation.messages.map(said => said.id)))
      return threadIn(conversation, id, replied)
    },

    async reply({ reference, token = '' }, message, { signal, attachments = [] }) {
      if (replied.has(message.id)) return
      const text = wordsOf(message)
      refuseMore(text, attachments)
      const since = tried.get(message.id)
      // Only words that came after the first attempt can be its own: the same ones may have been said before.
      const { messages } = since === undefined ? { messages: [] } : await read(token, reference, signal)
      const there = messages.find(said => said.id > since! && said.type === 0 && said.text === text)
      tried.set(message.id, since ?? newest.get(reference))
      const number = there?.id ?? (await line.say(token, Number(reference), message.id, text, attachments, signal))
      replied.set(message.id, number)
      newest.set(reference, Math.max(number, newest.get(reference) ?? 0))
    },
  }
}

/** The first thing said in it is the issue. */
const isThere = ({ messages }: Conversation): boolean => messages.some(({ type }) => type === 0)

function refuseMore(text: string, files: readonly Attachment[]): void {
  refuseLonger('Chatwoot', 'a message', text, mostWords)
  if (files.length > mostFiles) throw tooLarge('Chatwoot', 'files with a message', files.length, mostFiles)
}

/** Names longer than Chatwoot takes stand in the message only. */
const person = ({ contact = {} }: Issue, { email }: ChatwootOptions) => ({
  ...(contact.name && contact.name.length <= 255 && { name: contact.name }),
  ...(email && contact.email && { email: contact.email }),
})

/** What can be filtered by; all of it stands in the message, too. What is longer than an attribute may be stands only there. */
function attributes(issue: Issue): Record<string, unknown> {
  const { id, kind, form, topic, audience, rating, environment, subject, escalation, leaving } = issue
  const all = {
    earshot_id: id, kind, form, topic, audience, language: environment?.locale, page: subject?.url,
    rating: rating && `${rating.value}/${rating.max}`, level: escalation?.level, leaving,
    answers: issue.answers && stringify(issue.answers),
  }
  const fits = (value: unknown) => value !== undefined && !(typeof value === 'string' && value.length > 1_500)
  return Object.fromEntries(Object.entries(all).filter(([, value]) => fits(value)))
}

