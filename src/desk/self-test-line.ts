import type { Store } from '../core/outbox/store.ts'
import { walkLine } from '../core/outbox/walk-line.ts'
import { clockOf } from './clock-of.ts'
import type { Context } from './context.ts'
import type { SelfTestMeasures } from './desk.ts'
import { storeNameOf } from './device.ts'
import type { openSteps } from './self-test-steps.ts'
import { transportOf } from './transport-of.ts'

export interface LineWalking {
  step: ReturnType<typeof openSteps>['step']
  measures: SelfTestMeasures
  open(): Promise<Store>
  send: boolean
}

const answers = {
  came: 'The answer came back',
  none: 'The thread can be read; nobody answers tests by themselves there',
  'no-threads': 'This way carries no answers back: they reach the customer by the address they left',
  unreadable: 'The thread cannot be read',
}

/** The endpoint, and one marked issue along the real path: sealed, kept, sent, accepted, answered. */
export async function walkOwnLine(context: Context, { step, measures, open, send }: LineWalking): Promise<void> {
  const { settings: { endpoint, transport }, seams } = context
  await step('endpoint', async () => {
    if (!endpoint) return transport ? 'An own transport: only sending an issue can tell' : { ok: false, detail: 'No endpoint and no transport' }
    // Any answer at all will do: what it says to a stranger is its own business.
    const { status } = await (seams.fetch ?? fetch)(endpoint, { method: 'OPTIONS', credentials: 'omit', cache: 'no-store' })
    return { ok: status < 500 && status !== 404, detail: `Answered ${status}` }
  })
  if (!send || !(endpoint ?? transport)) return

  let answer: Awaited<ReturnType<typeof walkLine>>['answer']
  await step('message', async () => {
    const walk = await walkLine({ transport: transportOf(context), store: await open(), name: `${storeNameOf(context)}-test`, clock: clockOf(context) })
    answer = walk.answer
    if (!walk.accepted) {
      const { code = 'transport/failed', detail, status } = walk.failure ?? {}
      return { ok: false, detail: `Not accepted: ${code}${status ? `, ${status}` : ''}${detail ? ` (${detail})` : ''}` }
    }
    measures.acceptedMs = walk.accepted.milliseconds
    return `Accepted as ${walk.accepted.receipt.reference} in ${walk.accepted.milliseconds} ms`
  })
  if (!answer) return
  const { state, milliseconds, problem } = answer
  if (state === 'came') measures.answeredMs = milliseconds
  await step('answer', () => ({ ok: state !== 'unreadable', detail: `${answers[state]}${problem ? `: ${problem}` : ''}` }))
}
