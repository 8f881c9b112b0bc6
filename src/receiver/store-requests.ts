import type { Issue } from '../core/issue/issue.ts'
import type { Receipt } from '../core/issue/receipt.ts'
import type { Query } from './query.ts'

/** A case as another device of its customer is told of it. */
export interface KnownRequest { issue: Issue; receipt: Receipt }

// What one device found out about itself is of no use to another, and may be large.
const columns = `body - array['diagnostics', 'journey', 'environment', 'history', 'identity'] as issue, receipt`

export async function findRequest(query: Query, seq: string): Promise<KnownRequest> {
  const { rows } = await query(`select ${columns} from issues where seq = $1::text::bigint`, [seq])
  return rows[0] as unknown as KnownRequest
}

/** What somebody wrote whom the site's token names, newest first. */
export async function findRequestsOf(query: Query, site: string, subject: string, most: number): Promise<KnownRequest[]> {
  const { rows } = await query(
    `select ${columns} from issues where site = $1 and subject = $2 and not synthetic order by seq desc limit $3::text::int`,
    [site, subject, String(most)])
  return rows as unknown as KnownRequest[]
}
