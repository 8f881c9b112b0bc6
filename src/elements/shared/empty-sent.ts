import type { Draft } from '../../core/issue/draft.ts'
import type { Desk, Submission } from '../../desk/desk.ts'
import { emptied } from './emptied.ts'

export type Parts = { readonly [part in keyof Draft]?: unknown }

/** What of a draft went to a request. */
export interface Sent { readonly form: string; readonly to: string; readonly parts: Parts }

// By desk, not by element: a view that is left and opened again has the same draft.
const waiting = new WeakMap<Desk, Set<Sent>>()

/** Whether all of it went already, and is still in its draft because it is only in memory. */
export const isWaiting = (desk: Desk, { form, to, parts }: Sent): boolean =>
  [...(waiting.get(desk) ?? [])].some(sent => sent.form === form && sent.to === to && Object.entries(parts).every(isIn(sent.parts)))

/**
 * Takes out of its draft what went, as far as that still says the same: what was typed meanwhile stays. In memory only, it waits
 * for the receipts: the draft is the customer's one other copy.
 * @param initial what the form begins with.
 * @returns undefined where that is done; else whether it was, once the receipts are there or will not come.
 */
export function emptySent(desk: Desk, sent: Sent, submissions: readonly Submission[], initial: Partial<Draft> = {}): Promise<boolean> | undefined {
  const empty = () => {
    const now = desk.state.drafts.get(sent.form)
    if (!now) return
    const same = Object.entries(sent.parts).flatMap(one => (one[1] !== undefined && isIn(now)(one) ? (one[0] as keyof Draft) : []))
    const anew = Object.entries(initial).filter(([part]) => now[part as keyof Draft] === sent.parts[part as keyof Draft])
    if (same.length) desk.edit(sent.form, { ...emptied(...same), ...Object.fromEntries(anew) })
  }
  const receipts = submissions.flatMap(({ durable, receipt }) => (durable ? [] : receipt))
  if (!receipts.length) return void empty()
  const all = waiting.get(desk) ?? new Set()
  waiting.set(desk, all.add(sent))
  const settle = (isThere: boolean) => {
    all.delete(sent)
    if (isThere) empty()
    return isThere
  }
  return Promise.all(receipts).then(() => settle(true), () => settle(false))
}

const isIn = (draft: Parts) => ([part, value]: [string, unknown]) => draft[part as keyof Draft] === value
