import type { Journey } from '../core/issue/issue.ts'
import type { Store } from '../core/outbox/store.ts'
import type { Context } from './context.ts'
import type { Desk } from './desk.ts'
import { existed } from './device.ts'
import type { DraftMemory, Drafts } from './drafts.ts'
import type { Keeper } from './keeper.ts'
import { kindOf } from '../core/forms/kind-of.ts'
import type { PageReading } from './page.ts'
import { reduceDesk } from './reduce.ts'
import { reduceRooms } from './reduce-rooms.ts'

export interface KeepingVerbs extends Pick<Desk, 'restore' | 'adopt' | 'consent' | 'forget'> {
  /** Opened with the first thing that is kept, never before. */
  store(): Promise<Store>
  /** Brings the journey of this visit back, if there is one. */
  recall(): Promise<void>
  /** What was kept under a key, if anything was; opens nothing for that. */
  load(key: string): Promise<unknown>
  /** Resolves when it is kept, or cannot be. */
  keepNow(key: string, value: unknown): Promise<void>
  /** Whether consent is required and has not been given. */
  held(): boolean
  keepJourney(): void
  /** The draft as it is in the state now, within half a second. */
  keepDraft(form: string): void
  /** Forgets a draft that has become an issue. Resolves when it is gone from the device, or cannot be taken from it. */
  dropDraft(form: string): Promise<void>
  close(): void
}

/**
 * Drafts and the journey. Nothing is fetched, opened or created before there is something to keep or to find.
 * @param onErased called when another tab has erased everything, once nothing of it is left here either.
 */
export function keepingVerbs(context: Context, page?: PageReading, onErased: () => void = () => {}): KeepingVerbs {
  const { dispatch, settings } = context
  let opened: Promise<{ kept: Keeper; drafts: Drafts }> | undefined
  const required = settings.consent === 'required'
  let held = required
  /** The last word said: held, or not. */
  let wanted = held
  /** Where the keeper has it: in the page's memory, or not. */
  let inMemory = held
  let recalled = false
  const memory: DraftMemory = { homes: new Map(), files: new Map(), unkept: new Set() }

  const open = async (held: boolean) => {
    inMemory = held
    const [keeper, drafts] = await Promise.all([import('./keeper.ts'), import('./drafts.ts')])
    const kept = await keeper.openKeeper(context, held, erased)
    return { kept, drafts: drafts.openDrafts(context, kept, page, memory) }
  }
  const room = () => (opened ??= open(held).catch((error: unknown) => ((opened = undefined), Promise.reject(error))))
  const keeper = async () => (await room()).kept
  const leave = () => {
    opened = undefined
    for (const known of Object.values(memory) as (DraftMemory[keyof DraftMemory])[]) known.clear()
  }
  const erased = () => {
    void opened?.then(({ kept }) => kept.abandon(), () => {})
    leave()
    // Who was asked to agree has perhaps said no there: this page waits to be told.
    held = wanted = required
    onErased()
  }
  const eraseDevice = async () => {
    if (await existed(context)) await (await (await import('./keeper.ts')).openDevice(context)).clear()
  }

  let deciding: Promise<unknown> = Promise.resolve()
  /** One after the other: our own erasing, seen by a connection that is just being opened, would look like another tab's. */
  const inTurn = (work: () => Promise<void>) => {
    const done = deciding.then(work)
    deciding = done.catch(() => {})
    return done
  }
  const decide = async (hold: boolean) => {
    // The last word wins.
    const isOver = () => hold !== wanted
    if (isOver()) return
    while (opened && inMemory !== hold) {
      // One that could not be opened has nothing to move.
      const kept = (await opened.catch(() => undefined))?.kept
      if (!kept) continue
      await kept.move(hold).catch((error: unknown) => ((inMemory = !kept.store.durable), Promise.reject(error)))
      inMemory = hold
    }
    if (isOver()) return
    held = hold
    // Of an earlier page, which may have had it.
    if (held) await eraseDevice()
  }

  const there = async () => opened !== undefined || (await existed(context))
  const load = async (key: string) => ((await there()) ? (await keeper()).load(key) : undefined)
  const keepSoon = (key: string, value: unknown) => void keeper().then(kept => kept.keepSoon(key, value), () => {})

  let underway: Promise<unknown> = Promise.resolve()
  const keepOne = (form: string) => {
    const before = underway
    underway = room().then(({ drafts }) => drafts.keep(form)).catch(() => {}).then(() => before)
  }

  // What it takes to keep an issue, and to find a person, has to be here before the connection goes.
  let provided: Promise<unknown> | undefined
  const provide = () => void (provided ??= Promise.all([import('./posting-verbs.ts'), import('./errands.ts'), import('./ladder-room.ts')]).catch(() => (provided = undefined)))

  return {
    load,
    keepNow: (key, value) => keeper().then(kept => kept.keepNow(key, value)).catch(() => {}),
    held: () => held,
    store: async () => (await keeper()).store,
    keepDraft(form) {
      const draft = context.state.drafts.get(form)
      if (!draft) return
      if (!draft.kind) dispatch({ type: 'edited', form, draft: { ...draft, kind: kindOf(form, settings.forms) } }, reduceDesk)
      keepOne(form)
      provide()
    },
    async restore(form) {
      if (!context.state.drafts.has(form) && (await there())) await (await room()).drafts.restore(form)
      if (context.state.drafts.has(form)) provide()
    },
    async adopt(form) {
      if (await there()) await (await room()).drafts.adopt(form)
      if (context.state.drafts.has(form)) provide()
    },
    async recall() {
      if (recalled) return
      recalled = true
      const journey = (await load('journey')) as Journey | undefined
      const { signals = [], ...own } = context.state.journey
      if (!journey || Object.keys(own).length) return
      // Trouble may have been seen on this page before anybody looked for what was kept.
      const all = [...(journey.signals ?? []), ...signals].slice(-20)
      dispatch({ type: 'travelled', journey: { ...journey, ...(all.length && { signals: all }) } }, reduceRooms)
    },
    keepJourney() {
      if (!page?.optedOut?.()) keepSoon('journey', context.state.journey)
    },
    async dropDraft(form) {
      dispatch({ type: 'edited', form, draft: undefined }, reduceDesk)
      await room().then(({ drafts }) => drafts.drop(form)).catch(() => {})
    },
    consent(granted) {
      const hold = (wanted = required && !granted)
      // A no holds from the word on, a yes when it has come true: one that finds the device full leaves all as it was.
      held ||= hold
      return inTurn(() => decide(hold))
    },
    forget: () =>
      inTurn(async () => {
        if (opened) await (await keeper()).forget()
        if (held || !opened) await eraseDevice()
        leave()
      }),
    close: () => void opened?.then(({ kept }) => underway.then(() => kept.close()), () => {}),
  }
}
