import type { QueueState } from '../../desk/state.ts'

/** Whether something waits that did not go at once: what is merely on its way is no news. */
export const isStuck = (queue: QueueState | undefined): queue is QueueState => queue !== undefined && queue.count > 0 && queue.reason !== 'sending'
