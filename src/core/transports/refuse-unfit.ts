import type { Attachment, Issue } from '../issue/issue.ts'
import { TransportError } from './transport.ts'

/**
 * For a service that takes no files: an issue that has some is not sent without them.
 * @throws {TransportError} `transport/no-files`, verdict `never`.
 */
export function refuseFiles(service: string, issue: Issue, attachments: readonly Attachment[]): void {
  const count = Math.max(attachments.length, issue.attachments?.length ?? 0)
  if (count === 0) return
  const message = `${service} takes no files, and the issue has ${count}; it is not sent without them. Route issues with files elsewhere, or take the file fields out of the forms`
  throw new TransportError('transport/no-files', message, { retry: 'never', pointer: '/attachments' })
}

/**
 * For a field with an end: a text that is longer is refused whole, never cut.
 * @param most in UTF-16 code units.
 * @throws {TransportError} `transport/too-large`, verdict `never`.
 */
export function refuseLonger(service: string, field: string, text: string, most: number): string {
  if (text.length <= most) return text
  throw tooLarge(service, `characters in ${field}`, text.length, most)
}

/** What is thrown for something longer than a service takes. @param unit `bytes in an event` */
export function tooLarge(service: string, unit: string, needs: number, most: number): TransportError {
  return new TransportError('transport/too-large', `${service} takes ${most} ${unit}, and this issue needs ${needs}; it is not cut`, { retry: 'never', status: 413 })
}
