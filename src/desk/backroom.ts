import type { Draft } from '../core/issue/draft.ts'
import type { Context } from './context.ts'
import type { Desk } from './desk.ts'
import { enclosuresOf, type Enclosures } from './enclosures.ts'
import type { GapPost } from './gap-post.ts'
import { helpVerbs, type HelpVerbs } from './help-verbs.ts'
import { keepingVerbs, type KeepingVerbs } from './keeping-verbs.ts'
import type { PostingVerbs } from './posting-verbs.ts'

/** What a desk needs as soon as somebody searches, reads or types, and not before. */
export interface Backroom extends HelpVerbs, KeepingVerbs, Pick<Desk, 'thank' | 'shareGaps' | 'form'> {
  enclosures(): Enclosures
  /** Where gaps may leave at all. */
  gaps: GapPost | undefined
}

export async function openBackroom(context: Context, posting: () => Promise<PostingVerbs>): Promise<Backroom> {
  const { gaps: wanted, capture } = context.settings
  const [page, gapRoom] = await Promise.all([
    context.seams.page?.reading(),
    // A gap that cannot be told is no reason not to search.
    wanted && capture.journey ? import('./gap-post.ts').catch(() => undefined) : undefined,
  ])
  const keeping = keepingVerbs(context)
  const post = async (draft: Draft) => (await posting()).post(draft)
  const enclosures = () => enclosuresOf(context, page)
  const gaps = gapRoom?.gapPost(context, keeping, enclosures, post)
  const help = helpVerbs(context, page, () => {
    keeping.keepJourney()
    gaps?.soon()
  })
  return {
    ...keeping,
    ...help,
    gaps,
    settle() {
      help.settle()
      gaps?.soon()
    },
    enclosures() {
      help.settle()
      return enclosures()
    },
    form: async id => (await import('./form-room.ts')).deskForm(context, id),
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
      gaps?.close()
      keeping.close()
    },
  }
}
