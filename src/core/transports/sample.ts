import { hash } from '../support/hash.ts'
import { through } from './through.ts'
import { TransportError, type Transport } from './transport.ts'
import { expectOption } from './wrong-option.ts'

/**
 * Takes a share of the issues, and leaves the others to somebody else: a copy in `mirror` that need not have them all, or the first of a
 * `fallback` that is tried out. An issue that is left out is refused (`transport/left-out`, `never`) and never taken for delivered, so
 * that alone it would tell customers that their words were not taken.
 * @param rate from 0 for none to 1 for all. By the issue's id: every attempt decides the same, and so does every other sample of that rate.
 * @throws {EarshotError} `transport/wrong-option`
 */
export function sample(transport: Transport, rate: number): Transport {
  expectOption(typeof rate === 'number' && rate >= 0 && rate <= 1, 'rate', 'a number from 0 to 1', rate)
  return {
    ...through(transport),
    async send(issue, attachments, options) {
      // 53 bits of it, as a number below 1.
      if (parseInt(hash(issue.id), 16) / 2 ** 53 < rate) return transport.send(issue, attachments, options)
      throw new TransportError('transport/left-out', `Issue ${issue.id} is not in this sample of ${rate}`, { retry: 'never' })
    },
  }
}
