import type { Clock } from '../../src/core/support/clock.ts'
import type { Query } from '../../src/receiver/query.ts'
import { createReceiver } from '../../src/receiver/receiver.ts'
import type { ReceiverOptions } from '../../src/receiver/settings.ts'

/** 2026-11-21T10:00:00Z for ever; no timer ever fires. */
export const stopped: Clock = { now: () => Date.UTC(2026, 10, 21, 10), after: () => () => {} }

let sites = 0

/** A receiver for a site of its own, so that tests never see one another's issues. `rows` reads what it has stored. */
export function openReceiver(query: Query, options: Partial<ReceiverOptions> = {}) {
  const site = `site-${++sites}`
  const report = (error: unknown) => { throw error }
  const receiver = createReceiver({ query, site, clock: stopped, report, ...options })
  async function rows(columns: string, table = 'issues', where = 'true') {
    const mine = table === 'issues' ? 'site = $1' : 'issue in (select seq from issues where site = $1)'
    return (await query(`select ${columns} from ${table} where ${where} and ${mine} order by seq`, [site])).rows
  }
  return { ...receiver, rows, site }
}
