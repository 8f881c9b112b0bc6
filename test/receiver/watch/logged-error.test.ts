import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { TransportError } from '../../../src/core/transports/transport.ts'
import { loggedError } from '../../../src/receiver/watch/logged-error.ts'

const words = 'Zqmark is in tears'
const without = (value: unknown) => assert.doesNotMatch(JSON.stringify(value), /zqmark|tears/i)

describe('An error as it is logged', () => {
  it('has its class, its code and where it was thrown, and nothing that it says', () => {
    const logged = loggedError(new TransportError('transport/refused', words, { retry: 'never', status: 422, detail: words, pointer: words }))
    assert.deepEqual([logged.name, logged.code, logged.status], ['TransportError', 'transport/refused', 422])
    assert.match(logged.frames![0]!, /^at .*logged-error\.test\.ts:\d+:\d+\)?$/)
    without(logged)
  })

  it('of PostgreSQL names the table and the constraint, and no value', () => {
    const error = Object.assign(new Error(`duplicate key value "${words}"`), {
      name: 'error', code: '23505', severity: 'ERROR', detail: `Key (id)=(${words}) already exists.`, hint: words, where: words, internalQuery: words,
      schema: 'public', table: 'issues', constraint: 'issues_site_id_key', column: words, dataType: words,
    })
    const { frames, ...logged } = loggedError(error)
    assert.deepEqual(logged, { name: 'DatabaseError', code: '23505', table: 'issues', constraint: 'issues_site_id_key' })
    without(frames)
  })

  it('shows no line of a message that looks like a place', () => {
    const looksLike = `first\n    at ${words.replaceAll(' ', '')} (/srv/zqmark.js:1:1)\n    at more (/srv/zqmark.js:2:2)`
    const own = loggedError(new Error(looksLike))
    without(own)
    assert.ok(own.frames!.length > 0)
    // Changed after its stack was written: nobody can tell where the message ends.
    for (const later of ['another', '']) {
      const changed = new Error(looksLike)
      assert.match(changed.stack!, /zqmark/i)
      changed.message = later
      without(loggedError(changed))
    }
  })

  it('takes no word for a name or a code that nobody but a machine would write', () => {
    for (const code of [words, 'zqmark', 'Zqmark', 'ZQMARK', 'zqmark words/zqmark', '(zqmark)/x', 12, { zqmark: 1 }]) {
      without(loggedError(Object.assign(new Error('x'), { code, name: code, status: words })))
    }
    for (const thrown of [words, undefined, null, 12n, Symbol(words), () => words]) without(loggedError(thrown))
    assert.deepEqual(loggedError('Zqmark'), { name: 'string' })
  })

  it('knows the system\'s codes, and what an error was caused by', () => {
    const cause = Object.assign(new Error(words), { code: 'ECONNREFUSED' })
    const logged = loggedError(new TypeError('fetch failed', { cause }))
    assert.deepEqual([logged.name, logged.cause!.name, logged.cause!.code], ['TypeError', 'Error', 'ECONNREFUSED'])
    assert.equal(loggedError(new AggregateError([cause], words)).cause!.code, 'ECONNREFUSED')
    const circle = new Error('round')
    circle.cause = circle
    without(loggedError(circle))
  })

  it('never throws, whatever was thrown', () => {
    const hostile = new Proxy({}, { get() { throw new Error(words) } })
    assert.deepEqual(loggedError(hostile), { name: 'unreadable' })
    assert.equal(loggedError(Object.create(null)).name, 'Error')
  })
})
