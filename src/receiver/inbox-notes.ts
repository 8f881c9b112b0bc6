import type { Message } from '../core/issue/thread.ts'
import { createId } from '../core/support/ids.ts'
import type { Json } from '../core/support/json.ts'
import type { InboxAction } from './inbox-context.ts'
import { readPerson } from './inbox-input.ts'
import { idPattern, messageId, messageText, readObject, unprocessable } from './message.ts'
import { json, Refusal } from './refusal.ts'
import { findCases } from './store-notes.ts'
import { addMessage } from './store-threads.ts'

const most = 200

function readIds(value: Json | undefined): string[] {
  if (!Array.isArray(value) || !value.length || value.length > most || value.some(id => typeof id !== 'string' || !idPattern.test(id))) {
    throw unprocessable({ pointer: '/issues', detail: `expected a list of 1 to ${most} ids of issues` })
  }
  return [...new Set(value as string[])]
}

/**
 * "This changed because of you": one note to the customers of many issues, once in each case, however many of its issues are named.
 * Sent again under its id it reaches whom it has not reached yet. Nobody is told when one of the issues does not exist.
 */
export const writeNote: InboxAction = async ({ query, site, clock }, request) => {
  const data = await readObject(request, 'The note', clock)
  const now = clock.now()
  const ids = readIds(data['issues'])
  const note: Message = {
    id: data['id'] === undefined ? createId(now) : messageId(data),
    at: new Date(now).toISOString(),
    from: 'staff',
    ...(data['author'] !== undefined && { author: readPerson(data['author'], '/author') }),
    text: messageText(data),
    kind: 'changed',
  }
  const cases = await findCases(query, site, ids)
  const known = new Set(cases.flatMap(({ named }) => named))
  const errors = ids.flatMap(id => (known.has(id) ? [] : [{ pointer: `/issues/${(data['issues'] as Json[]).indexOf(id)}`, detail: 'there is no such issue' }]))
  if (errors.length) throw new Refusal(422, 'The note went to nobody: some of the issues do not exist.', { errors })

  const told: string[] = []
  let added = 0
  for (const { target } of cases) {
    const outcome = await addMessage(query, site, target, note)
    if (outcome === 'other') throw unprocessable({ pointer: '/id', detail: 'expected the same text as the first time, got another' })
    if (outcome === 'added') added++
    told.push(target)
  }
  return json({ id: note.id, issues: told }, added ? 201 : 200)
}
