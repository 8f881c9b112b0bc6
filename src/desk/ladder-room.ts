import { firsts, type Before } from '../core/escalation/first-of.ts'
import type { Ladder } from '../core/escalation/ladder.ts'
import { EarshotError } from '../core/support/errors.ts'
import { clockOf } from './clock-of.ts'
import type { Context } from './context.ts'
import type { Desk } from './desk.ts'
import { existed } from './device.ts'
import { climbing } from './escalating.ts'
import { isIdentified } from './identified.ts'
import { caseOf, casesIn, type Case } from './kept-cases.ts'
import { checkLadder, outsideOf } from './ladder-checks.ts'
import { ladderOf } from './ladder-of.ts'
import type { Lazy } from './lazily.ts'
import { nextLevelOf, rungOf } from './next-level.ts'
import type { PostingVerbs } from './posting-verbs.ts'
import { openNews } from './rung-news.ts'
import { rungState } from './rung-state.ts'
import { triedBy } from './tried.ts'

export interface LadderRoom extends Pick<Desk, 'people' | 'nextLevel' | 'escalate'> {
  /** Takes a step up the ladder back. False: it is none, somebody is sending it, or nobody could be told. */
  withdraw(id: string): Promise<boolean>
}

/** Whom one can reach, and how a case goes further. What is wrong with the ladder is told on the way in. */
export function openLadderRoom(context: Context, posting: Lazy<PostingVerbs>): LadderRoom {
  const clock = clockOf(context)
  const news = openNews(context)
  const ladder = ladderOf(context)
  let identified = false
  const climbed = new Set<string>()
  checkLadder(context)

  // Asked only where it matters: a visitor who has left nothing here leaves nothing here.
  const casesFor = async (rungs: Ladder): Promise<Case[]> => {
    if (!rungs.some(({ after }) => after) || !(posting.now || (await existed(context)))) return []
    return casesIn(await (await posting()).kept())
  }
  const identify = async (rungs: Ladder) => {
    if (rungs.some(rung => rung.for === 'identified')) identified = await isIdentified(context)
  }
  const beforeOf = (cases: readonly Case[]): Before => ({ tried: triedBy(ladder, cases, context.state), identified })

  const people: Desk['people'] = async options => {
    const [cases, said] = await Promise.all([
      casesFor(ladder).catch(() => []),
      options?.live ? news.ask() : news.known(),
      options?.live ? identify(ladder) : undefined,
    ])
    const now = clock.now()
    const first = firsts(ladder, beforeOf(cases), now)
    return ladder.map((rung, index) => rungState(rung, now, first[index], said.get(rung.id)))
  }

  const look = async (id: string) => {
    const cases = casesIn(await (await posting()).kept())
    const found = caseOf(cases, id)
    const { settings, state } = context
    const next = nextLevelOf(cases, found, { ladder, outside: outsideOf(settings), before: beforeOf(cases), news: news.known(), now: clock.now(), state })
    return { found, next }
  }

  const climb = async (id: string, reason?: string, revealed: readonly string[] = []) => {
    const { found, next } = await look(id)
    if (next.taken !== undefined) throw already(id, next.taken)
    if (!next.rung) throw new EarshotError('desk/top-of-ladder', `Issue "${id}" is already with the last rung of the ladder`, { id })
    const draft = climbing(found, { from: rungOf(found, ladder, context.state), rung: next.rung.id, reason }, context.state)
    const room = await posting()
    // All but the reason has left already, the way the customer let it stand.
    const before = await (await room.redaction()).findings({ ...draft, escalation: { ...draft.escalation!, reason: '' } })
    return room.submit({ ...draft, revealed: [...before.map(({ text }) => text), ...revealed] })
  }

  // What was not sent yet is simply gone; whoever has accepted it is told.
  const takeBack = async (id: string): Promise<boolean> => {
    const room = await posting()
    const step = casesIn(await room.kept()).find(({ issue }) => issue.id === id && issue.escalation)
    if (!step) return false
    const { record } = step
    if (!record) return room.withdraw(id, { always: true })
    if (record.takenBack) return false
    try {
      await room.reply(id, '', { kind: 'taken-back' })
    } catch (error) {
      // Nobody there hears messages: it stays where it is.
      if ((error as EarshotError).code === 'desk/no-thread') return false
      throw error
    }
    await room.list.update(record, now => ({ ...now, takenBack: new Date(clock.now()).toISOString() }))
    return true
  }

  return {
    people,
    nextLevel: async id => (await look(id)).next,
    async escalate(id, reason, revealed) {
      // Two presses at once are one.
      if (climbed.has(id)) throw already(id)
      climbed.add(id)
      try {
        return await climb(id, reason, revealed)
      } finally {
        climbed.delete(id)
      }
    },
    withdraw: takeBack,
  }
}

const already = (id: string, by?: string) =>
  new EarshotError('desk/already-escalated', `Issue "${id}" was taken further already${by ? `, as issue "${by}"` : ''}; withdraw that first, or take that one further`, { id, ...(by && { by }) })
