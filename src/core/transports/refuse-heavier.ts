import { bytesIn } from '../issue/bytes-in.ts'
import type { Attachment } from '../issue/issue.ts'
import { tooLarge } from './refuse-unfit.ts'

/**
 * For a line that carries files up to so many bytes: an issue with more of them is refused whole, never sent without some.
 * @throws {TransportError} `transport/too-large`, verdict `never`.
 */
export function refuseHeavier(service: string, files: readonly Attachment[], mostBytes: number): void {
  const bytes = bytesIn(files)
  if (bytes > mostBytes) throw tooLarge(service, 'bytes of files', bytes, mostBytes)
}
