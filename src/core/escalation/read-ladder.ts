import type { Problem } from '../support/errors.ts'
import { isRecord } from '../support/json.ts'
import { nearest } from '../support/nearest.ts'
import { whatCame } from '../support/what-came.ts'
import { shorten } from '../support/whole-at.ts'
import type { Ladder, Rung, RungKind } from './ladder.ts'
import { rungFields } from './rung-fields.ts'
import { unsoundAfter } from './sound-after.ts'

export const rungKinds: readonly RungKind[] = ['message', 'email', 'phone', 'callback', 'chat', 'link', 'visit']

const most = 100
const longestName = 200

/** A rung, and where it was declared, as a JSON pointer. */
export interface Placed { readonly rung: Rung; readonly path: string }

/** The ladder without what is wrong in it, as `readRungs` reads it. */
export const readLadder = (given: unknown, tell?: (problem: Problem) => void): Ladder => readRungs(given, tell).map(({ rung }) => rung)

/**
 * The rungs of a ladder without what is wrong in them: each wrong thing is told and left out, the rung stays. Nobody who can be read
 * is lost: one of a kind nobody knows is reached by a message, one with an id that is taken gets another.
 */
export function readRungs(given: unknown, tell: (problem: Problem) => void = () => {}): Placed[] {
  const all: unknown[] = Array.isArray(given) ? given : []
  const ids = new Set<string>()
  const read = all.slice(0, most).flatMap((value, index) => {
    const path = `/ladder/${index}`
    const rung = readRung(value, path, ids, tell)
    return rung ? [{ rung, path }] : []
  })
  const rungs = read.map(({ rung }) => rung)
  if (all.length > most) {
    tell({ code: 'ladder/too-many', path: '/ladder', message: `A ladder has at most ${most} rungs, and nobody climbs so many; got ${all.length}. The first ${most} are used` })
  }
  return read.map(({ rung, path }) => {
    const wrong = unsoundAfter(rungs, rung)
    if (!wrong) return { rung, path }
    const { tried } = rung.after!
    const message = wrong === 'unknown'
      ? `"${rung.name}" comes after "${tried}", but no rung has that id${meant(tried!, ['help', 'message', ...ids])}`
      : `"${rung.name}" comes after "${tried}", which itself waits for "${rung.id}"`
    const { after: _, ...rest } = rung
    tell({ code: `ladder/${wrong}-after`, path: `${path}/after`, message: `${message}. It is offered at once` })
    return { rung: rest, path }
  })
}

const meant = (word: string, known: readonly string[]) => {
  const near = nearest(word, known)
  return near ? `; did you mean "${near}"?` : ''
}

function readRung(value: unknown, path: string, ids: Set<string>, tell: (problem: Problem) => void): Rung | undefined {
  const { id, name, kind, ...rest } = isRecord(value) ? value : {}
  if (typeof id !== 'string' || !id || typeof name !== 'string' || !name.trim()) {
    tell({ code: 'ladder/not-a-rung', path, message: `A rung needs an id, a name and a kind in texts; got ${whatCame(value)}. It is left out` })
    return undefined
  }
  let own = id
  for (let again = 2; ids.has(own); again++) own = `${id}-${again}`
  ids.add(own)
  if (own !== id) tell({ code: 'ladder/same-id', path: `${path}/id`, message: `There are two rungs "${id}". This one is known as "${own}"; give it an id of its own` })
  const known = rungKinds.includes(kind as RungKind)
  if (!known) {
    const message = `The kind of "${shorten(name, 60)}" must be ${rungKinds.join(', ')}; got ${whatCame(kind)}${typeof kind === 'string' ? meant(kind, rungKinds) : ''}`
    tell({ code: 'ladder/unknown-kind', path: `${path}/kind`, message: `${message}. It is reached by a message` })
  }
  return { ...rungFields(rest, path, tell), id: own, name: shorten(name.trim(), longestName), kind: known ? (kind as RungKind) : 'message' }
}
