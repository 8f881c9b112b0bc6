import type { Query } from '../query.ts'
import type { FileStore } from './file-store.ts'

/**
 * Takes away what was put a day ago or more and that no row names: attempts that failed, or whose process died, and files of
 * rows that were deleted. The file goes before its mark, and both may be gone already: any number of processes may do it at once.
 * @param mine how the site's keys begin.
 */
export async function sweepFiles(query: Query, store: FileStore, mine: string): Promise<void> {
  const { rows } = await query(
    `select place from strays where starts_with(place, $1) and since < now() - interval '1 day'
      and not exists (select from attachments a where a.place = strays.place)
    order by since limit 100`, [mine])
  for (const { place } of rows as { place: string }[]) {
    await store.remove(place)
    await query('delete from strays where place = $1', [place])
  }
}
