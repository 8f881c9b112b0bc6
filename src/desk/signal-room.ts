import { messageOf } from '../core/support/errors.ts'
import type { Backroom } from './backroom.ts'
import { clockOf } from './clock-of.ts'
import type { Context } from './context.ts'
import type { Desk } from './desk.ts'
import type { Lazy } from './lazily.ts'
import { offerMemory } from './offer-memory.ts'
import type { Trouble } from './page.ts'
import { pageInfo } from './page-info.ts'
import { reduceRooms } from './reduce-rooms.ts'
import { reduceSignals } from './reduce-signals.ts'
import type { FindArticle } from './signal-article.ts'
import { readSignalSettings } from './signal-settings.ts'
import { signalled } from './signalled.ts'
import type { Signal } from './state.ts'

export interface SignalRoom extends Pick<Desk, 'answerOffer'> {
  stop(): void
}

/** Has the page watched, and answers trouble with one article at most. Opened when the page is at rest, unless signals are off. */
export async function openSignalRoom(context: Context, backroom: Lazy<Backroom>): Promise<SignalRoom> {
  const { settings, seams, tell, dispatch } = context
  const clock = clockOf(context)
  const own = readSignalSettings(settings.signals, tell)
  const pages = new Set<string>()
  const reading = await seams.page?.reading()
  let busy = false
  let finding: Promise<FindArticle> | undefined
  const finder = () =>
    (finding ??= Promise.all([import('./signal-article.ts'), backroom().then(room => room.everything())]).then(
      ([room, everything]) => room.articleFinder(context, own, reading, everything),
      (error: unknown) => ((finding = undefined), Promise.reject(error)),
    ))

  const look = async (trouble: Trouble) => {
    const at = new Date(clock.now()).toISOString()
    if (settings.capture.journey && !optedOut) note(trouble, at)
    const page = pageInfo(reading!, settings)
    // Who is at the desk, or was asked on this page, is not disturbed.
    if (busy || context.state.open || context.state.offer || pages.has(page.url)) return
    busy = true
    try {
      const find = await finder()
      const found = await find(trouble, page)
      if (!found || context.state.open || !(await memory.mayOffer(found.article.id))) return
      pages.add(page.url)
      const signal: Signal = { type: trouble.type, at, ...(trouble.element && { element: trouble.element }) }
      dispatch({ type: 'offered', offer: { signal, ...found } }, reduceSignals)
      memory.noteShown()
    } catch (error) {
      tell({ code: 'signals/no-article', message: `No article could be looked for at a sign of trouble (${trouble.type}): ${messageOf(error)}` })
    } finally {
      busy = false
    }
  }
  const note = ({ type }: Trouble, at: string) => {
    dispatch({ type: 'travelled', journey: signalled(context.state.journey, type, at) }, reduceRooms)
    // On the device only where the customer has had to do with us already.
    if (context.state.storage !== 'unknown') void backroom().then(room => room.keepJourney(), () => {})
  }
  // What is told while the watch is still being set up waits for it.
  let begin = () => {}
  const begun = new Promise<void>(resolve => (begin = resolve))
  const watch = await seams.page?.watch?.({ off: own.off, endpoint: settings.endpoint, clock }, trouble => void begun.then(() => look(trouble)))
  const optedOut = watch?.optedOut ?? false
  const memory = offerMemory(context, backroom, optedOut)
  begin()

  return {
    async answerOffer(answer) {
      const { offer } = context.state
      dispatch({ type: 'offerAnswered', answer }, reduceSignals)
      if (offer && answer === 'declined') await memory.noteDeclined(offer.article.id)
    },
    stop: () => watch?.stop(),
  }
}
