import { toBase64 } from '../core/support/base64.ts'
import type { KeptFile } from './files/keep-files.ts'
import type { Query } from './query.ts'
import { seenFrom } from './store-cases.ts'
import type { EnclosedFile } from './enclosed.ts'

/** A statement that keeps the files in the parameter `rows`, of the `issue` and the `message` that `from` has just made. */
export const attach = (issue: string, message: string, from: string, rows: string): string => `
  insert into attachments (issue, message, position, id, name, type, size, sha256, bytes, place)
  select ${issue}, ${message}, item.position, item.value->>'id', item.value->>'name', item.value->>'type', (item.value->>'size')::bigint,
    item.value->>'sha256', decode(item.value->>'bytes', 'base64'), item.value->>'place'
  from ${from}, jsonb_array_elements(${rows}::text::jsonb) with ordinality as item(value, position)`

/** Files as `attach` takes them. */
export const fileRows = (files: readonly EnclosedFile[]): string =>
  JSON.stringify(files.map(({ id, name, type, size, sha256, bytes, place }) =>
    ({ id, name, type, size, sha256, ...(place === undefined ? { bytes: toBase64(bytes) } : { place }) })))

/** A file of the case by its own id, the issue's own first: two devices may have minted the same. */
export async function findCaseFile(query: Query, issue: string, id: string): Promise<KeptFile | undefined> {
  const { rows } = await query(
    `select a.name, a.bytes, a.place from issues mine join issues other on ${seenFrom('mine', 'other')} join attachments a on a.issue = other.seq
    where mine.seq = $1::text::bigint and a.id = $2 order by a.issue <> mine.seq, a.seq limit 1`, [issue, id])
  return rows[0] as KeptFile | undefined
}
