import assert from 'node:assert/strict'

/** Asks the staff's own interface, as the inbox does. */
async function ask(url: string, path: string, expected: number, body?: object): Promise<unknown> {
  const answer = await fetch(`${url}/inbox/api/${path}`, {
    ...(body && { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
  assert.equal(answer.status, expected, path)
  return answer.json()
}

/** Answers in the thread of an issue. */
export const answer = (url: string, id: string, text = 'The pin is in the post.', name = 'Jonte') =>
  ask(url, `issues/${id}/messages`, 201, { id: crypto.randomUUID(), text, author: { name } })

/** "This changed because of you." */
export const noteChange = (url: string, id: string, text: string, name: string) => ask(url, 'notes', 201, { issues: [id], text, author: { name } })

/** An issue as staff read it. */
export const asStaffRead = async (url: string, id: string) =>
  (await ask(url, `issues/${id}`, 200)) as { level?: number; rung?: string; late?: boolean; status: string; messages: { from: string; kind?: string; text: string }[] }

/** Who was thanked by name, and how often. */
export const thanked = async (url: string) => ((await ask(url, 'kudos', 200)) as { people: unknown }).people
