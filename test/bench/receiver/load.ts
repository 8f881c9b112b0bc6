import { Agent, request, type OutgoingHttpHeaders } from 'node:http'

/** A request that is ready to go: what it takes to make it is not measured. */
export interface Shot { method: 'GET' | 'POST'; path: string; headers: OutgoingHttpHeaders; body?: Uint8Array | string }

/** Many requests over connections that stay open. */
export interface Clients {
  /** Each client sends the next as soon as it has its answer; answers with requests a second. */
  rush(shots: readonly Shot[]): Promise<number>
  /**
   * Sends so many a second, whatever comes back; answers with milliseconds from when each was to be sent, not from when a client was
   * free to send it: whoever has to wait because the server is slow has waited.
   */
  paced(shots: readonly Shot[], perSecond: number): Promise<number[]>
  close(): void
}

export function openClients(url: string, clients: number): Clients {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const { hostname, port } = new URL(url)

  const send = ({ method, path, headers, body }: Shot) => new Promise<void>((resolve, reject) => {
    const outgoing = request({ agent, hostname, port, method, path, headers }, response => {
      let said = ''
      const isFine = response.statusCode! < 300
      if (isFine) response.resume()
      else response.setEncoding('utf8').on('data', chunk => { said += String(chunk) })
      response.on('end', () => isFine ? resolve() : reject(new Error(`${method} ${path} was answered with ${response.statusCode}: ${said}`)))
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })

  /** So many hands, each taking the next. */
  const all = async (shots: readonly Shot[], one: (shot: Shot, index: number) => Promise<void>) => {
    let next = 0
    const hand = async () => {
      while (next < shots.length) {
        const index = next++
        await one(shots[index]!, index)
      }
    }
    await Promise.all(Array.from({ length: clients }, hand))
  }

  return {
    async rush(shots) {
      const since = performance.now()
      await all(shots, send)
      return shots.length / (performance.now() - since) * 1_000
    },
    async paced(shots, perSecond) {
      const since = performance.now()
      const waited: number[] = []
      await all(shots, async (shot, index) => {
        const due = since + index * 1_000 / perSecond
        const early = due - performance.now()
        if (early > 0) await new Promise(resolve => setTimeout(resolve, early))
        await send(shot)
        waited.push(performance.now() - due)
      })
      return waited
    },
    close: () => agent.destroy(),
  }
}
