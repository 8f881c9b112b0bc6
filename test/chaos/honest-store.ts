import { createHash } from 'node:crypto'
import type { Receipt } from '../../src/core/issue/receipt.ts'

/** What a key brought about, once: the body that came first, as it came. */
export interface Effect { readonly key: string; readonly lane: string; readonly type: string; readonly body: Buffer; readonly receipt: Receipt }

/** What came under a key, apart: the issue's own characters, and the files beside it by their ids. */
export interface Delivered { readonly issue: string; readonly files: ReadonlyMap<string, Buffer> }

export const checksum = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** A backend that keeps keys: the first body under a key is the effect, a repeat gets the first receipt, and nothing is forgotten. */
export class HonestStore {
  readonly #effects = new Map<string, Effect>()
  /** What no client may ever do, in sentences. Empty at the end of every test. */
  readonly violations: string[] = []

  get effects(): readonly Effect[] {
    return [...this.#effects.values()]
  }

  /** Keeps it, unless there is something under this key already. */
  commit(lane: string, key: string, type: string, body: Buffer): { receipt: Receipt; first: boolean } {
    const known = this.#effects.get(key)
    if (known) {
      if (!known.body.equals(body) || known.type !== type) this.violations.push(`${lane}: other bytes under the key ${key}`)
      return { receipt: known.receipt, first: false }
    }
    const receipt = { id: key, reference: `R-${this.#effects.size + 1}`, acceptedAt: '2026-11-22T12:00:00.000Z' }
    this.#effects.set(key, { key, lane, type, body, receipt })
    return { receipt, first: true }
  }
}

/** Takes an effect apart as a backend does. */
export async function open({ type, body }: Pick<Effect, 'type' | 'body'>): Promise<Delivered> {
  if (!type.startsWith('multipart/')) return { issue: body.toString(), files: new Map() }
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
  const files = new Map<string, Buffer>()
  let issue = ''
  for (const [name, value] of form) {
    if (name === 'issue') issue = typeof value === 'string' ? value : await value.text()
    else if (typeof value !== 'string') files.set(name, Buffer.from(await value.arrayBuffer()))
  }
  return { issue, files }
}
