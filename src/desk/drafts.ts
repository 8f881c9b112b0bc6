import type { Draft } from '../core/issue/draft.ts'
import type { Context } from './context.ts'
import { bytesKey, draftKey, placeOf, readDraft, recordOf, wholeDraft, type DraftRecord } from './draft-record.ts'
import type { Keeper } from './keeper.ts'
import type { PageReading } from './page.ts'
import { reduceDesk } from './reduce.ts'
import { reduceRooms } from './reduce-rooms.ts'
import { withoutSensitive } from './sensitive.ts'
import { sweepDrafts } from './sweep-drafts.ts'

/** What the page in memory knows of drafts; it outlives the store, which consent may change. */
export interface DraftMemory {
  /** By form: the key its draft lies under. */
  readonly homes: Map<string, string>
  /** By id: the form of each file whose bytes are kept. */
  readonly files: Map<string, string>
  /** The ids of files that the device has no room for. */
  readonly unkept: Set<string>
}

export interface Drafts {
  /** Keeps the draft as it is in the state now: its words within half a second, the bytes of new files at once. */
  keep(form: string): Promise<void>
  /** Into the state, if this page has one; else what another page has of it is told there. */
  restore(form: string): Promise<void>
  /** Brings the one of another page here. Does nothing where there is none, or where this page has its own. */
  adopt(form: string): Promise<void>
  /** Takes it from the device, with its files. */
  drop(form: string): Promise<void>
}

/** One draft for each form and page, as the page is while it is written; a page without an address shares one. */
export function openDrafts(context: Context, kept: Keeper, page: PageReading | undefined, { homes, files, unkept }: DraftMemory): Drafts {
  const { dispatch, settings } = context
  const place = () => placeOf(settings, page)
  const here = (form: string) => draftKey(form, place().url)
  const begun = (form: string) => context.state.drafts.has(form)
  let swept = false

  /** In a page that changes its address the draft moves along, unless there is another one already. */
  const keyFor = async (form: string) => {
    const home = homes.get(form)
    const now = here(form)
    return home !== undefined && home !== now && (await kept.load(now)) !== undefined ? home : now
  }

  const bringBack = (form: string, key: string, draft: Draft) => {
    homes.set(form, key)
    for (const { id } of draft.attachments ?? []) files.set(id, form)
    dispatch({ type: 'edited', form, draft }, reduceDesk)
  }

  const dropFiles = (form: string, but: readonly { id: string }[] = []) => {
    for (const [id, owner] of files) {
      if (owner !== form || but.some(file => file.id === id)) continue
      files.delete(id)
      kept.keepSoon(bytesKey(id), undefined)
    }
  }

  /** Of another page, the latest. */
  const elsewhere = async (form: string) => {
    const own = here(form)
    const others = (await kept.list(draftKey(form, ''))).flatMap(({ key, value, at = 0 }) => {
      const record = readDraft(value, form)
      return key !== own && record?.url !== undefined ? [{ key, at, record: record as DraftRecord & { url: string } }] : []
    })
    return others.sort((a, b) => b.at - a.at)[0]
  }

  const tellElsewhere = (form: string, other?: { at: number; record: DraftRecord & { url: string } }) => {
    if (!other && !context.state.elsewhere?.has(form)) return
    const { at, record: { url, title } = { url: '' } } = other ?? { at: 0 }
    dispatch({ type: 'begunElsewhere', form, elsewhere: other && { url, at, ...(title !== undefined && { title }) } }, reduceRooms)
  }

  return {
    async keep(form) {
      const key = await keyFor(form)
      const hide = await withoutSensitive(context, form)
      const given = context.state.drafts.get(form)
      // Sent meanwhile.
      if (!given) return
      tellElsewhere(form)
      const left = homes.get(form)
      if (left !== undefined && left !== key) kept.keepSoon(left, undefined)
      homes.set(form, key)
      const draft = hide(given)
      const { attachments = [] } = draft
      dropFiles(form, attachments)
      const fresh = attachments.filter(({ id, bytes }) => !files.has(id) && !unkept.has(id) && bytes?.byteLength > 0)
      const record = () => recordOf(form, draft, place(), unkept)
      if (!fresh.length) return kept.keepSoon(key, record())
      for (const { id, bytes } of fresh) {
        files.set(id, form)
        kept.keepSoon(bytesKey(id), bytes)
      }
      try {
        await kept.keepNow(key, record())
      } catch {
        // At least the words.
        for (const { id } of fresh) {
          files.delete(id)
          unkept.add(id)
        }
        if (begun(form)) kept.keepSoon(key, record())
      }
    },
    async restore(form) {
      if (begun(form)) return
      try {
        for (const key of new Set([here(form), draftKey(form)])) {
          const record = readDraft(await kept.load(key), form)
          const draft = record && (await wholeDraft(record, kept))
          // What was typed while we were looking wins.
          if (begun(form)) return
          if (draft) return bringBack(form, key, draft)
        }
        tellElsewhere(form, await elsewhere(form))
      } finally {
        if (!swept) void sweepDrafts(kept, id => files.has(id)).catch(() => {})
        swept = true
      }
    },
    async adopt(form) {
      const other = begun(form) ? undefined : await elsewhere(form)
      const draft = other && (await wholeDraft(other.record, kept))
      if (!draft || begun(form)) return tellElsewhere(form)
      const { url, title } = other.record
      // What was pointed at is on the page it was pointed at on.
      const subject = draft.subject?.element && { url, ...(title !== undefined && { title }), ...draft.subject }
      const moved: Draft = { ...draft, ...(subject && { subject }) }
      bringBack(form, here(form), moved)
      tellElsewhere(form)
      kept.keepSoon(other.key, undefined)
      await kept.keepNow(here(form), recordOf(form, moved, place(), unkept))
    },
    async drop(form) {
      dropFiles(form)
      const key = homes.get(form) ?? here(form)
      homes.delete(form)
      await kept.keepNow(key, undefined)
    },
  }
}
