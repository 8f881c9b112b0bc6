import { migrate } from '../migrations.ts'
import type { Query } from '../query.ts'
import type { Tell } from './happening.ts'

async function versionOf(query: Query): Promise<number> {
  const { rows } = await query(`select to_regclass('earshot_migrations') is not null as there`)
  if (!rows[0]!['there']) return 0
  return Number((await query('select coalesce(max(version), 0)::int as version from earshot_migrations')).rows[0]!['version'])
}

/** Brings the tables up to date, and tells so where that changed something. */
export async function tellMigration(query: Query, tell: Tell): Promise<void> {
  const from = await versionOf(query)
  await migrate(query)
  const to = await versionOf(query)
  if (to > from) tell({ event: 'migrated', from, to })
}
