import type { Attachment } from '../issue/issue.ts'
import { isRecord } from '../support/json.ts'
import { stringify } from '../support/stringify.ts'
import { ask, type OwnWords, type ServiceOptions } from './ask.ts'
import { formBody } from './form-body.ts'
import { openLine } from './http-line.ts'
import { expectOption } from './wrong-option.ts'

/** `type`: 0 from the customer, 1 from an agent, 2 what happened, 3 from a template. `at` in seconds since 1970. */
export interface Said { id: number; text: string; type: number; at: number; sender: { name?: unknown; avatar_url?: unknown }; files: string[] }

/** `id` is the number that agents see. */
export interface Conversation { id: number; status: string; messages: Said[] }

/** The four things that the public client API of Chatwoot can do for a contact. */
export interface ChatwootLine {
  isoNow(): string
  /** The contact of that source, made where there is none; its source, or another one that Chatwoot prefers. */
  contact(about: { source_id: string; name?: string; email?: string }, signal: AbortSignal): Promise<string>
  conversations(source: string, signal: AbortSignal): Promise<Conversation[]>
  begin(source: string, attributes: Record<string, unknown>, signal: AbortSignal): Promise<Conversation>
  /** The new message's id. */
  say(source: string, conversation: number, key: string, text: string, files: readonly Attachment[], signal: AbortSignal): Promise<number>
}

/** As much as a hundred conversations' worth of answers. */
const listLimit = 4 * 2 ** 20

export function chatwootLine(baseUrl: string | URL, inbox: string, options: ServiceOptions): ChatwootLine {
  expectOption(/^[\w-]+$/.test(inbox), 'inboxIdentifier', 'the identifier of an API inbox', inbox)
  const line = openLine(baseUrl, options)
  const under = (...path: string[]) => ['public', 'api', 'v1', 'inboxes', inbox, 'contacts', ...path]
  const post = async (path: string[], body: BodyInit, type: string, signal: AbortSignal) =>
    (await ask(line, { path, body, headers: { 'Content-Type': type }, signal }, words)).said
  const postJson = (path: string[], value: unknown, signal: AbortSignal) => post(path, stringify(value), 'application/json', signal)

  return {
    isoNow: line.isoNow,
    async contact(about, signal) {
      const said = await postJson(under(), about, signal)
      if (isRecord(said) && typeof said.source_id === 'string' && said.source_id) return said.source_id
      throw line.foreign('a contact with its source_id')
    },
    async conversations(source, signal) {
      const { said } = await ask(line, { method: 'GET', path: under(source, 'conversations'), signal, most: listLimit }, words)
      if (Array.isArray(said)) return said.map(readConversation).filter(found => found !== undefined)
      throw line.foreign('a list of conversations')
    },
    async begin(source, attributes, signal) {
      const made = readConversation(await postJson(under(source, 'conversations'), { custom_attributes: attributes }, signal))
      if (made) return made
      throw line.foreign('a conversation')
    },
    async say(source, conversation, key, text, files, signal) {
      const path = under(source, 'conversations', String(conversation), 'messages')
      const fields = { content: text, echo_id: key }
      const { body, type } =
        files.length > 0
          ? formBody(key, Object.entries(fields), files.map(file => ['attachments[]', file]))
          : { body: stringify(fields), type: 'application/json' }
      const made = readSaid(await post(path, body, type, signal))
      if (made) return made.id
      throw line.foreign('a message')
    },
  }
}

/** `{ error }`, or `{ message, attributes }` where something is not valid; that there were too many in a minute is called that, too. */
function words(said: unknown): OwnWords {
  const detail = isRecord(said) ? [said.message, said.error].find(text => typeof text === 'string') : undefined
  const many = detail !== undefined && /too many messages/i.test(detail)
  return { ...(detail !== undefined && { detail }), ...(many && { code: 'transport/busy', retry: 'later', afterMs: 60_000 }) }
}

function readConversation(value: unknown): Conversation | undefined {
  if (!isRecord(value) || !Number.isSafeInteger(value.id)) return undefined
  const messages = Array.isArray(value.messages) ? value.messages.map(readSaid).filter(said => said !== undefined) : []
  return { id: value.id as number, status: String(value.status), messages }
}

/** A message anybody may read; a private note never comes this way, and if it did, it would not be shown. */
function readSaid(value: unknown): Said | undefined {
  if (!isRecord(value) || !Number.isSafeInteger(value.id) || value.private === true) return undefined
  const { id, content, message_type: type, created_at: at, sender, attachments } = value
  const files = Array.isArray(attachments) ? attachments.filter(isRecord).map(({ data_url: url }) => url) : []
  return {
    id: id as number,
    text: typeof content === 'string' ? content : '',
    type: Number(type),
    at: Number.isFinite(at) ? (at as number) : 0,
    sender: isRecord(sender) ? sender : {},
    files: files.filter(url => typeof url === 'string'),
  }
}
