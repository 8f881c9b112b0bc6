import { readRungs } from '../core/escalation/read-ladder.ts'
import { walkRung, type RungWalk } from '../core/escalation/walk-rung.ts'
import type { Problem } from '../core/support/errors.ts'
import { deadline } from '../core/support/deadline.ts'
import { clockOf } from './clock-of.ts'
import type { Context } from './context.ts'
import type { SelfTestMeasures } from './desk.ts'
import { hasChat } from './ladder-checks.ts'
import type { openSteps } from './self-test-steps.ts'

const longest = 10_000

/** Everybody on the ladder: read, reached, and there now or when. */
export async function walkPeople(context: Context, { step, measures }: { step: ReturnType<typeof openSteps>['step']; measures: SelfTestMeasures }): Promise<void> {
  const { settings } = context
  const clock = clockOf(context)
  const problems: Problem[] = []
  const walks = readRungs(settings.ladder, problem => problems.push(problem)).map(placed => walkRung(placed, clock.now(), hasChat(settings)))
  const openings = walks.flatMap(({ open, opensAt }) => (open ? [clock.now()] : opensAt === undefined ? [] : [opensAt]))
  measures.rungs = walks.length
  measures.open = walks.filter(({ open }) => open).length
  if (openings.length) measures.opensAt = Math.min(...openings)
  await step('people', () => {
    const first = problems[0] ?? walks.find(({ ok }) => !ok)?.problems[0]
    if (first) return { ok: false, detail: first.message }
    return settings.ladder?.length ? `${walks.length} rung(s), ${measures.open} can be reached now` : 'No ladder: the form is the way to a person'
  })
  for (const walk of walks) await step(`rung:${walk.rung.id}`, async () => {
    const { ok = true, told = '' } = await answerOf(context, walk)
    return { ok: walk.ok && ok, detail: walk.detail + told }
  })
}

/** Whether an address of the web answers, as far as a page may find out: a browser tells nothing of another site. */
async function answerOf(context: Context, { href }: RungWalk): Promise<{ ok?: boolean; told?: string }> {
  const { seams, base } = context
  const url = href !== undefined && URL.canParse(href, base) ? new URL(href, base) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) return {}
  try {
    const asked = (seams.fetch ?? fetch)(url, { method: 'HEAD', mode: 'no-cors', credentials: 'omit', cache: 'no-store' })
    const { status, type } = await deadline(asked, longest, 'self-test/no-answer', clockOf(context))
    if (type === 'opaque') return { told: '; it answers' }
    // Some servers know GET only.
    return { ok: status < 400 || status === 405, told: `; it answers ${status}` }
  } catch {
    return { told: '; this page may not ask whether it answers (`earshot doctor` can)' }
  }
}
