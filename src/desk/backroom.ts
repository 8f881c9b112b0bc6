import type { Context } from './context.ts'
import { helpVerbs, type HelpVerbs } from './help-verbs.ts'
import { keepingVerbs, type KeepingVerbs } from './keeping-verbs.ts'

/** What a desk needs as soon as somebody searches, reads or types, and not before. */
export interface Backroom { help: HelpVerbs; keeping: KeepingVerbs }

export function openBackroom(context: Context): Backroom {
  const keeping = keepingVerbs(context)
  return { keeping, help: helpVerbs(context, keeping) }
}
