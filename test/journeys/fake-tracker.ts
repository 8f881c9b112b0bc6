import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export const secret = 'the webhook’s secret'

/** A tracker over real HTTP that speaks as GitHub does: refuses what it is given for good, until its owner mends it. */
export async function startTracker() {
  const state = { frozen: true, issues: [] as { title: string; body: string }[] }
  const server = createServer((request, response) => {
    const answer = (status: number, said: unknown) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said))
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
      if (request.method === 'GET') return void answer(200, request.url?.startsWith('/search/') ? { items: [] } : [])
      if (state.frozen) return void answer(422, { message: 'Validation Failed', errors: [{ message: 'The workshop has no room' }] })
      state.issues.push(JSON.parse(Buffer.concat(parts).toString('utf8')) as { title: string; body: string })
      answer(201, { number: 40 + state.issues.length, html_url: 'https://tracker.example/41', created_at: new Date().toISOString() })
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return Object.assign(state, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Tells by webhook what somebody wrote under the first issue. */
    async comments(hook: string, text: string, login: string): Promise<number> {
      const comment = { id: 7, body: text, created_at: new Date().toISOString(), author_association: 'MEMBER', user: { login, type: 'User' } }
      const body = JSON.stringify({ action: 'created', repository: { full_name: 'acme/workshop' }, issue: { number: 41 }, comment })
      const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
      const headers = { 'content-type': 'application/json', 'x-github-event': 'issue_comment', 'x-hub-signature-256': signature }
      return (await fetch(hook, { method: 'POST', headers, body })).status
    },
    stop: () => new Promise(resolve => {
      server.close(resolve)
      server.closeAllConnections()
    }),
  })
}
