import { checkRung } from '../core/escalation/check-rung.ts'
import { readRungs } from '../core/escalation/read-ladder.ts'
import { openStore } from '../core/outbox/open-store.ts'
import { messageOf } from '../core/support/errors.ts'
import { clockOf } from './clock-of.ts'
import type { Context } from './context.ts'
import { storeNameOf } from './device.ts'
import type { SelfTestReport, SelfTestStep } from './desk.ts'
import type { HelpVerbs } from './help-verbs.ts'

/** The customer's line, walked by the owner: articles answer, the device keeps, the endpoint is there, a person can be reached. */
export async function selfTest(context: Context, help: Pick<HelpVerbs, 'probe'>): Promise<SelfTestReport> {
  const { settings, seams } = context
  const clock = clockOf(context)
  const steps: SelfTestStep[] = []
  const step = async (name: string, walk: () => Promise<string> | string) => {
    const start = clock.now()
    try {
      const detail = await walk()
      steps.push({ name, ok: true, milliseconds: clock.now() - start, detail })
    } catch (error) {
      steps.push({ name, ok: false, milliseconds: clock.now() - start, detail: messageOf(error) })
    }
  }

  await step('settings', () => {
    const first = context.state.problems[0]
    if (first) throw new Error(`${context.state.problems.length} problem(s), the first: ${first.message}`)
    return 'No problems'
  })
  await step('articles', async () => {
    if (settings.articles === undefined) return 'None configured'
    const results = await help.probe()
    return `The sources answer (${results} found)`
  })
  await step('device', async () => {
    // A database of its own, so that nothing of the customer's is touched and nothing is left.
    const store = await (seams.openStore ?? openStore)(`${storeNameOf(context)}-test`)
    await store.write({ put: [['test', 1]] })
    await store.clear()
    if (!store.durable) throw new Error('This browser does not let us keep anything: issues live only as long as the page')
    return 'Keeps and forgets'
  })
  await step('endpoint', async () => {
    if (!settings.endpoint) {
      if (settings.transport) return 'An own transport: only sending an issue can tell'
      throw new Error('No endpoint and no transport')
    }
    // Any answer at all will do: what it says to a stranger is its own business.
    const answer = await (seams.fetch ?? fetch)(settings.endpoint, { method: 'OPTIONS', credentials: 'omit', cache: 'no-store' })
    if (answer.status >= 500 || answer.status === 404) throw new Error(`Answered ${answer.status}`)
    return `Answered ${answer.status}`
  })
  await step('people', () => {
    const { ladder = [] } = settings
    if (ladder.length === 0) return 'No ladder: the form is the way to a person'
    const problems = readRungs(ladder).flatMap(({ rung, path }) => checkRung(rung, path))
    if (problems[0]) throw new Error(problems[0].message)
    return `${ladder.length} rung(s)`
  })
  return { ok: steps.every(({ ok }) => ok), steps }
}
