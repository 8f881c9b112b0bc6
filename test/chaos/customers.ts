import type { Attachment, Issue } from '../../src/core/issue/issue.ts'
import { createMemoryStore } from '../../src/core/outbox/memory-store.ts'
import { createOutbox } from '../../src/core/outbox/outbox.ts'
import type { Outbox } from '../../src/core/outbox/record.ts'
import type { Store } from '../../src/core/outbox/store.ts'
import type { Clock } from '../../src/core/support/clock.ts'
import { createId } from '../../src/core/support/ids.ts'
import { stringify } from '../../src/core/support/stringify.ts'
import { http } from '../../src/core/transports/http.ts'
import { bytesOf, storyOf } from './lane.ts'

/** What a customer was told is kept: what has to be there in the end. */
export interface Promised { readonly id: string; readonly body: string; readonly file?: Uint8Array }

/** A browser: one disk, and pages that come and die. */
export interface Customer {
  readonly name: string
  readonly promised: readonly Promised[]
  /** Writes an issue; resolves when it is told that it is kept. */
  write(): Promise<void>
  /** The page dies where it stands: nothing that it still does reaches the disk. The next one begins at once. */
  crash(): void
  /** What waits, and what needs the customer. */
  records(): ReturnType<Outbox['records']>
  drain(): Promise<void>
  dispose(): void
}

/** What a page has of the disk for as long as it lives. */
function pageOn(disk: Store): { store: Store; die(): void } {
  let dead = false
  const living = <A extends unknown[], R>(work: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => (dead ? new Promise<R>(() => {}) : work(...given))
  const { get, entries, keys, several, write, clear } = disk
  const store = {
    durable: true, get: living(get as Store['get']), entries: living(entries as Store['entries']), keys: living(keys), several: living(several as Store['several']),
    write: living(write), clear: living(clear), close: () => {},
  } as Store
  return { store, die: () => void (dead = true) }
}

export function customer(name: string, endpoint: string, clock: Clock, random: () => number): Customer {
  const disk = createMemoryStore()
  const promised: Promised[] = []
  const open = () => {
    const page = pageOn(disk)
    const outbox = createOutbox({ store: page.store, transport: http(endpoint, { clock }), name, clock, random, locks: undefined, channel: () => undefined })
    void outbox.drain()
    return { ...page, outbox }
  }
  let page = open()

  return {
    name, promised,
    async write() {
      const id = createId()
      const lane = { name: `${name} no. ${promised.length + 1}`, bytes: random() < 0.3 ? 1 + Math.floor(random() * 60_000) : 0 }
      const bytes = bytesOf(lane)
      const file: Attachment[] = bytes ? [{ id: 'file-1', name: 'a.bin', type: 'application/octet-stream', size: bytes.byteLength, bytes: bytes.buffer }] : []
      const issue: Issue = { version: 1, id, createdAt: new Date(clock.now()).toISOString(), kind: 'problem', story: storyOf(lane) }
      await page.outbox.keep(issue, file)
      promised.push({ id, body: stringify(issue), ...(bytes && { file: bytes }) })
    },
    crash() {
      page.die()
      page.outbox.dispose()
      page = open()
    },
    records: () => page.outbox.records(),
    drain: () => page.outbox.drain({ force: true }),
    dispose: () => page.outbox.dispose(),
  }
}
