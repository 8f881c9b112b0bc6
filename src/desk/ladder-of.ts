import type { Ladder } from '../core/escalation/ladder.ts'
import { readRungs, type Placed } from '../core/escalation/read-ladder.ts'
import { messageOf } from '../core/support/errors.ts'
import type { Context } from './context.ts'
import { tellOnce } from './tell-once.ts'

const read = new WeakMap<Context, Placed[]>()

/** The rungs of the settings without what is wrong in them, and where each is declared; what is wrong is told. Read once for each desk. Never throws. */
export function rungsOf(context: Context): readonly Placed[] {
  const known = read.get(context)
  if (known) return known
  const tell = tellOnce(context)
  let rungs: Placed[] = []
  try {
    rungs = readRungs(context.settings.ladder, tell)
  } catch (error) {
    tell({ code: 'ladder/unreadable', path: '/ladder', message: `The ladder could not be read: ${messageOf(error)}. The form stays the way to a person` })
  }
  read.set(context, rungs)
  return rungs
}

/** The ladder as it can be climbed. */
export const ladderOf = (context: Context): Ladder => rungsOf(context).map(({ rung }) => rung)
