import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { it } from 'node:test'
import { openPostgres } from '../../../src/receiver/postgres.ts'
import { startPostgres } from '../../engines/postgres.ts'
import { kill, start } from '../../kill/receiver-rounds.ts'
import { newIssue } from '../requests.ts'

// PGlite is one process's own and dies with it.
const server = await startPostgres()

if (server) {
  it('has every file of every issue it has taken in, whole, however often it is killed, and knows of each that it should not have', { timeout: 120_000 }, async t => {
    const folder = mkdtempSync(join(tmpdir(), 'earshot-killed-'))
    const database = await openPostgres(server.url)
    t.after(async () => {
      await database.close()
      await server.stop()
      rmSync(folder, { recursive: true })
    })
    const env = { DATABASE: server.url, SITE: 'killed', FILES: folder }
    let up = start(env)
    let isOver = false
    const taken = new Map<string, string>()
    let heard = () => {}

    async function customer(): Promise<void> {
      while (!isOver) {
        const bytes = crypto.getRandomValues(new Uint8Array(20_000))
        const issue = newIssue({ attachments: [{ id: 'f1', name: 'a.bin', type: 'a/b', size: bytes.length, bytes: bytes.buffer }] })
        for (;;) {
          const body = new FormData()
          body.set('issue', new Blob([JSON.stringify(issue)], { type: 'application/json' }))
          body.set('f1', new Blob([bytes]))
          const { url } = await up
          const answer = await fetch(url, { method: 'POST', headers: { 'idempotency-key': issue.id }, body }).catch(() => undefined)
          await answer?.arrayBuffer().catch(() => {})
          if (answer?.ok) break
          assert.ok(!answer || answer.status >= 500 || answer.status === 409, String(answer?.status))
        }
        taken.set(issue.id, createHash('sha256').update(bytes).digest('hex'))
        heard()
      }
    }

    const customers = Promise.all(Array.from({ length: 4 }, customer))
    for (let times = 0; times < 3; times++) {
      // With three others somewhere on the way.
      const enough = taken.size + 3
      await Promise.race([customers, new Promise<void>(resolve => { heard = () => { if (taken.size >= enough) resolve() } })])
      const dying = await up
      up = kill(dying).then(() => start(env))
    }
    isOver = true
    await customers
    await kill(await up)

    const { rows } = await database.query(
      `select i.id, a.place, a.sha256 from issues i join attachments a on a.issue = i.seq where i.site = 'killed'`)
    const named = new Map(rows.map(row => [String(row['place']), String(row['sha256'])]))
    const strays = (await database.query('select place from strays')).rows.map(row => String(row['place']))
    for (const [id, sum] of taken) assert.ok(rows.some(row => row['id'] === id && row['sha256'] === sum), `${id} is lost`)
    for (const [place, sum] of named) {
      const bytes = readFileSync(join(folder, place.slice(0, 2), place.slice(2, 4), place))
      assert.equal(createHash('sha256').update(bytes).digest('hex'), sum)
      assert.ok(!strays.includes(place))
    }
    const lying = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()).map(({ name }) => basename(name, '.part'))
    assert.deepEqual(lying.filter(place => !named.has(place) && !strays.includes(place)), [])
    assert.ok(taken.size >= 9)
  })
}
