import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Receipt } from '../../src/core/issue/receipt.ts'

/** One attempt to deliver, as it reached the server. */
export interface Attempt {
  readonly lane: string
  readonly key: string
  /** Milliseconds, by a clock that nobody moves. */
  readonly at: number
  readonly headers: IncomingMessage['headers']
  /** Of the whole body; undefined where it was never read to its end. */
  checksum?: string
}

/** What a behaviour has in its hands. */
export interface Visit {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly socket: Socket
  readonly attempt: Attempt
  /** The whole body, read no faster than so many bytes a second. Rejects when the client goes away before its end. */
  body(perSecond?: number): Promise<Buffer>
  /** Reads the body and keeps it, once for its key. */
  commit(): Promise<{ receipt: Receipt; first: boolean }>
  /** What lets a page of another origin read the answer. */
  readonly cors: Record<string, string>
}

/** What the server does with an attempt. Whoever answers, ends; what is thrown ends the connection. */
export type Behaviour = (visit: Visit) => unknown

export const corsFor = (origin: string | undefined): Record<string, string> =>
  origin === undefined ? {} : { 'access-control-allow-origin': origin === 'null' ? '*' : origin, vary: 'Origin' }
