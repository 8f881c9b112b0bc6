import assert from 'node:assert/strict'
import { after, it } from 'node:test'
import { often } from '../../src/receiver/often.ts'
import { openPostgres } from '../../src/receiver/postgres.ts'
import { startPostgres } from '../engines/postgres.ts'

const server = await startPostgres()

if (server) {
  after(() => server.stop())
  const known = `select count(*)::int as count from pg_prepared_statements where statement like '%a question asked often%'`

  // One question after the other goes over one connection.
  it('reads and plans what is asked often once, and nothing else by name', async t => {
    const { query, close } = await openPostgres(server.url)
    t.after(close)
    const asked = often('select $1::text as said -- a question asked often')
    for (const said of ['one', 'two']) assert.deepEqual((await query(asked, [said])).rows, [{ said }])
    await query('select $1::text as said -- a question asked often, but not marked', ['three'])
    assert.deepEqual((await query(known)).rows, [{ count: 1 }])
  })

  it('asks on without names where a pooler has changed the connection, and doubles nothing', async t => {
    const { query, close } = await openPostgres(server.url)
    t.after(close)
    await query('create table counted (number int)')
    const insert = often('insert into counted (number) values ($1::text::int) returning number -- a question asked often')
    await query(insert, ['1'])
    await query('deallocate all')
    assert.deepEqual((await query(insert, ['2'])).rows, [{ number: 2 }])
    await query(insert, ['3'])
    assert.deepEqual((await query('select number from counted order by number')).rows, [{ number: 1 }, { number: 2 }, { number: 3 }])
    assert.deepEqual((await query(known)).rows, [{ count: 0 }])
  })

  it('tells of every other failure as it is', async t => {
    const { query, close } = await openPostgres(server.url)
    t.after(close)
    await assert.rejects(query(often('select 1 / $1::text::int as number -- a question asked often'), ['0']), { code: '22012' })
  })
}
