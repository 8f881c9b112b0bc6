import type { Attachment } from '../issue/issue.ts'

// As the HTML standard escapes names: https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data
const escaped = (name: string) => name.replace(/\r?\n|\r/g, '%0D%0A').replaceAll('"', '%22')

/** A media type that may stand in a header; what is none is said to be bytes. */
export const mediaType = (type: string): string => (/^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : 'application/octet-stream')

/** Not a FormData's: that is a new one each time, and every attempt has to carry the same bytes. */
export const boundaryOf = (id: string): string => 'earshot-' + id.replace(/[^\w-]/g, '').slice(0, 60)

/** How a part begins; `rest` closes its name. */
export const part = (boundary: string, name: string, rest = '"'): string =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${escaped(name)}${rest}\r\n\r\n`

export const filePart = (boundary: string, name: string, file: Attachment): string =>
  part(boundary, name, `"; filename="${escaped(file.name)}"\r\nContent-Type: ${mediaType(file.type)}`)

/** A `multipart/form-data` body: the JSON under its `name`, then one part for each file, named after the attachment's id. */
export function multipart(name: 'issue' | 'message', id: string, json: string, files: readonly Attachment[]): { body: Blob; type: string } {
  const boundary = boundaryOf(id)
  const body = new Blob([
    part(boundary, name, '"\r\nContent-Type: application/json'),
    json,
    ...files.flatMap(file => ['\r\n', filePart(boundary, file.id, file), file.bytes]),
    `\r\n--${boundary}--\r\n`,
  ])
  return { body, type: 'multipart/form-data; boundary=' + boundary }
}
