import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { test } from 'node:test'

test('whoever stops listening, as `| head` does, is not answered with an error', async () => {
  const command = spawn(process.execPath, ['src/cli/main.ts', '--help'], { stdio: ['ignore', 'pipe', 'pipe'] })
  // Nobody has read anything when the command begins to speak.
  command.stdout.destroy()
  let err = ''
  command.stderr.on('data', chunk => void (err += String(chunk)))
  const [code] = await once(command, 'close')
  assert.equal(code, 0)
  assert.doesNotMatch(err, /EPIPE|Error/)
})
