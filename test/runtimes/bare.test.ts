// The receiver asks for nothing but what the web has: in a realm with only that, against everything it speaks to.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after, before, describe, it } from 'node:test'
import { expectAll, startSurroundings } from './bare/surroundings.ts'

describe('a receiver where there is nothing of Node’s', () => {
  let around: Awaited<ReturnType<typeof startSurroundings>>
  before(async () => { around = await startSurroundings() })
  after(() => around.stop())

  it('takes an issue in with its file, answers, shares, tells and passes on', async () => {
    const realm = join(import.meta.dirname, 'bare', 'realm.ts')
    const child = spawn(process.execPath, ['--experimental-vm-modules', '--no-warnings', realm, JSON.stringify(around.surroundings)], { stdio: ['ignore', 'pipe', 'pipe'] })
    const [said, complaint, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
    assert.equal(code, 0, complaint)
    expectAll(JSON.parse(said) as Record<string, unknown>)
    assert.deepEqual(around.tracked(), ['It whistles'])
    assert.deepEqual(around.told().sort(), ['issue.created', 'message.created'])
  })
})
