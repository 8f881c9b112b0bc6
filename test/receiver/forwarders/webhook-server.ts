import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { busySeconds, type BackendMood } from '../../../src/testing/transport-kit.ts'

interface Event { type: string; timestamp: string; data: Record<string, unknown> }
export interface Taken { headers: IncomingHttpHeaders; event: Event; raw: string }

/** A system that takes signed webhooks, over real HTTP: checks them with the standard's own library and keeps each id once. */
export async function startWebhooks(secret: string) {
  const taken = new Map<string, Taken>()
  const state = { taken, mood: 'accept' as BackendMood | 'gone' | 'redirect', largest: Infinity, attempts: [] as string[], answer: undefined as object | undefined, fixed: undefined as { status: number; headers: Readonly<Record<string, string>> } | undefined, paths: [] as string[] }
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
      const raw = Buffer.concat(parts).toString('utf8')
      const refuse = (status: number, headers = {}) => response.writeHead(status, headers).end()
      state.paths.push(request.url ?? '')
      if (state.fixed) return void refuse(state.fixed.status, state.fixed.headers)
      if (state.mood === 'hang') return
      if (state.mood === 'down') return void request.socket.destroy()
      if (state.mood === 'busy') return void refuse(503, { 'retry-after': String(busySeconds) })
      if (state.mood === 'refuse') return void refuse(422)
      if (state.mood === 'gone') return void refuse(410)
      if (raw.length > state.largest) return void refuse(413)
      if (state.mood === 'redirect') return void refuse(302, { location: '/elsewhere' })
      state.attempts.push(raw)
      try {
        const event = new Webhook(secret).verify(raw, request.headers as Record<string, string>) as Event
        const id = String(request.headers['webhook-id'])
        if (!taken.has(id)) taken.set(id, { headers: request.headers, event, raw })
      } catch {
        return void refuse(401)
      }
      if (state.mood === 'lose-answer') return void request.socket.destroy()
      if (!state.answer) return void response.writeHead(204).end()
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(state.answer))
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return Object.assign(state, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/geheim-7/`,
    stop: () => new Promise(resolve => {
      server.close(resolve)
      server.closeAllConnections()
    }),
  })
}
