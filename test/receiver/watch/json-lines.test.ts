import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { jsonLines } from '../../../src/receiver/watch/json-lines.ts'
import type { LogEntry, LogLevel } from '../../../src/receiver/watch/log-entry.ts'

const entry = (level: LogLevel, more: object = {}) => ({ time: '2026-11-22T08:00:00.000Z', level, event: 'closing', ...more }) as LogEntry

describe('Lines of JSON', () => {
  it('are one for each entry, from the level asked for', () => {
    const lines: string[] = []
    const log = jsonLines(line => lines.push(line), 'warn')
    for (const level of ['debug', 'info', 'warn', 'error'] as const) log(entry(level, { note: 'one\ntwo' }))
    assert.deepEqual(lines.map(line => (JSON.parse(line) as LogEntry).level), ['warn', 'error'])
    assert.ok(lines.every(line => !line.includes('\n')))
  })

  it('can be written of whatever an owner adds', () => {
    const lines: string[] = []
    const log = jsonLines(line => lines.push(line))
    const circle: Record<string, unknown> = { big: 12n, lone: '\ud800', call() {}, toJSON: 'mine', list: [1, { deep: true }] }
    circle['self'] = circle
    log(entry('info', circle))
    assert.deepEqual(JSON.parse(lines[0]!), {
      time: '2026-11-22T08:00:00.000Z', level: 'info', event: 'closing', big: '12', lone: '\ud800', toJSON: 'mine', list: [1, { deep: true }],
      self: { big: '12', lone: '\ud800', toJSON: 'mine', list: [1, { deep: true }], self: '…' },
    })
    log(Object.defineProperty(entry('info'), 'hostile', { enumerable: true, get() { throw new Error('no') } }))
    assert.equal((JSON.parse(lines[1]!) as { event: string }).event, 'unreadable-entry')
  })
})
