import { clicksToPerson } from '../core/escalation/clicks-to-person.ts'
import { createMemoryStore, openStore } from '../core/outbox/open-store.ts'
import { EarshotError } from '../core/support/errors.ts'
import type { Backroom } from './backroom.ts'
import { clockOf } from './clock-of.ts'
import type { Context } from './context.ts'
import type { SelfTestMeasures, SelfTestOptions, SelfTestReport } from './desk.ts'
import { storeNameOf } from './device.ts'
import { ladderOf } from './ladder-of.ts'
import { walkOwnLine } from './self-test-line.ts'
import { walkPeople } from './self-test-people.ts'
import { openSteps } from './self-test-steps.ts'

/**
 * The customer's line, walked by the owner: the settings hold, articles answer, the device keeps, an issue is accepted and answered,
 * and a person can be reached. Nothing of the customer's is touched, and nothing stays.
 */
export async function selfTest(context: Context, back: Pick<Backroom, 'probe' | 'held'>, { send = true }: SelfTestOptions = {}): Promise<SelfTestReport> {
  const { settings, seams, state } = context
  const clock = clockOf(context)
  const { steps, step } = openSteps(clock)
  const measures: SelfTestMeasures = {}
  // A database of its own. Where nothing may be kept before the customer agrees, memory: the owner's test is no reason to.
  const open = () => (back.held() ? Promise.resolve(createMemoryStore()) : (seams.openStore ?? openStore)(`${storeNameOf(context)}-test`))

  await step('settings', () => {
    const [first] = state.problems
    return first ? { ok: false, detail: `${state.problems.length} problem(s), the first: ${first.message}` } : 'No problems'
  })
  await step('articles', async () => {
    if (settings.articles === undefined) return 'None configured'
    measures.articles = await back.probe()
    return `The sources answer (${measures.articles} found)`
  })
  await step('device', async () => {
    if (back.held()) return 'Keeps nothing before the customer has agreed'
    const store = await open()
    await store.write({ put: [['test', 1]] })
    const kept = await store.get('test')
    await store.clear()
    const left = await store.get('test')
    store.close()
    if (kept !== 1 || left !== undefined) throw new EarshotError('self-test/not-kept', 'What is kept on this device does not come back, or does not go away')
    return { ok: store.durable, detail: store.durable ? 'Keeps and forgets' : 'This browser does not let us keep anything: issues live only as long as the page' }
  })
  await walkOwnLine(context, { step, measures, open, send })
  await step('clicks', () => {
    const { path, person } = clicksToPerson(ladderOf(context), settings.withoutLauncher)
    measures.clicks = path.length
    return `${path.length} to a person: ${path.join(', ')} (${person})`
  })
  await walkPeople(context, { step, measures })
  return { ok: steps.every(({ ok }) => ok), steps, measures }
}
