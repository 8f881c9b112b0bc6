import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { it } from 'node:test'
import { openPostgres } from '../../../src/receiver/postgres.ts'
import { startPostgres } from '../../engines/postgres.ts'
import { newIssue, receiptOf } from '../requests.ts'
import { head, openWire } from './serve.ts'

// PGlite is one process's own: nobody else could look into it afterwards.
const postgres = await startPostgres()

if (postgres) {
  it('a process that is told to end under load has all it said yes to, and leaves nobody with half an answer', { timeout: 120_000 }, async t => {
    const database = await openPostgres(postgres.url)
    const child = spawn(process.execPath, [join(import.meta.dirname, 'ending-process.ts')], {
      env: { ...process.env, NODE_NO_WARNINGS: '1', DATABASE: postgres.url, SITE: 'ended' }, stdio: ['pipe', 'pipe', 'inherit'],
    })
    t.after(async () => {
      child.kill('SIGKILL')
      await database.close()
      await postgres.stop()
    })
    const exit = once(child, 'exit')
    const [url] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]

    const taken = new Set<string>()
    let later = 0
    let heard = () => {}
    let isGone = false
    async function customer(): Promise<void> {
      while (!isGone) {
        const issue = newIssue()
        const answer = await fetch(url, {
          method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': issue.id }, body: JSON.stringify(issue),
        }).catch(() => undefined)
        // No answer at all is honest: the outbox comes again. An answer that has begun has to be whole.
        if (!answer) isGone = true
        else if (answer.ok) taken.add((await receiptOf(answer)).id)
        else {
          assert.equal(answer.status, 503)
          assert.ok(Number(answer.headers.get('retry-after')) >= 1)
          assert.equal(((await answer.json()) as { status: number }).status, 503)
          later++
        }
        heard()
      }
    }
    const customers = Promise.all(Array.from({ length: 8 }, customer))
    const until = (isSo: () => boolean) => Promise.race([customers, new Promise<void>(resolve => { heard = () => { if (isSo()) resolve() } })])

    await until(() => taken.size >= 30)
    // One who listens, and one who has sent half.
    const { token, id } = await receiptOf(await (async issue => fetch(url, {
      method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': issue.id }, body: JSON.stringify(issue),
    }))(newIssue()))
    const stream = await fetch(`${url}/${id}/events`, { headers: { authorization: `Bearer ${token}` } })
    const halfway = newIssue({ story: 'A long story. '.repeat(500) })
    const body = JSON.stringify(halfway)
    const wire = openWire(Number(new URL(url).port))
    wire.socket.write(head(body.length, { 'X-Half': '1' }).replace('Idempotency-Key: k', `Idempotency-Key: ${halfway.id}`) + body.slice(0, 4_000))
    // So that it is certain to be inside when the end begins: it was sent before these were taken in.
    const enough = taken.size + 30
    await until(() => taken.size >= enough)

    child.kill('SIGTERM')
    await until(() => later > 0)
    assert.ok(later > 0, 'nobody was told to come again')
    wire.socket.write(body.slice(4_000))
    const answer = await wire.until(/"acceptedAt":"[^"]+"[^]*\}/)
    assert.match(answer, /^HTTP\/1.1 201 /)
    assert.match(answer, /connection: close/i)
    taken.add(halfway.id)
    // The stream ended by itself, not by a cut.
    await stream.text()
    await customers
    assert.deepEqual(await exit, [0, null])

    const { rows } = await database.query(`select id from issues where site = 'ended'`)
    const stored = new Set(rows.map(row => row['id']))
    assert.deepEqual([...taken].filter(id => !stored.has(id)), [])
    assert.ok(taken.size > 60)
  })
}
