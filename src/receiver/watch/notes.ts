import type { RequestDone } from './happening.ts'

/** What whoever works on a request knows of it. */
export type Notes = Partial<Pick<RequestDone, 'route' | 'bytesIn' | 'bytesOut' | 'code' | 'kind' | 'suspicions'>>

// Beside them: whoever works on a request says what it knows, without everybody between having to hand it on.
const kept = new WeakMap<Request | Response, Notes>()

/** Adds to what is known of a request, or of the answer to one. Only codes and counts: it is logged. */
export function note<Subject extends Request | Response>(subject: Subject, notes: Notes): Subject {
  kept.set(subject, { ...kept.get(subject), ...notes })
  return subject
}

export const notesOn = (subject: Request | Response): Notes => kept.get(subject) ?? {}
