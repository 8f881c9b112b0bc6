import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { fakeGithub, token } from '../../receiver/forwarders/fake-github.ts'

/** GitHub over real HTTP: what was filed there, and who waits for it. */
export async function startTracker() {
  const service = fakeGithub()
  let arrive = () => {}
  const arrived = new Promise<void>(resolve => { arrive = resolve })
  const server = createServer((request, response) => void buffer(request).then(async body => {
    const answer = await service.fetch(`https://api.github.com${request.url}`, {
      method: request.method!, headers: request.headers as Record<string, string>, signal: new AbortController().signal, ...(body.length && { body }),
    })
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text())
    if (service.issues.length) arrive()
  }).catch((error: unknown) => response.writeHead(500).end(String(error)))).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    api: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
    issues: service.issues,
    /** Resolves with the first issue. */
    arrived,
    stop: () => (server.close(), server.closeAllConnections()),
  }
}
