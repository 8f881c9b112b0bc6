import type { Draft } from '../core/issue/draft.ts'
import type { Context } from './context.ts'
import type { Desk, Enclosed } from './desk.ts'
import { alongside, enclose, enclosuresOf } from './enclosures.ts'
import type { GapPost } from './gap-post.ts'
import { helpVerbs, type HelpVerbs } from './help-verbs.ts'
import { keepingVerbs, type KeepingVerbs } from './keeping-verbs.ts'
import type { Lazy } from './lazily.ts'
import type { PostingVerbs } from './posting-verbs.ts'
import { recorded } from './recording.ts'
import { reduceRooms } from './reduce-rooms.ts'

/** What a desk needs as soon as somebody searches, reads or types, and not before. */
export interface Backroom extends HelpVerbs, KeepingVerbs, Pick<Desk, 'thank' | 'shareGaps'> {
  enclosures(): Promise<Enclosed>
  adopt: Desk['adopt']
  /** Where gaps may leave at all. */
  gaps: GapPost | undefined
}

export async function openBackroom(context: Context, posting: Lazy<PostingVerbs>): Promise<Backroom> {
  const { gaps: wanted, capture } = context.settings
  const [page, gapRoom] = await Promise.all([
    context.seams.page?.reading(),
    // A gap that cannot be told is no reason not to search.
    wanted && capture.journey ? import('./gap-post.ts').catch(() => undefined) : undefined,
  ])
  const keeping = keepingVerbs(context, page, () => {
    void posting.leave(room => room.dispose()).catch(() => {})
    gaps?.forget()
    context.dispatch({ type: 'forgot' }, reduceRooms)
  })
  const post = async (draft: Draft) => (await posting()).post(draft)
  const enclosures = () => enclosuresOf(context, page)
  // Details that cannot be read are no reason not to send.
  const details = async () => (context.settings.details?.length ? (await import('./details.ts')).readDetails(context, page) : {})
  let provided: unknown
  const gaps = gapRoom?.gapPost(context, keeping, enclosures, post)
  const help = helpVerbs(context, page, () => {
    keeping.keepJourney()
    gaps?.soon()
  })
  const leave = page?.onMove?.(help.moved)
  return {
    ...keeping,
    ...help,
    gaps,
    settle() {
      help.settle()
      gaps?.soon()
    },
    async enclosures() {
      help.settle()
      const found = { ...enclosures(), ...(await details().catch(() => ({}))) }
      const recording = await recorded(context)
      return { ...found, alongside: draft => alongside(draft, found), enclose: draft => enclose(draft, found, recording?.read()) }
    },
    adopt: async (form, issueId) => (issueId === undefined ? keeping.adopt(form) : (await posting()).correct(form, issueId)),
    keepDraft(form) {
      keeping.keepDraft(form)
      // How to read them has to be here before the connection goes.
      provided ??= details().catch(() => (provided = undefined))
    },
    thank: async id => (await import('./thanks.ts')).thank(context, keeping, help, enclosures(), post, id),
    shareGaps: async share => gaps?.share(share),
    async consent(granted) {
      await keeping.consent(granted)
      await gaps?.consented()
    },
    async forget() {
      await keeping.forget()
      gaps?.forget()
    },
    close() {
      leave?.()
      gaps?.close()
      keeping.close()
    },
  }
}
