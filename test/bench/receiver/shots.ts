import type { Attachment, Issue } from '../../../src/core/issue/issue.ts'
import type { Shot } from './load.ts'
import { someIssues } from './some-issues.ts'

const fresh = someIssues()
const sizes = [60_000, 20_000]

const made = (count: number) => Array.from({ length: count }, () => fresh())

/** Issues as JSON, to the receiver or to the bare handler. */
export function issueShots(count: number, path = '/issues', issues: readonly Issue[] = made(count)): Shot[] {
  return issues.map(issue => ({
    method: 'POST', path, headers: { 'content-type': 'application/json', 'idempotency-key': issue.id }, body: JSON.stringify(issue),
  }))
}

/** Issues with two files each, together 80 kB. */
export async function enclosedShots(count: number): Promise<Shot[]> {
  return Promise.all(Array.from({ length: count }, async () => {
    const files = sizes.map((size, index): Attachment =>
      ({ id: `f${index}`, name: `photo ${index}.png`, type: 'image/png', size, bytes: crypto.getRandomValues(new Uint8Array(size)).buffer }))
    const issue = fresh(files)
    const form = new FormData()
    form.set('issue', new Blob([JSON.stringify(issue)], { type: 'application/json' }))
    for (const { id, name, type, bytes } of files) form.append(id, new Blob([bytes], { type }), name)
    const whole = new Response(form)
    return {
      method: 'POST', path: '/issues', headers: { 'content-type': whole.headers.get('content-type')!, 'idempotency-key': issue.id },
      body: new Uint8Array(await whole.arrayBuffer()),
    } satisfies Shot
  }))
}

async function threadShot({ headers, body }: Shot, url: string): Promise<Shot> {
  const taken = await fetch(`${url}/issues`, { method: 'POST', headers: headers as Record<string, string>, body: body as string })
  const { id, token } = (await taken.json()) as { id: string; token: string }
  const authorization = `Bearer ${token}`
  for (const text of ['And another thing', 'Never mind']) {
    const said = await fetch(`${url}/issues/${id}/messages`, {
      method: 'POST', headers: { authorization, 'content-type': 'application/json' }, body: JSON.stringify({ id: crypto.randomUUID(), text }),
    })
    await said.arrayBuffer()
    if (!said.ok) throw new Error(`A message was answered with ${said.status}`)
  }
  return { method: 'GET', path: `/issues/${id}`, headers: { authorization } }
}

/** Reads the threads of as many issues that it takes there first, a few at once, each with two messages. */
export async function threadShots(count: number, url: string): Promise<Shot[]> {
  const [waiting, made]: [Shot[], Shot[]] = [issueShots(count), []]
  const lane = async () => {
    for (let shot = waiting.pop(); shot; shot = waiting.pop()) made.push(await threadShot(shot, url))
  }
  await Promise.all(Array.from({ length: 16 }, lane))
  return made
}
