import type { Issue } from '../issue/issue.ts'
import type { Receipt } from '../issue/receipt.ts'
import type { Message } from '../issue/thread.ts'
import { EarshotError, messageOf } from '../support/errors.ts'
import { batch, createCatalogue, lineOf } from './catalogue.ts'
import { isMessage, withMessage } from './message-record.ts'
import { issueKey, readRecord, requestKey } from './read-record.ts'
import type { Kept, Listed, RequestRecord } from './record.ts'
import type { Store } from './store.ts'

/** What the store would not take: a record, whether an older state of it is on disk, and its receipt if it has one. */
interface Held { record: Kept; stored: boolean; receipt?: Receipt }

/** The store, with what it refused laid over it for as long as the page lives. */
export interface Ledger {
  /** In the order of birth. `whole` is false when the store could not be read: then only what is in memory. */
  list(): Promise<{ lines: Listed[]; whole: boolean }>
  /** The same with all that was written, a few at a time: for who shows it. */
  load(): Promise<Kept[]>
  /** One record as it is now; undefined when it was removed meanwhile. */
  get(id: string): Promise<Kept | undefined>
  /** A new record, and away with the one it replaces, in one write. In memory if that fails, or at once if the disk does not even read. */
  keep(record: Kept, readable: boolean, replaces?: string): Promise<void>
  /** A record that has changed; in memory if the disk will not take it. */
  save(record: Kept): Promise<void>
  /** Removes the issue and leaves its request, or the message and adds it to its thread, in one write. */
  finish(record: Kept, receipt: Receipt): Promise<void>
  /** Tries again what could not be finished for lack of a disk. */
  settle(): Promise<void>
  remove(id: string): Promise<void>
  /** Another tab has removed it. */
  drop(id: string): void
  /** Another tab has changed it; without an id: may have changed any. */
  doubt(id?: string): void
  requests(): Promise<RequestRecord[]>
  /** What became of an issue that was accepted. Rejects where the store cannot tell. */
  request(id: string): Promise<RequestRecord | undefined>
  durable(id: string): boolean
}

export type Report = (code: string, message: string, path?: string) => void

const byBirth = (a: Listed, b: Listed) => a.sequence - b.sequence || (a.id < b.id ? -1 : 1)

/** @param isTold whether other tabs tell what they change. */
export function createLedger(store: Store, report: Report, isTold: () => boolean): Ledger {
  const memory = new Map<string, Held>()
  const failed = (error: unknown) => report((error as EarshotError).code ?? 'store/failed', messageOf(error))
  const asRequest = ({ body }: Kept, receipt: Receipt): RequestRecord => ({ version: 1, issue: JSON.parse(body) as Issue, receipt })
  const withHeld = (request: RequestRecord): RequestRecord => {
    for (const { record, receipt } of memory.values())
      if (receipt && isMessage(record) && record.to === request.issue.id) request = withMessage(request, JSON.parse(record.body) as Message)
    return request
  }
  const request = async (id: string) => {
    const { record, receipt } = memory.get(id) ?? {}
    if (record && receipt) return asRequest(record, receipt)
    return store.get<RequestRecord>(requestKey(id))
  }

  const setAside = async (key: string, value: unknown) => {
    const path = '/' + key
    report('outbox/corrupt', `The record "${key}" is damaged. It was set aside under "aside:", nothing of it was sent`, path)
    await store.write({ put: [[key.replace('issue:', 'aside:'), value]], delete: [key] }).catch(failed)
  }

  const settled = async (record: Kept, receipt: Receipt) => {
    // A message may have been written into it already, when only that had room.
    if (!isMessage(record)) return { ...(await store.get<RequestRecord>(requestKey(record.id))), ...asRequest(record, receipt) }
    const before = await request(record.to)
    return before && withMessage(before, JSON.parse(record.body) as Message)
  }

  const finish = async (record: Kept, receipt: Receipt) => {
    const { id } = record
    try {
      const after = await settled(record, receipt)
      await store.write({ put: after ? [[requestKey(after.issue.id), after]] : [], delete: [issueKey(id)] })
      memory.delete(id)
    } catch (error) {
      failed(error)
      memory.set(id, { record, stored: memory.get(id)?.stored ?? true, receipt })
    }
  }

  const save = async (record: Kept, replaces?: string, stored = true) => {
    const { id } = record
    try {
      await store.write({ put: [[issueKey(id), record]], delete: replaces ? [issueKey(replaces)] : [] })
      memory.delete(id)
      catalogue.note(issueKey(id), record)
    } catch (error) {
      failed(error)
      memory.set(id, { record, stored: memory.get(id)?.stored ?? stored })
    }
  }

  const misread = async (key: string, value: unknown, is: 'corrupt' | 'foreign') => {
    if (is === 'corrupt') await setAside(key, value)
    else if (!value) report('outbox/unreadable', `The record "${key}" cannot be read just now and was left alone`, '/' + key)
  }
  const catalogue = createCatalogue(store, issueKey(''), misread, isTold)

  const list = async () => {
    const found = new Map<string, Listed>()
    let whole = true
    let keys = new Set<string>()
    try {
      const read = await catalogue.read()
      keys = read.keys
      for (const line of read.lines.values()) found.set(line.id, line)
    } catch (error) {
      whole = false
      failed(error)
    }
    for (const [id, { record, stored, receipt }] of memory) {
      if (whole && stored && !keys.has(issueKey(id))) memory.delete(id)
      else if (receipt) found.delete(id)
      else found.set(id, lineOf(record))
    }
    return { lines: [...found.values()].sort(byBirth), whole }
  }

  const get = async (id: string): Promise<Kept | undefined> => {
    const held = memory.get(id)
    if (held && !held.stored) return structuredClone(held.record)
    try {
      const value = await store.get(issueKey(id))
      const record = readRecord(issueKey(id), value)
      if (typeof record === 'object') {
        // A tab that died may not have told what it wrote last.
        catalogue.note(issueKey(id), record)
        return held?.record ?? record
      }
      memory.delete(id)
      // Since it was listed: the bytes are checked each time.
      if (record === 'corrupt') await setAside(issueKey(id), value)
    } catch {
      return held?.record
    }
  }

  return {
    finish,
    list,
    async load() {
      const { lines } = await list()
      const records: Kept[] = []
      for (let from = 0; from < lines.length; from += batch)
        records.push(...(await Promise.all(lines.slice(from, from + batch).map(({ id }) => get(id)))).filter(record => record !== undefined))
      return records
    },
    get,
    async keep(record, readable, replaces) {
      if (readable) await save(record, replaces, false)
      else memory.set(record.id, { record, stored: false })
    },
    save: record => save(record),
    async settle() {
      for (const { record, receipt } of memory.values()) if (receipt) await finish(record, receipt)
    },
    async remove(id) {
      const held = memory.get(id)
      memory.delete(id)
      try {
        await store.write({ delete: [issueKey(id)] })
      } catch (error) {
        // Of what was never on the disk nothing is left.
        if (held?.stored !== false) throw error
        failed(error)
      }
    },
    drop: id => void memory.delete(id),
    doubt: id => catalogue.doubt(id === undefined ? id : issueKey(id)),
    async requests() {
      const stored = await store.entries<RequestRecord>(requestKey('')).catch(error => {
        failed(error)
        // An empty list would say that there are none.
        if (!memory.size) throw error
        return []
      })
      const all = stored.map(([, value]) => value).filter(value => value?.version === 1 && value.issue && value.receipt)
      for (const { record, receipt } of memory.values())
        if (receipt && !isMessage(record) && !all.some(({ issue }) => issue.id === record.id)) all.push(asRequest(record, receipt))
      return all.map(withHeld).sort((a, b) => (a.issue.id < b.issue.id ? 1 : -1))
    },
    async request(id) {
      const found = await request(id)
      return found && withHeld(found)
    },
    durable: id => store.durable && (memory.get(id)?.stored ?? true),
  }
}
