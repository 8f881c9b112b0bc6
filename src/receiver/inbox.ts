import { systemClock, type Clock } from '../core/support/clock.ts'
import { createId } from '../core/support/ids.ts'
import type { Message } from '../core/issue/thread.ts'
import { fileResponse } from './file-response.ts'
import { readFilter, readPatch, readPerson } from './inbox-input.ts'
import { idPattern, messageId, messageText, readObject, unprocessable } from './message.ts'
import { migrate } from './migrations.ts'
import type { Query } from './query.ts'
import { answer, json, Refusal } from './refusal.ts'
import { withCors } from './cors.ts'
import { changeIssue, findAttachments, findFile } from './store-inbox-changes.ts'
import { countIssues, findIssueRow, listIssues, toInboxRow, type InboxAttachment, type InboxIssue } from './store-inbox.ts'
import { addMessage, findThread } from './store-threads.ts'

export interface InboxOptions {
  query: Query
  /** Whether this request comes from staff. Asked for every one of them; there is no default. */
  authorize: (request: Request) => boolean | Promise<boolean>
  /** The receiver's `site`. Default: `''`. */
  site?: string
  /** Default `/inbox`: the list is at `/inbox/issues`. */
  basePath?: string
  clock?: Clock
  /** Hears of what went wrong inside. Default: the console. */
  report?: (error: unknown) => void
}

export interface Inbox {
  /** Answers a request of the staff's API; always resolves. */
  handle(request: Request): Promise<Response>
}

const nothing = () => new Refusal(404, 'There is nothing at this address.')

/**
 * The staff's side: lists, reads and answers issues, sets owner, status and topic. JSON for a page of your own; no CORS,
 * so only pages of the same origin can use it.
 */
export function createInbox({
  query, authorize, site = '', basePath: path = '/inbox', clock = systemClock, report = console.error,
}: InboxOptions): Inbox {
  const basePath = path.replace(/\/+$/, '')
  let ready: Promise<void> | undefined

  async function read(id: string): Promise<InboxIssue> {
    const row = idPattern.test(id) ? await findIssueRow(query, site, id) : undefined
    if (!row) throw nothing()
    const [thread, files] = [await findThread(query, site, id), await findAttachments(query, site, id)]
    return {
      ...toInboxRow(row),
      issue: row['body'] as InboxIssue['issue'],
      receipt: row['receipt'] as InboxIssue['receipt'],
      ...(row['verified'] ? { verified: row['verified'] as Record<string, unknown> } : {}),
      messages: thread?.messages ?? [],
      attachments: files.map(file => ({ ...file, href: `${basePath}/attachments/${String(file['id'])}` }) as unknown as InboxAttachment),
    }
  }

  async function reply(request: Request, id: string): Promise<Response> {
    const data = await readObject(request, 'The message', clock)
    const now = clock.now()
    const message: Message = {
      id: data['id'] === undefined ? createId(now) : messageId(data),
      at: new Date(now).toISOString(),
      from: 'staff',
      ...(data['author'] !== undefined && { author: readPerson(data['author'], '/author') }),
      text: messageText(data),
    }
    const outcome = idPattern.test(id) ? await addMessage(query, site, id, message) : 'unknown'
    if (outcome === 'unknown') throw nothing()
    if (outcome === 'other') throw unprocessable({ pointer: '/id', detail: 'expected the same text as the first time, got another' })
    const thread = await findThread(query, site, id)
    return json(thread!.messages.find(kept => kept.id === message.id), outcome === 'added' ? 201 : 200)
  }

  async function change(request: Request, id: string): Promise<Response> {
    const patch = readPatch(await readObject(request, 'The change', clock))
    if (!idPattern.test(id) || !(await changeIssue(query, site, id, patch))) throw nothing()
    return json(await read(id))
  }

  async function file(key: string): Promise<Response> {
    const found = /^\d{1,18}$/.test(key) ? await findFile(query, site, key) : undefined
    if (!found) throw nothing()
    return fileResponse(found.name, found.bytes)
  }

  async function route(request: Request): Promise<Response> {
    const url = new URL(request.url)
    if (!url.pathname.startsWith(basePath + '/')) throw nothing()
    if (!(await authorize(request))) throw new Refusal(401, 'This is for staff.')
    await (ready ??= migrate(query).catch((error: unknown) => {
      ready = undefined
      throw error
    }))
    const [collection, id = '', part, ...more] = url.pathname.slice(basePath.length + 1).split('/')
    switch (more.length ? '' : [request.method, collection, ...(id ? ['*'] : []), ...(part === undefined ? [] : [part])].join(' ')) {
      case 'GET issues': return json({ ...(await listIssues(query, site, readFilter(url))), counts: await countIssues(query, site) })
      case 'GET issues *': return json(await read(id))
      case 'PATCH issues *': return change(request, id)
      case 'POST issues * messages': return reply(request, id)
      case 'GET attachments *': return file(id)
      default: throw nothing()
    }
  }

  return { handle: async request => withCors(await answer(() => route(request), report), request, undefined) }
}
