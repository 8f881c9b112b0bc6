import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a backend that keeps keys has seen. */
export interface BackendFigures {
  /** Bodies by their keys: each has had its effect once. */
  kept: ReadonlyMap<string, string>
  requests: number
  /** Repeats that did not say that something may have arrived: nobody had died, and it was sent twice. */
  unannounced: string[]
  /** Bodies that came as others under a key that was known. */
  changed: string[]
  /** Messages that came before their issue. */
  early: string[]
}

/**
 * Keeps what is posted under its key, once, takes its time, and now and then loses its answer after the work was done. What follows
 * another key says so in the header `follows`; an attempt after another one says `again`.
 */
export async function startBackend(random: () => number): Promise<BackendFigures & { url: string; close(): Promise<void> }> {
  const kept = new Map<string, string>()
  const figures = { kept, requests: 0, unannounced: [] as string[], changed: [] as string[], early: [] as string[] }
  const server = createServer((request, response) => {
    const { 'idempotency-key': id, follows, again } = request.headers as Record<string, string | undefined>
    let body = ''
    request.setEncoding('utf8').on('data', chunk => { body += String(chunk) })
    // The sender was killed in the middle of its words: there is nothing to keep, and nobody to answer.
    request.on('error', () => {})
    request.on('end', () => {
      figures.requests++
      const known = kept.get(id!)
      if (known === undefined) kept.set(id!, body)
      else if (known !== body) figures.changed.push(id!)
      if (known !== undefined && again !== 'yes') figures.unannounced.push(id!)
      if (follows && !kept.has(follows)) figures.early.push(id!)
      const isLost = random() < 0.08
      setTimeout(() => {
        if (isLost) return response.destroy()
        response.setHeader('content-type', 'application/json').end(JSON.stringify({ id, reference: `#${[...kept.keys()].indexOf(id!) + 1}`, acceptedAt: '2026-11-23T08:00:00.000Z' }))
      }, random() * 40)
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    ...figures,
    get requests() { return figures.requests },
    url: `http://127.0.0.1:${port}/`,
    close: () => new Promise(resolve => (server.close(() => resolve()), server.closeAllConnections())),
  }
}
