import { limits } from '../../src/core/issue/issue.ts'
import { summarize } from '../../src/core/issue/summarize.ts'
import { createId } from '../../src/core/support/ids.ts'
import type { Demo } from '../start.ts'
import { letters } from './letters.ts'

const hour = 3_600_000

/** Lets all the letters arrive through the receiver's own door, then sets the clock of each back. */
export async function fillInbox({ url, query }: Demo): Promise<void> {
  const post = (path: string, value: object, headers: Record<string, string> = {}) =>
    fetch(url + path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(value) })
  for (const { ago, answer, ...letter } of letters) {
    const at = Date.now() - ago * hour
    const id = createId(at)
    const issue = { version: 1, id, createdAt: new Date(at).toISOString(), form: letter.kind, ...(letter.story && { summary: summarize(letter.story, limits.summary) }), ...letter }
    const received = await post('/issues', issue, { 'idempotency-key': id })
    if (received.status !== 201) throw new Error(`The receiver answered ${received.status}: ${await received.text()}`)
    if (answer) await post(`/inbox/api/issues/${id}/messages`, { id: createId(at), text: answer, author: { name: 'Ilse Behn' } })
    await query('update issues set accepted_at = $1 where id = $2', [new Date(at), id])
  }
}
