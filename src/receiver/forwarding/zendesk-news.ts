import { at } from '../../core/transports/fill.ts'
import { encode } from '../bytes.ts'
import type { Change } from './forwarder.ts'
import { readHook } from './read-hook.ts'
import { after, fromBase64, signed } from './signature.ts'

// Zendesk comes again within minutes, with the same time on it.
const tolerance = 600_000

const statuses: ReadonlyMap<string, NonNullable<Change['status']>> = new Map([['new', 'open'], ['open', 'open'], ['pending', 'answered'], ['solved', 'closed'], ['closed', 'closed']])

/**
 * What a webhook of Zendesk's says of a ticket: its status and, where the owner wants it, what agents answer in public.
 * Not: tickets on hold, which is no news to a customer, and comments of ours, which end in the or the message's id.
 * Checked 2026-11-22: https://developer.zendesk.com/documentation/webhooks/verifying/,
 * https://developer.zendesk.com/api-reference/webhooks/event-types/ticket-events
 */
export async function zendeskNews(
  { secret, comments }: { secret: string; comments?: 'public' | undefined }, request: Request, body: Uint8Array, now: number,
): Promise<readonly Change[] | undefined> {
  const time = request.headers.get('X-Zendesk-Webhook-Signature-Timestamp') ?? ''
  const mac = fromBase64(request.headers.get('X-Zendesk-Webhook-Signature') ?? '')
  const data = after(time, body)
  const old = !(Math.abs(Date.parse(time) - now) <= tolerance)
  if (old || !mac || !(await signed(encode(secret), data, mac))) return undefined

  const said = readHook(request, body)
  const text = (path: string) => {
    const found = at(said, path)
    return typeof found === 'string' ? found : typeof found === 'number' ? String(found) : ''
  }
  const [number, id, stamp, type] = [text('detail.id'), text('id'), text('time'), text('type').replace('zen:event-type:', '')]
  if (!/^\d+$/.test(number) || !id) return []
  const news = { reference: `#${number}`, id, ...(stamp && { at: stamp }) }
  if (type === 'ticket.status_changed') {
    const status = statuses.get(text('event.current').toLowerCase())
    return status ? [{ ...news, status }] : []
  }
  const written = text('event.comment.body').trim()
  const counts = at(said, 'event.comment.is_public') === true && at(said, 'event.comment.author.is_staff') === true
  if (type !== 'ticket.comment_added' || comments !== 'public' || !counts || !written || /(?:^|\n)Earshot\s+[\w.~:-]{1,128}$/.test(written)) return []
  const name = text('event.comment.author.name')
  return [{ ...news, id: `comment:${text('event.comment.id') || id}`, status: 'answered', text: written, ...(name && { author: { name } }) }]
}
