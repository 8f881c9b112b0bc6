import type { Receipt } from '../../core/issue/receipt.ts'
import { at } from '../../core/transports/fill.ts'
import { TransportError } from '../../core/transports/transport.ts'
import type { Service } from './service.ts'

/** The receipt for an issue that a tracker counts, from its own word for it. @param names of the fields it says number and address in. */
export function numberedReceipt(id: string, said: unknown, names: { number: string; url: string }, service: Service): Receipt {
  const [number, url, acceptedAt] = [at(said, names.number), at(said, names.url), at(said, 'created_at')]
  if (!Number.isInteger(number)) throw service.foreign('an issue that has a number')
  return {
    id,
    reference: `#${String(number)}`,
    ...(typeof url === 'string' && { url }),
    acceptedAt: typeof acceptedAt === 'string' ? acceptedAt : service.isoNow(),
  }
}

/** The number in such a receipt. @throws {TransportError} `never`, for a receipt of another system. */
export function numberIn({ reference }: Receipt): string {
  const [, number] = /^#(\d+)$/.exec(reference) ?? []
  if (number) return number
  throw new TransportError('transport/wrong-receipt', `The receipt of a tracker has a number; this one has "${reference}"`, { retry: 'never' })
}
