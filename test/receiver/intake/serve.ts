import { createServer, type Server } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { toNodeHandler } from 'srvx/node'
import type { Receiver } from '../../../src/receiver/receiver.ts'

export interface Served {
  /** The receiver's endpoint. */
  url: string
  port: number
  server: Server
  close(): Promise<void>
}

/** A receiver behind Node's own HTTP server, on a port of its own. */
export async function serve({ handle }: Pick<Receiver, 'handle'>): Promise<Served> {
  const server = createServer(toNodeHandler(handle) as Parameters<typeof createServer>[1])
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () => new Promise<void>(resolve => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
  return { url: `http://127.0.0.1:${port}/issues`, port, server, close }
}

export interface Wire {
  socket: Socket
  /** Resolves with all that came, once that has `part` in it, or when the other side has closed. */
  until(part: string | RegExp): Promise<string>
  ended: Promise<void>
}

/** Writes a request by hand, byte by byte if need be. */
export function openWire(port: number): Wire {
  const socket = connect(port, '127.0.0.1')
  let text = ''
  let isOver = false
  let heard = () => {}
  socket.setEncoding('latin1').on('data', chunk => {
    text += String(chunk)
    heard()
  })
  // A connection that was cut ends, too.
  socket.on('error', () => {})
  const ended = new Promise<void>(resolve => socket.once('close', () => {
    isOver = true
    resolve()
    heard()
  }))
  const until = (part: string | RegExp) => new Promise<string>(resolve => {
    heard = () => {
      if (isOver || (typeof part === 'string' ? text.includes(part) : part.test(text))) resolve(text)
    }
    heard()
  })
  return { socket, until, ended }
}

/** The head of a POST of so many bytes. */
export const head = (length: number | 'chunked', headers: Record<string, string> = {}, path = '/issues'): string => [
  `POST ${path} HTTP/1.1`, 'Host: desk.example', 'Content-Type: application/json', 'Idempotency-Key: k',
  length === 'chunked' ? 'Transfer-Encoding: chunked' : `Content-Length: ${length}`,
  ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), '', '',
].join('\r\n')
