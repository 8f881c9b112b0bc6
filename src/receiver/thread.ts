import { encode, sha256 } from './bytes.ts'
import { authorize } from './access.ts'
import type { Context } from './context.ts'
import { readMessage } from './customer-message.ts'
import { fileResponse } from './file-response.ts'
import { dropFiles, keepFiles, readKept } from './files/keep-files.ts'
import { unprocessable } from './message.ts'
import { promiseNow } from './promise-now.ts'
import { json, Refusal } from './refusal.ts'
import { findCaseFile } from './store-files.ts'
import { findBody } from './store-issues.ts'
import { addMessage, findThread, goesUp, isAsked } from './store-threads.ts'

/** Answers `GET {endpoint}/{id}`: 304 to whoever has it as it is. */
export async function readThread(context: Context, request: Request, id: string): Promise<Response> {
  await authorize(context, request, id)
  const thread = await findThread(context.options.query, context.options.site, id)
  const etag = `"${(await sha256(encode(JSON.stringify(thread)))).slice(0, 32)}"`
  // As proxies pass it on, it may have become a weak one.
  const known = request.headers.get('if-none-match')?.split(',').some(tag => tag.trim().replace(/^W\//, '') === etag)
  return known ? new Response(null, { status: 304, headers: { etag } }) : json(thread, 200, { etag })
}

/** Answers `POST {endpoint}/{id}/messages`. */
export async function takeReply(context: Context, request: Request, id: string): Promise<Response> {
  const { forwards, options: { query, site, clock, limits } } = context
  const { seq } = await authorize(context, request, id)
  const { message, files: sent } = await readMessage(request, limits, clock)
  if (message.answerTo !== undefined && !(await isAsked(query, seq, message.answerTo))) {
    throw unprocessable({ pointer: '/answerTo', detail: 'expected the id of a question of this case, got another' })
  }
  if (message.kind === 'taken-back' && !(await goesUp(query, seq))) {
    throw unprocessable({ pointer: '/kind', detail: 'expected taken-back only where the issue took another one further' })
  }
  const { expectBy } = await promiseNow(context, await findBody(query, seq))
  const files = await keepFiles(context, sent)
  const outcome = await addMessage(query, site, id, message, { files, expectBy, forwarders: forwards?.replying ?? [] })
  if (outcome === 'added') forwards?.wake()
  if (outcome !== 'added') await dropFiles(context, files)
  if (outcome === 'other') throw unprocessable({ pointer: '/id', detail: 'expected the same message as the first time, got another' })
  const thread = await findThread(query, site, id)
  const kept = thread!.messages.find(({ id, issue }) => id === message.id && issue === undefined)
  return json(kept, outcome === 'added' ? 201 : 200)
}

/** Answers `GET {endpoint}/{id}/attachments/{attachment}`: a file of the case. */
export async function readFile(context: Context, request: Request, id: string, attachment: string): Promise<Response> {
  const { seq } = await authorize(context, request, id)
  const file = await findCaseFile(context.options.query, seq, attachment.replaceAll('\0', ''))
  if (!file) throw new Refusal(404, 'There is no such file in this case.')
  return fileResponse(file.name, await readKept(context.options.files, file))
}
