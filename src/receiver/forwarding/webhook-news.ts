import { at } from '../../core/transports/fill.ts'
import type { Change } from './forwarder.ts'
import { forCustomer, readHook } from './read-hook.ts'
import { standardSigned } from './signature.ts'

const statuses = ['open', 'answered', 'closed'] as const

/**
 * What any system tells of an issue by a Standard Webhook: `{ "type": "issue.changed", "timestamp", "data": { "reference",
 * "status"?: "open" | "answered" | "closed", "text"?, "author"?: { "name" } } }`. The reference is what it answered `issue.created` with,
 * else that one's `webhook-id`.
 */
export async function webhookNews(secret: string, request: Request, body: Uint8Array, now: number): Promise<readonly Change[] | undefined> {
  if (!(await standardSigned(secret, request, body, now))) return undefined
  const said = readHook(request, body)
  const text = (path: string) => {
    const found = at(said, path)
    return typeof found === 'string' && found ? found : undefined
  }
  const reference = text('data.reference')
  const status = statuses.find(status => status === text('data.status'))
  const words = forCustomer(text('data.text') ?? '')
  if (text('type') !== 'issue.changed' || !reference || !(status || words)) return []
  const [at_, name] = [text('timestamp'), text('data.author.name')]
  return [{
    reference,
    id: request.headers.get('webhook-id')!,
    ...(status && { status }),
    ...(at_ && { at: at_ }),
    ...(words && { text: words }),
    ...(name && { author: { name } }),
  }]
}
