import assert from 'node:assert/strict'
import { after, it } from 'node:test'
import type { Receipt } from '../../src/core/issue/receipt.ts'
import { http } from '../../src/core/transports/http.ts'
import type { Transport } from '../../src/core/transports/transport.ts'
import { startPostgres } from '../engines/postgres.ts'
import { balanceReceivers, isBalanced } from '../kill/balanced-rounds.ts'
import { seeded } from '../kill/random.ts'
import { kill, start } from '../kill/receiver-rounds.ts'
import { newIssue } from './requests.ts'

// PGlite is one process's own: there is nothing to balance.
const server = await startPostgres()

if (server) {
  after(() => server.stop())
  const { signal } = new AbortController()

  it('loses nothing and doubles nothing behind a balancer when one receiver is killed and one is asked to end', { timeout: 120_000 }, async t => {
    const figures = await balanceReceivers({ url: server.url, deaths: 2, customers: 4, random: seeded(11) })
    t.diagnostic(JSON.stringify(figures))
    assert.ok(figures.issues >= 8 && figures.files > 0 && figures.messages > 0, 'hardly anything was written')
    assert.ok(isBalanced(figures), JSON.stringify(figures))
  })

  it('is one receiver to customers, whichever process answers: keys, threads, codes, and news of what another one took in', { timeout: 60_000 }, async t => {
    const env = { DATABASE: server.url, SITE: 'either' }
    // Both at once on tables that may not be there: one of them makes these, and one of them mints the secret.
    const both = await Promise.all([start(env), start(env)])
    t.after(() => Promise.all(both.map(kill)))
    const [one, other] = both.map(({ url }) => http(url) as Required<Transport>) as [Required<Transport>, Required<Transport>]
    const issue = newIssue()
    const [first, second] = await Promise.all([one.send(issue, [], { signal }), other.send(issue, [], { signal })])
    assert.deepEqual(first, second)

    const leaving = new AbortController()
    t.after(() => leaving.abort())
    let tell = () => {}
    const news = () => new Promise<void>(resolve => { tell = resolve })
    const begun = news()
    const watching = one.watch(first, () => tell(), { signal: leaving.signal })
    watching.catch(() => {})
    await Promise.race([begun, watching])
    const changed = news()
    await other.reply(first, { id: 'm1', at: issue.createdAt, from: 'customer', text: 'Said to the other one' }, { signal })
    await Promise.race([changed, watching])
    assert.deepEqual((await one.thread(first, { signal })).messages.map(({ text }) => text), ['Said to the other one'])

    const { code } = await one.share(first, { signal })
    const opened = await Promise.allSettled([one, other].map(each => each.open(code, { signal })))
    const keys = opened.flatMap((each): Receipt[] => (each.status === 'fulfilled' ? [each.value.receipt] : []))
    assert.equal(keys.length, 1)
    for (const each of [one, other]) assert.equal((await each.thread(keys[0]!, { signal })).messages.length, 1)
    await other.unshare(first, { signal })
    await assert.rejects(one.thread(keys[0]!, { signal }), { status: 401 })
  })
}
