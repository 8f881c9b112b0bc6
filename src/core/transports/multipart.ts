import type { Attachment } from '../issue/issue.ts'

// As the HTML standard escapes names: https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data
const escaped = (name: string) => name.replace(/\r?\n|\r/g, '%0D%0A').replaceAll('"', '%22')

/**
 * A `multipart/form-data` body: the JSON under its `name`, then one part for each file, named after the attachment's id.
 * Not a FormData: its boundary is a new one each time, and every attempt has to carry the same bytes.
 */
export function multipart(name: 'issue' | 'message', id: string, json: string, files: readonly Attachment[]): { body: Blob; type: string } {
  const boundary = 'earshot-' + id.replace(/[^\w-]/g, '').slice(0, 60)
  const part = (name: string, type: string) => `--${boundary}\r\nContent-Disposition: form-data; name="${escaped(name)}${type}\r\n\r\n`
  const type = ({ type }: Attachment) => (/^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : 'application/octet-stream')
  const body = new Blob([
    part(name, '"\r\nContent-Type: application/json'),
    json,
    ...files.flatMap(file => ['\r\n', part(file.id, `"; filename="${escaped(file.name)}"\r\nContent-Type: ${type(file)}`), file.bytes]),
    `\r\n--${boundary}--\r\n`,
  ])
  return { body, type: 'multipart/form-data; boundary=' + boundary }
}
