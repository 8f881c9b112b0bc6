import { clicksToPerson } from '../../core/escalation/clicks-to-person.ts'
import { knownChats } from '../../core/escalation/known-chats.ts'
import { readRungs } from '../../core/escalation/read-ladder.ts'
import { walkRung } from '../../core/escalation/walk-rung.ts'
import type { Clock } from '../../core/support/clock.ts'
import { messageOf } from '../../core/support/errors.ts'
import { ask, type Asking } from './ask.ts'
import type { Measures, Notes } from './finding.ts'

export interface PeopleAsked { settings: Readonly<Record<string, unknown>>; page: URL; clock: Clock }

/** Everybody on the ladder: how they are reached, whether they are there now or when, and how many presses away the first is. */
export async function checkPeople({ settings, page, clock }: PeopleAsked, asking: Asking, measures: Measures, { well, mend }: Notes): Promise<void> {
  const now = clock.now()
  const rungs = readRungs(settings['ladder'], ({ code, message }) => mend(code, message))
  const walks = rungs.map(placed => walkRung(placed, now, knownChats.includes(settings['chat'] as never)))
  const openings = walks.flatMap(({ open, opensAt }) => (open ? [now] : opensAt === undefined ? [] : [opensAt]))
  const { path, person } = clicksToPerson(rungs.map(({ rung }) => rung), settings['withoutLauncher'] === true)
  measures.clicks = path.length
  measures.rungs = walks.length
  measures.open = walks.filter(({ open }) => open).length
  if (openings.length) measures.opensAt = Math.min(...openings)

  well(`A person is ${path.length} clicks away: ${path.join(', ')} (${person}).`)
  if (!walks.length) mend('ladder/no-person', 'The ladder names nobody: a customer finds the form, and no name, number or hours.')
  for (const { rung, problems, detail, href } of walks) {
    for (const { code, message } of problems) mend(code, `${message}.`)
    if (problems.length) continue
    const wrong = await silence(href, page, asking)
    if (wrong) mend('ladder/no-answer', `${rung.name}: ${wrong}.`)
    else well(`${rung.name}: ${detail}.`)
  }
}

/** Why an address of the web does not answer; undefined where it does, and for all other addresses. */
async function silence(href: string | undefined, page: URL, asking: Asking): Promise<string | undefined> {
  const url = href !== undefined && URL.canParse(href, page) ? new URL(href, page) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) return undefined
  try {
    const { answer: { status } } = await ask(url, asking)
    return status < 400 ? undefined : `${url.href} answers ${status}`
  } catch (error) {
    return messageOf(error)
  }
}
