import type { RequestRecord } from '../core/outbox/record.ts'
import type { Request } from './state.ts'

/** An accepted issue as one of the customer's requests. */
export const requestOf = ({ issue, receipt, thread }: RequestRecord, durable: boolean, unread?: number): Request => ({
  id: issue.id, issue, status: 'accepted', durable, receipt, ...(thread && { thread }), ...(unread && { unread }),
})
