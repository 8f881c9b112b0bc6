import type { Attachment } from '../issue/issue.ts'
import { boundaryOf, filePart, part } from './multipart.ts'

/**
 * The body of a form as a browser would send it: `application/x-www-form-urlencoded`, or `multipart/form-data` where there are files.
 * Not a FormData: every attempt has to carry the same bytes, and every text its code units, line ends included.
 * Both types pass CORS without asking first.
 */
export function formBody(
  id: string, texts: readonly [name: string, text: string][], files: readonly [name: string, file: Attachment][],
): { body: string | Blob; type: string } {
  if (files.length === 0) {
    return { body: new URLSearchParams(texts.map(pair => [...pair])).toString(), type: 'application/x-www-form-urlencoded;charset=UTF-8' }
  }
  const boundary = boundaryOf(id)
  const body = new Blob([
    ...texts.flatMap(([name, text]) => [part(boundary, name), text, '\r\n']),
    ...files.flatMap(([name, file]) => [filePart(boundary, name, file), file.bytes, '\r\n']),
    `--${boundary}--\r\n`,
  ])
  return { body, type: 'multipart/form-data; boundary=' + boundary }
}
