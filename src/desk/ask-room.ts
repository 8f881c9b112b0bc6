import { pageMatch } from '../core/articles/page-match.ts'
import { textIn } from '../core/forms/text-in.ts'
import { askMemory } from './ask-memory.ts'
import { readAsks } from './ask-settings.ts'
import type { Backroom } from './backroom.ts'
import { clockOf } from './clock-of.ts'
import type { Ask } from './config.ts'
import type { Context } from './context.ts'
import type { Desk } from './desk.ts'
import { existed } from './device.ts'
import type { Random } from '../core/support/ids.ts'
import { day } from '../core/support/clock.ts'
import type { Lazy } from './lazily.ts'
import { pageInfo } from './page-info.ts'
import type { PostingVerbs } from './posting-verbs.ts'
import { reduceAsks } from './reduce-asks.ts'
import { settledRequest } from './settled-request.ts'


/** From 0 to below 1. */
function fraction(random: Random | undefined): number {
  const [high = 0, low = 0] = random?.(new Uint8Array(2)) ?? []
  return random ? (high * 256 + low) / 65_536 : Math.random()
}

export interface AskRoom extends Pick<Desk, 'answerAsk'> {
  stop(): void
}

/** Waits for the moment to ask one of the owner's questions, and remembers that it was asked. Opened when the page is at rest, if there are any. */
export async function openAskRoom(context: Context, backroom: Lazy<Backroom>, posting: Lazy<PostingVerbs>): Promise<AskRoom> {
  const { settings, seams, dispatch } = context
  const clock = clockOf(context)
  const asks = readAsks(settings.asks ?? [], context.tell)
  const room = await backroom()
  const [memory, reading] = await Promise.all([askMemory(room), seams.page?.reading()])
  const isKnown = async () => context.state.storage !== 'unknown' || (await existed(context))
  const settled = new Map<Ask, string | undefined>()

  const isSettled = async (ask: Ask) => {
    const { resolvedDays } = ask.when
    if (resolvedDays === undefined) return true
    if (!(await isKnown())) return false
    const by = clock.now() - resolvedDays * day
    const look = async () => settledRequest(await room.store(), by)
    let found = await look()
    if (!found.id && found.open && memory.mayLook(clock.now())) {
      // Reads the threads of the latest, which are kept with their requests.
      await (await posting()).requests().catch(() => {})
      found = await look()
    }
    settled.set(ask, found.id)
    return found.id !== undefined
  }

  const luck = memory.luck(() => fraction(seams.random), clock.now())
  const waiting: Ask[] = []
  for (const ask of asks) if (luck < (ask.sample ?? 1) && memory.mayAsk(ask, clock.now()) && (await isSettled(ask))) waiting.push(ask)
  if (asks.length && (await isKnown())) void memory.save()

  const isHere = ({ where }: Ask) => !where?.url || (reading !== undefined && pageMatch(where.url, pageInfo(reading, settings).url) > 0)
  const ready = (id: string): boolean => {
    const ask = waiting.find(ask => ask.id === id)
    if (!ask || !isHere(ask)) return false
    const parent = settled.get(ask)
    const { question, ...rest } = ask
    dispatch({ type: 'asked', ask: { ...rest, ...(question && { question: textIn(question, settings.locale) }), ...(parent && { parent }) } }, reduceAsks)
    return context.state.ask?.id === id
  }
  const stop = waiting.length ? await seams.page?.awaitMoments?.(waiting, ready, clock) : undefined

  return {
    async answerAsk(answer) {
      const { ask } = context.state
      dispatch({ type: 'askAnswered' }, reduceAsks)
      // Nothing is kept of who has had nothing to do with us.
      if (ask && (answer !== 'passed' || (await isKnown()))) await memory.note(ask, clock.now())
    },
    stop: () => stop?.(),
  }
}
