import { claimMark } from '../core/issue/claim-mark.ts'
import type { Backroom } from './backroom.ts'
import { forgetAll, giveConsent } from './care.ts'
import type { Context } from './context.ts'
import type { Desk } from './desk.ts'
import { existed } from './device.ts'
import { lazily, through, type Lazy } from './lazily.ts'
import type { PostingVerbs } from './posting-verbs.ts'
import { tellOnce } from './tell-once.ts'

export interface Errands extends Pick<Desk, 'requests' | 'people' | 'nextLevel' | 'escalate' | 'withdraw' | 'flush' | 'consent' | 'forget' | 'selfTest' | 'answerOffer' | 'answerAsk' | 'diagnostics' | 'claimLink' | 'claimCode' | 'revokeClaims' | 'claim' | 'declineClaim' | 'seen' | 'recent' | 'answerClosing' | 'prefer' | 'warn'> {
  /** Sends what an earlier page left, if it left something. */
  drain(): Promise<void>
  /** Brings the journey of this visit back, if there is one. */
  recall(): Promise<void>
  /** Leaves the page alone. */
  leave(): Promise<void>
}

/** What is not in a hurry, and what an earlier page may have left: fetched when the page is at rest. */
export function errands(context: Context, backroom: Lazy<Backroom>, posting: Lazy<PostingVerbs>): Errands {
  const isKnown = async () => posting.now !== undefined || (await existed(context))
  const drain = async (options?: { force: true }) => {
    if (await isKnown()) await (await posting()).drain(options)
  }
  const signals = lazily(async () => (await import('./signal-room.ts')).openSignalRoom(context, backroom))
  const asks = lazily(async () => (await import('./ask-room.ts')).openAskRoom(context, backroom, posting))
  const ladder = lazily(async () => (await import('./ladder-room.ts')).openLadderRoom(context, posting))
  const recording = async () => (await import('./recording.ts')).record(context)
  const claiming = () => import('./claiming.ts')
  return {
    drain() {
      const offer = async (claimed: string | undefined) => claimed && (await claiming()).offerClaim(context, claimed)
      void context.seams.page?.claimed?.(claimMark).then(offer).catch(() => {})
      if (context.settings.capture.diagnostics) void recording().catch(() => {})
      if (context.settings.signals !== false && context.seams.page?.watch) void signals().catch(() => {})
      if (context.settings.asks?.length && context.seams.page?.awaitMoments) void asks().catch(() => {})
      const { settings } = context
      // What is wrong with it is told on the way in, and whom one can reach is here before the connection goes.
      if (['ladder', 'outside', 'chat', 'holdsAfterDays'].some(key => key in settings)) void ladder().catch(() => {})
      return drain()
    },
    answerOffer: async answer => (await signals()).answerOffer(answer),
    async answerAsk(answer) {
      await (await asks()).answerAsk(answer)
      // What waited for its turn.
      posting.now?.threads.now?.wake()
    },
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
    // Whoever is signed in may have some elsewhere.
    requests: async options => (context.settings.identity || (await isKnown()) ? (await posting()).requests(options) : []),
    recent: async draft => ((await isKnown()) ? (await import('./recent.ts')).recentLike(context, await backroom(), await posting(), draft) : []),
    async seen(id) {
      if (await isKnown()) await (await (await posting()).threads()).seen(id)
    },
    async answerClosing(answer) {
      if (context.state.closing) await (await (await posting()).threads()).answerClosing(answer)
    },
    warn: async problem => tellOnce(context)(problem),
    prefer: async contact => (await import('./prefer.ts')).prefer(context, await backroom(), contact),
    claimCode: async id => (await claiming()).claimCode(context, await posting(), id),
    revokeClaims: async id => (await claiming()).revokeClaims(context, await posting(), id),
    claimLink: async id => (await claiming()).claimLink(context, await posting(), id),
    claim: async link => (await claiming()).claim(context, await posting(), link),
    declineClaim: async () => (await claiming()).declineClaim(context),
    ...through(ladder, 'people nextLevel escalate'),
    withdraw: async id => (await (await posting()).withdraw(id)) || (await ladder()).withdraw(id),
    consent: granted => giveConsent(backroom, posting, drain, granted),
    forget: () => forgetAll(context, backroom, posting),
    selfTest: async options => (await import('./self-test.ts')).selfTest(context, await backroom(), options),
  }
}
