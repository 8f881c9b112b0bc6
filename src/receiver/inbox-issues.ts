import type { Message } from '../core/issue/thread.ts'
import { createId } from '../core/support/ids.ts'
import type { Json } from '../core/support/json.ts'
import { fileResponse } from './file-response.ts'
import { readKept } from './files/keep-files.ts'
import { nothing, type InboxAction, type InboxContext } from './inbox-context.ts'
import { readFilter, readPatch, readPerson } from './inbox-input.ts'
import { readQuestion } from './inbox-question.ts'
import { toInboxRow, type InboxAttachment, type InboxIssue } from './inbox-row.ts'
import { idPattern, messageId, messageText, readObject, unprocessable } from './message.ts'
import { json } from './refusal.ts'
import { changeIssue, findAttachments, findFile } from './store-inbox-changes.ts'
import { findForwards } from './store-inbox-forwards.ts'
import { countIssues, findCase, findIssueRow, listIssues } from './store-inbox.ts'
import { addMessage, findThread } from './store-threads.ts'

export const list: InboxAction = async ({ query, site, clock }, request) => {
  const filter = readFilter(new URL(request.url))
  const now = clock.now()
  return json({ ...(await listIssues(query, site, filter, now)), counts: await countIssues(query, site, now, filter.synthetic) })
}

async function readIssue({ query, site, basePath, clock }: InboxContext, id: string): Promise<InboxIssue> {
  const row = idPattern.test(id) ? await findIssueRow(query, site, id) : undefined
  if (!row) throw nothing()
  const now = clock.now()
  const [thread, files] = [await findThread(query, site, id, 'staff'), await findAttachments(query, site, id)]
  const forwards = await findForwards(query, site, id)
  return {
    ...toInboxRow(row, now),
    issue: row['body'] as InboxIssue['issue'],
    receipt: row['receipt'] as InboxIssue['receipt'],
    ...(row['verified'] ? { verified: row['verified'] as Record<string, unknown> } : {}),
    messages: thread?.messages ?? [],
    attachments: files.map(file => ({ ...file, href: `${basePath}/attachments/${String(file['id'])}` }) as unknown as InboxAttachment),
    case: await findCase(query, site, id, now),
    ...(forwards.length && { forwards }),
  }
}

export const read: InboxAction = async (context, _request, id) => json(await readIssue(context, id))

/** What staff wrote, dated by our clock. Beside words it may be a question with a small form. @throws {Refusal} 422 */
export function staffMessage(data: Record<string, Json>, now: number): Message {
  const { kind } = data
  if (kind !== undefined && kind !== 'question') throw unprocessable({ pointer: '/kind', detail: 'expected "question", or none for words' })
  const fields = kind && readQuestion(data['fields'])
  return {
    id: data['id'] === undefined ? createId(now) : messageId(data),
    at: new Date(now).toISOString(),
    from: 'staff',
    ...(data['author'] !== undefined && { author: readPerson(data['author'], '/author') }),
    text: messageText(data),
    ...(kind && { kind }),
    ...(fields && { fields }),
  }
}

export const reply: InboxAction = async ({ query, site, clock }, request, id) => {
  const message = staffMessage(await readObject(request, 'The message', clock), clock.now())
  const outcome = idPattern.test(id) ? await addMessage(query, site, id, message) : 'unknown'
  if (outcome === 'unknown') throw nothing()
  if (outcome === 'other') throw unprocessable({ pointer: '/id', detail: 'expected the same text as the first time, got another' })
  const thread = await findThread(query, site, id, 'staff')
  return json(thread!.messages.find(kept => kept.id === message.id), outcome === 'added' ? 201 : 200)
}

export const change: InboxAction = async (context, request, id) => {
  const patch = readPatch(await readObject(request, 'The change', context.clock))
  if (!idPattern.test(id) || !(await changeIssue(context.query, context.site, id, patch, context.clock.now()))) throw nothing()
  return json(await readIssue(context, id))
}

export const file: InboxAction = async ({ query, site, files }, _request, id) => {
  const found = /^\d{1,18}$/.test(id) ? await findFile(query, site, id) : undefined
  if (!found) throw nothing()
  return fileResponse(found.name, await readKept(files, found))
}
