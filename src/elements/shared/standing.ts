import type { SubmissionState } from '../../desk/state.ts'

/** What the customer may be told: `accepted` only with a receipt, `kept` only when it is on disk. */
export type Standing = 'accepted' | 'kept' | 'memory' | 'refused'

export function standing({ status, receipt, durable }: Pick<SubmissionState, 'status' | 'receipt' | 'durable'>): Standing {
  if (status === 'accepted' && receipt) return 'accepted'
  if (status === 'refused') return 'refused'
  return durable ? 'kept' : 'memory'
}
