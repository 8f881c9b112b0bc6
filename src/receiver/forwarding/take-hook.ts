import { readBody } from '../body.ts'
import type { Context } from '../context.ts'
import { json, Refusal } from '../refusal.ts'
import { applyChange } from './store-news.ts'

/** Bytes of a webhook: more than any says of one issue. */
const largest = 2 ** 20

/** Answers `POST {endpoint}/hooks/{forwarder}`: what another system tells of issues that went there. Signed, or it is nobody's word. */
export async function takeHook({ options: { query, site, clock }, forwards }: Context, request: Request, name: string): Promise<Response> {
  const forwarder = forwards?.rules.to.get(name)
  if (!forwarder?.hook) throw new Refusal(404, 'There is nothing at this address.')
  const body = await readBody(request, largest, clock)
  const changes = await forwarder.hook(request, body)
  if (!changes) throw new Refusal(401, 'Expected a signature that fits.')
  let applied = 0
  for (const change of changes) if (await applyChange(query, site, name, change, clock.now())) applied++
  return json({ applied })
}
