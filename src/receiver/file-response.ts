import { pictureType } from '../core/support/picture-type.ts'

/** RFC 8187: the name in plain letters for the old, in UTF-8 for everybody else. */
function disposition(name: string): string {
  const safe = name.replace(/[\u0000-\u001f\u007f\\/]/g, '_')
  const plain = safe.replace(/[^ -~]|["%]/g, '_')
  const encoded = encodeURIComponent(safe).replace(/['()*]/g, letter => '%' + letter.charCodeAt(0).toString(16))
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}

/** A stranger's file, served so that it can neither run nor pass for a page of ours. */
export const fileResponse = (name: string, bytes: Uint8Array<ArrayBuffer>): Response =>
  new Response(bytes, {
    headers: {
      'content-type': pictureType(bytes) ?? 'application/octet-stream',
      'content-length': String(bytes.length),
      'content-disposition': disposition(name),
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'same-origin',
    },
  })
