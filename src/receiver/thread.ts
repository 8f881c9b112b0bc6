import type { Message } from '../core/issue/thread.ts'
import type { Context } from './context.ts'
import { idPattern, messageId, messageText, readObject, unprocessable } from './message.ts'
import { json, Refusal } from './refusal.ts'
import { addMessage, findThread, findTokenHash } from './store-threads.ts'
import { bearer, fits } from './tokens.ts'

/** The same answer for a wrong token and for an id that does not exist, so that nobody learns which ids do. */
async function authorize({ options: { query, site } }: Context, request: Request, id: string): Promise<void> {
  const token = bearer(request) ?? ''
  if (await fits(token, idPattern.test(id) ? await findTokenHash(query, site, id) : undefined)) return
  throw new Refusal(401, 'Expected the token of this issue\'s receipt.', { headers: { 'www-authenticate': 'Bearer' } })
}

/** Answers `GET {endpoint}/{id}`. */
export async function readThread(context: Context, request: Request, id: string): Promise<Response> {
  await authorize(context, request, id)
  return json(await findThread(context.options.query, context.options.site, id))
}

/** Answers `POST {endpoint}/{id}/messages`. Dated by the receiver's clock; the sender's is only a claim. */
export async function takeReply(context: Context, request: Request, id: string): Promise<Response> {
  const { query, site, clock } = context.options
  await authorize(context, request, id)
  const data = await readObject(request, 'The message', clock)
  const message: Message = { id: messageId(data), at: new Date(clock.now()).toISOString(), from: 'customer', text: messageText(data) }
  const outcome = await addMessage(query, site, id, message)
  if (outcome === 'other') throw unprocessable({ pointer: '/id', detail: 'expected the same text as the first time, got another' })
  const thread = await findThread(query, site, id)
  return json(thread!.messages.find(kept => kept.id === message.id), outcome === 'added' ? 201 : 200)
}
