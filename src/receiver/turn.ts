import type { Message, ThreadStatus } from '../core/issue/thread.ts'

const byCustomer: Partial<Record<NonNullable<Message['kind']>, ThreadStatus | undefined>> =
  { solved: 'closed', 'taken-back': 'closed', rating: undefined, praise: undefined, holds: undefined }

/** What a message does to its issue: whose turn it is now, where that changes, and whether it is the answer that was promised. */
export function turnOf({ from, kind }: Pick<Message, 'from' | 'kind'>): { status?: ThreadStatus | undefined; answers: boolean } {
  // A note that something changed, or that the case went on, answers nobody.
  const notice = kind === 'changed' || kind === 'escalated'
  if (from === 'staff') return notice ? { answers: false } : { status: 'answered', answers: true }
  return { status: kind && kind in byCustomer ? byCustomer[kind] : 'open', answers: false }
}
