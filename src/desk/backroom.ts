import type { Context } from './context.ts'
import { enclosuresOf, type Enclosures } from './enclosures.ts'
import { helpVerbs, type HelpVerbs } from './help-verbs.ts'
import { keepingVerbs, type KeepingVerbs } from './keeping-verbs.ts'

/** What a desk needs as soon as somebody searches, reads or types, and not before. */
export interface Backroom extends HelpVerbs, KeepingVerbs {
  enclosures(): Enclosures
}

export async function openBackroom(context: Context): Promise<Backroom> {
  const page = await context.seams.page?.reading()
  const keeping = keepingVerbs(context)
  const help = helpVerbs(context, keeping, page)
  return {
    ...keeping,
    ...help,
    enclosures() {
      help.settle()
      return enclosuresOf(context, page)
    },
  }
}
