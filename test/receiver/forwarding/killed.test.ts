import assert from 'node:assert/strict'
import { it } from 'node:test'
import { startPostgres } from '../../engines/postgres.ts'
import { seeded } from '../../kill/random.ts'
import { isKept, killReceivers } from '../../kill/receiver-rounds.ts'

// PGlite is one process's own, so there is nobody who could take over.
const server = await startPostgres()

if (server) {
  it('loses nothing and doubles nothing when receivers that take in and pass on are killed', { timeout: 300_000 }, async t => {
    t.after(() => server.stop())
    const figures = await killReceivers({ url: server.url, kills: 4, random: seeded(7) })
    t.diagnostic(JSON.stringify(figures))
    assert.ok(figures.taken > 4, 'hardly anything was taken in')
    assert.ok(isKept(figures), JSON.stringify(figures))
  })
}
