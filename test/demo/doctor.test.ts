import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startDemo } from '../../demo/server/start-demo.ts'
import { doctor } from '../../src/cli/doctor/doctor.ts'

test('the doctor’s message arrives in the shop and is answered, and no list of the inbox shows it unless it is asked for', async t => {
  const demo = await startDemo()
  t.after(() => demo.close())
  const { findings, measures } = await doctor(new URL(`${demo.url}/`))
  const wrong = findings.filter(({ ok, part }) => !ok && part !== 'page')
  assert.deepEqual(wrong, [])
  assert.ok(measures.answeredMs !== undefined)
  const total = async (query = '') => ((await (await fetch(`${demo.url}/inbox/api/issues${query}`)).json()) as { issues: unknown[] }).issues.length
  assert.deepEqual([await total(), await total('?synthetic=1')], [0, 1])
})
