import { filesIn, readDraft } from './draft-record.ts'
import type { Keeper } from './keeper.ts'

/**
 * Erases drafts that have outlived their use, and bytes that belong to none.
 * The bytes are read first: a draft and its files are written in one go, so bytes seen here whose draft is not seen after have none.
 */
export async function sweepDrafts(kept: Keeper, inUse: (id: string) => boolean): Promise<void> {
  const bytes = await kept.list('bytes:')
  const drafts = await kept.list('draft:')
  // What cannot be read just now has no date, and is left alone.
  const past = drafts.filter(({ value, at }) => value === undefined && at !== undefined)
  const named = new Set(drafts.flatMap(({ value }) => {
    const form = (value as { form?: unknown } | undefined)?.form
    const record = typeof form === 'string' ? readDraft(value, form) : undefined
    return record ? filesIn(record).map(({ id }) => id) : []
  }))
  const whole = drafts.every(({ at }) => at !== undefined)
  const lost = whole ? bytes.filter(({ key }) => !named.has(key.slice(6)) && !inUse(key.slice(6))) : []
  const gone = [...past, ...lost].map(({ key }) => key)
  if (gone.length) await kept.store.write({ delete: gone })
}
