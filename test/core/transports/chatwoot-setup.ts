import { chatwoot, type ChatwootOptions } from '../../../src/core/transports/chatwoot.ts'
import { busySeconds, type BackendMood, type FakeBackend, type TakenIssue, type TransportSetup } from '../../../src/testing/transport-kit.ts'
import { json } from './fixtures.ts'
import { saidIn } from './service-setup.ts'

interface Message { id: number; content: string; message_type: number; created_at: number; private: boolean; sender?: object; files: TakenIssue['files'] }
export interface FakeConversation { id: number; inbox_id: number; status: string; source: string; messages: Message[] }

/** An API inbox of Chatwoot in a few lines: contacts by their source, their conversations, and what is said in them. */
export function chatwootSetup(options: ChatwootOptions = {}) {
  const conversations: FakeConversation[] = []
  const sources = new Set<string>()
  let mood: BackendMood = 'accept'
  /** The last part of the path whose answers get lost. */
  let lost = 'messages'
  let minted = 100
  let fixed: (() => Response) | undefined

  const shown = ({ source: _, ...conversation }: FakeConversation) =>
    ({ ...conversation, messages: conversation.messages.map(({ files, ...message }) => ({ ...message, attachments: files.length > 0 ? files.map(() => ({ data_url: 'https://chat.example/file' })) : undefined })) })

  const read = async (init: RequestInit): Promise<[string, TakenIssue['files']]> => {
    const request = new Response(init.body as BodyInit, { headers: new Headers(init.headers) })
    if (typeof init.body === 'string') return [((await request.json()) as { content: string }).content, []]
    const form = await request.formData()
    const files = form.getAll('attachments[]') as File[]
    return [form.get('content') as string, await Promise.all(files.map(async file => ({ name: file.name, bytes: await file.arrayBuffer() })))]
  }

  const answer = async (path: string[], init: RequestInit): Promise<Response> => {
    const [source, , number] = path
    if (!source) {
      const { source_id } = JSON.parse(init.body as string) as { source_id: string }
      sources.add(source_id)
      return json({ source_id, pubsub_token: 'pub', id: 1, name: 'wild-star-1', email: null })
    }
    if (!sources.has(source)) return json({ error: 'Resource could not be found' }, 404)
    const own = conversations.filter(each => each.source === source)
    if (!number && init.method === 'GET') return json(own.map(shown))
    if (!number) {
      const made: FakeConversation = { id: conversations.length + 1, inbox_id: 7, status: 'open', source, messages: [] }
      conversations.push(made)
      return json(shown(made))
    }
    const found = own.find(({ id }) => String(id) === number)
    if (!found) return json({ error: 'Resource could not be found' }, 404)
    const [content, files] = await read(init)
    const message: Message = { id: ++minted, content, message_type: 0, created_at: 1_763_719_201, private: false, files }
    found.messages.push(message)
    return json({ ...message, files: undefined })
  }

  const fetch: typeof globalThis.fetch = async (url, init = {}) => {
    init.signal!.throwIfAborted()
    if (fixed) return fixed()
    if (mood === 'down') throw new TypeError('Failed to fetch')
    if (mood === 'busy') return new Response('Retry later\n', { status: 429, headers: { 'Retry-After': String(busySeconds) } })
    if (mood === 'refuse') return json({ message: 'Content is too long (maximum is 150000 characters)', attributes: ['content'] }, 422)
    if (mood === 'nonsense') return new Response('<h1>Log in</h1>', { headers: { 'Content-Type': 'text/html' } })
    if (mood === 'hang') return new Promise((_, reject) => init.signal!.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))))
    const { pathname } = new URL(String(url))
    const response = await answer(pathname.split('/contacts')[1]!.split('/').slice(1), init)
    if (mood === 'lose-answer' && init.method === 'POST' && pathname.endsWith(lost)) throw new TypeError('Failed to fetch')
    return response
  }

  const taken = () => conversations.flatMap(({ messages: [first] }) => (first ? [{ story: saidIn(first.content), files: first.files }] : []))
  const backend: FakeBackend = { mood: next => void (mood = next), taken, answer: (status, headers) => void (fixed = () => new Response(null, { status, headers })) }
  const setup: TransportSetup = { transport: chatwoot('https://chat.example', 'inbox7', { fetch, ...options }), backend }
  return { ...setup, conversations, lose: (part: string) => ((lost = part), setup.backend.mood('lose-answer')) }
}
