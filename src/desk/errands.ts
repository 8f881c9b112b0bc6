import type { Backroom } from './backroom.ts'
import { forgetAll, giveConsent } from './care.ts'
import type { Context } from './context.ts'
import type { Desk } from './desk.ts'
import { existed } from './device.ts'
import { lazily, type Lazy } from './lazily.ts'
import type { PostingVerbs } from './posting-verbs.ts'

export interface Errands extends Pick<Desk, 'requests' | 'people' | 'flush' | 'consent' | 'forget' | 'selfTest' | 'answerOffer' | 'answerAsk' | 'diagnostics' | 'claimLink' | 'claim' | 'declineClaim'> {
  /** Sends what an earlier page left, if it left something. */
  drain(): Promise<void>
  /** Brings the journey of this visit back, if there is one. */
  recall(): Promise<void>
  /** Leaves the page alone. */
  leave(): Promise<void>
}

/** What is not in a hurry, and what an earlier page may have left: fetched when the page is at rest. */
export function errands(context: Context, backroom: Lazy<Backroom>, posting: Lazy<PostingVerbs>): Errands {
  const drain = async (options?: { force: true }) => {
    if (posting.now || (await existed(context))) await (await posting()).drain(options)
  }
  const signals = lazily(async () => (await import('./signal-room.ts')).openSignalRoom(context, backroom))
  const asks = lazily(async () => (await import('./ask-room.ts')).openAskRoom(context, backroom, posting))
  const recording = async () => (await import('./recording.ts')).record(context)
  const claiming = () => import('./claiming.ts')
  return {
    drain() {
      const claimed = context.seams.page?.claimed?.()
      if (claimed) void claiming().then(room => room.offerClaim(context, claimed), () => {})
      if (context.settings.capture.diagnostics) void recording().catch(() => {})
      if (context.settings.signals !== false && context.seams.page?.watch) void signals().catch(() => {})
      if (context.settings.asks?.length && context.seams.page?.awaitMoments) void asks().catch(() => {})
      return drain()
    },
    answerOffer: async answer => (await signals()).answerOffer(answer),
    answerAsk: async answer => (await asks()).answerAsk(answer),
    diagnostics: async () => (await recording())?.read(),
    async leave() {
      await signals.leave(room => room.stop())
      await asks.leave(room => room.stop())
      if (context.settings.capture.diagnostics) await (await import('./recording.ts')).stopRecording(context)
    },
    flush: () => drain({ force: true }),
    async recall() {
      if (await existed(context)) await (await backroom()).recall()
    },
    requests: async () => (posting.now || (await existed(context)) ? (await posting()).requests() : []),
    claimLink: async id => (await claiming()).claimLink(context, await posting(), id),
    claim: async link => (await claiming()).claim(context, await posting(), link),
    declineClaim: async () => (await claiming()).declineClaim(context),
    people: async () => (await import('./people.ts')).peopleNow(context),
    consent: granted => giveConsent(backroom, posting, granted),
    forget: () => forgetAll(context, backroom, posting),
    selfTest: async () => (await import('./self-test.ts')).selfTest(context, await backroom()),
  }
}
