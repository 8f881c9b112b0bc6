import type { Draft } from '../core/issue/draft.ts'
import { clockOf } from './clock-of.ts'
import type { Context } from './context.ts'
import type { Enclosures } from './enclosures.ts'
import { gapDraft } from './gap-draft.ts'
import { gapsIn } from './gaps.ts'
import type { KeepingVerbs } from './keeping-verbs.ts'
import { reduceRooms } from './reduce-rooms.ts'

const minute = 60_000
// A form may still follow and take the gaps along; after that they leave. Both in milliseconds of rest.
const rest = { left: minute / 2, arrived: minute / 12 }
const apart = 10 * minute
const most = { inOne: 20, aDay: 5, remembered: 100 }

/** What is remembered on the device: the answer, which gaps are told, and when. */
interface Memory { choice?: 'yes' | 'no'; told: string[]; sent: number[] }

export interface GapPost {
  /** Something may have become a gap: tells it once the customer has been gone for a moment. */
  soon(arrived?: boolean): void
  /** Tells what there is to tell, now. */
  tell(): Promise<void>
  /** A form has taken the journey along, or was sent without it: both were the customer's choice. */
  settled(): Promise<void>
  share(share: boolean): Promise<void>
  consented(): Promise<void>
  forget(): void
  close(): void
}

/** Lets gaps leave, once the owner has switched that on and the customer has agreed: in batches, capped, each gap once. */
export function gapPost(context: Context, keeping: KeepingVerbs, enclosures: () => Enclosures, post: (draft: Draft) => Promise<unknown>): GapPost {
  const clock = clockOf(context)
  const required = context.settings.consent === 'required'
  let memory: Promise<Memory> | undefined
  let cancel: (() => void) | undefined
  let telling = Promise.resolve()

  const load = async (): Promise<Memory> => {
    const { choice, told = [], sent = [] } = ((await keeping.load('gaps')) ?? {}) as Partial<Memory>
    return { told, sent, ...(choice && { choice }) }
  }
  const remembered = () => (memory ??= load().then(known => (show(known), known)))
  // Where consent is asked for by the site, it covers this, too; only a no to this very question goes before it.
  const choiceOf = ({ choice }: Memory) => choice ?? (required && !keeping.held() ? 'yes' : undefined)
  const show = (known: Memory) =>
    context.dispatch({ type: 'gapsAsked', share: choiceOf(known) ?? (required ? undefined : 'ask') }, reduceRooms)
  const keep = (known: Memory) => {
    memory = Promise.resolve(known)
    show(known)
    return keeping.keepNow('gaps', known)
  }
  const after = (ms: number, run: () => void) => {
    cancel?.()
    cancel = clock.after(ms, run)
  }

  const tell = async () => {
    await keeping.recall()
    const shown = await remembered()
    // Another tab may have told some of it.
    const known = { ...shown, ...(((await keeping.load('gaps')) ?? {}) as Partial<Memory>) }
    const gaps = gapsIn(context.state.journey, known.told, context.state.open).slice(0, most.inOne)
    if (!gaps.length || keeping.held() || choiceOf(known) !== 'yes') return
    const now = clock.now()
    const sent = known.sent.filter(at => at <= now && now - at < 24 * 60 * minute)
    const wait = Math.max(0, ...sent.map(at => at + apart - now))
    if (sent.length >= most.aDay) return
    if (wait) return after(wait, leave)
    // Noted first: a gap told twice is worse than one that is lost.
    await keep({ ...known, told: [...known.told, ...gaps.map(({ key }) => key)].slice(-most.remembered), sent: [...sent, now] })
    await post(gapDraft(gaps, enclosures()))
  }
  const inTurn = () => (telling = telling.then(tell).catch(() => {}))
  const leave = () => void (context.state.open || inTurn())

  return {
    soon(arrived = false) {
      void remembered().catch(() => (memory = undefined))
      after(arrived ? rest.arrived : rest.left, leave)
    },
    tell: inTurn,
    async settled() {
      cancel?.()
      const known = await remembered()
      const keys = gapsIn(context.state.journey, known.told, false).map(({ key }) => key)
      if (keys.length) await keep({ ...known, told: [...known.told, ...keys].slice(-most.remembered) })
    },
    async share(share) {
      await keep({ ...(await remembered()), choice: share ? 'yes' : 'no' })
      after(rest.left, leave)
    },
    async consented() {
      show(await remembered())
    },
    forget() {
      cancel?.()
      memory = undefined
    },
    close: () => cancel?.(),
  }
}
