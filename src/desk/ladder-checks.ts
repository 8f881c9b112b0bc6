import { isOutside } from '../core/escalation/check-address.ts'
import { checkRung } from '../core/escalation/check-rung.ts'
import { knownChats } from '../core/escalation/known-chats.ts'
import type { Outside } from '../core/escalation/ladder.ts'
import type { Problem } from '../core/support/errors.ts'
import { nearest } from '../core/support/nearest.ts'
import { whatCame } from '../core/support/what-came.ts'
import type { Settings } from './config.ts'
import type { Context } from './context.ts'
import { isHolding } from './holds-after.ts'
import { rungsOf } from './ladder-of.ts'
import { tellOnce } from './tell-once.ts'

// Who has made a hundred mistakes of one kind knows after the first of them.
const most = 50

/** Where to go beyond the ladder, without addresses that are none. */
export const outsideOf = ({ outside = [] }: Settings): readonly Outside[] => outside.filter(({ to }) => isOutside(to))

/** Whether the owner's own chat can be opened. */
export const hasChat = ({ chat }: Settings): boolean => typeof chat === 'function' || knownChats.includes(chat as never)

/** Tells what is wrong with the ladder and with what belongs to it. Nothing of it keeps anybody from a person. */
export function checkLadder(context: Context): void {
  problemsOf(context).slice(0, most).forEach(tellOnce(context))
}

function problemsOf(context: Context): Problem[] {
  const { settings } = context
  const rungs = rungsOf(context)
  const nobody = settings.ladder && !rungs.length
  return [
    ...(nobody ? [{ code: 'ladder/no-person', path: '/ladder', message: 'The ladder leads to nobody. The form stays the way to a person; name at least one with an id, a name and a kind' }] : []),
    ...rungs.flatMap(({ rung, path }) => checkRung(rung, path, hasChat(settings))),
    ...(settings.outside ?? []).flatMap(({ name, to }, index) => isOutside(to) ? [] : [{
      code: 'ladder/foreign-address', path: `/outside/${index}/to`, message: `Where "${name}" is reached must be an address of the web or of e-mail, or a telephone number; got ${whatCame(to)}. It is left out`,
    }]),
    ...chatProblems(settings),
    ...holdsProblems(settings),
  ]
}

function chatProblems(settings: Settings): Problem[] {
  const { chat } = settings
  if (chat === undefined || hasChat(settings)) return []
  const near = typeof chat === 'string' && nearest(chat, knownChats)
  const message = `"chat" must be a function, or ${knownChats.join(', ')}; got ${whatCame(chat)}${near ? ` (did you mean "${near}"?)` : ''}. Rungs of kind "chat" lead to their address, or to a message`
  return [{ code: 'ladder/unknown-chat', path: '/chat', message }]
}

function holdsProblems({ holdsAfterDays: days }: Settings): Problem[] {
  if (days === undefined || isHolding(days)) return []
  return [{ code: 'config/wrong-value', path: '/holdsAfterDays', message: `"holdsAfterDays" must be a number of days that is not negative, or false; got ${whatCame(days)}. It is left out` }]
}
