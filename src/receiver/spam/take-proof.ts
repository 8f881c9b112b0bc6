import { authorize } from '../access.ts'
import type { Context } from '../context.ts'
import { hastenForwards } from '../forwarding/store-forwards.ts'
import { readObject, unprocessable } from '../message.ts'
import { Refusal } from '../refusal.ts'
import { asksForProof, wrongIn } from './proof.ts'
import { dropSuspicion, findSuspicions } from './store-suspicions.ts'

/** Answers `POST {endpoint}/{id}/proof`: the solution of the challenge that came with the receipt. */
export async function takeProof(context: Context, request: Request, id: string): Promise<Response> {
  const { query, clock } = context.options
  if (!asksForProof(context)) throw new Refusal(404, 'Nothing is to be proven here.')
  const { seq } = await authorize(context, request, id)
  const given = await readObject(request, 'The proof', clock)
  // A repeat of what was taken already, and whatever the staff cleared meanwhile, costs nothing more.
  if ((await findSuspicions(query, seq)).includes('no-proof')) {
    const detail = await wrongIn(context, id, given)
    if (detail) throw unprocessable({ pointer: '', detail })
    await dropSuspicion(query, seq, 'no-proof')
    await hastenForwards(query, seq, new Date(clock.now()).toISOString())
    context.forwards?.wake()
  }
  return new Response(null, { status: 204 })
}
