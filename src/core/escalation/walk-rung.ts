import type { Problem } from '../support/errors.ts'
import { shorten } from '../support/whole-at.ts'
import { answerBy, isOpen, nextOpening } from './availability.ts'
import { checkRung } from './check-rung.ts'
import type { Rung } from './ladder.ts'
import type { Placed } from './read-ladder.ts'

/** What can be said of a rung without ringing there. */
export interface RungWalk {
  rung: Rung
  ok: boolean
  open: boolean
  /** Milliseconds since 1970. */
  opensAt?: number
  /** The address that a press leads to: `tel:`, `mailto:`, or of the web. Relative as it was given. */
  href?: string
  problems: readonly Problem[]
  /** One sentence: how it is reached, and when. */
  detail: string
}

/** Whether a rung can be reached, as far as its settings tell, and when. @param chat whether the owner's own chat can be opened. */
export function walkRung({ rung, path }: Placed, now: number, chat = false): RungWalk {
  const problems = checkRung(rung, path, chat)
  const open = isOpen(rung, now)
  const opensAt = nextOpening(rung, now)
  if (!open && opensAt === undefined) {
    problems.push({ code: 'ladder/never-open', path: `${path}/hours`, message: `Nobody is there: "${shorten(rung.name, 60)}" does not open within 400 days` })
  }
  const href = problems.some(({ path: at }) => at?.endsWith('/to')) ? undefined : hrefOf(rung)
  const [first] = problems
  return {
    rung, ok: !first, open, problems,
    ...(opensAt !== undefined && { opensAt }),
    ...(href && { href }),
    detail: first ? first.message : `${wayOf(rung, href)}; ${hoursOf(rung, now, opensAt)}`,
  }
}

function hrefOf({ kind, to }: Rung): string | undefined {
  if (!to) return undefined
  if (kind === 'phone') return `tel:${to.replace(/^tel:/i, '').replace(/[^\d+*#]/g, '')}`
  if (kind === 'email') return /^mailto:/i.test(to) ? to : `mailto:${to}`
  return kind === 'message' || kind === 'callback' ? undefined : to
}

function wayOf({ kind }: Rung, href: string | undefined): string {
  if (kind === 'message') return 'Reached by the form'
  if (kind === 'callback') return 'Rings back: a form asks for the number'
  if (kind === 'chat' && !href) return "Opens the owner's chat"
  return href ? `Reached at ${shorten(href, 80)}` : 'Named, without an address'
}

// Only asked where nothing is wrong with the zone.
function hoursOf(rung: Rung, now: number, opensAt: number | undefined): string {
  const { kind, hours, timeZone = 'UTC' } = rung
  const time = (at: number) => {
    const format = new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })
    return `${format.format(at)} (${timeZone})`
  }
  if (opensAt !== undefined) return `closed now, opens ${time(opensAt)}`
  const by = kind === 'message' ? answerBy(rung, now) : undefined
  if (by !== undefined) return `always, an answer is promised by ${time(by)}`
  return hours === undefined || kind === 'message' ? 'always' : 'open now'
}
