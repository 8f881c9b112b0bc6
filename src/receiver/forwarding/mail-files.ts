import type { Attachment } from '../../core/issue/issue.ts'
import { pictureType } from '../../core/support/picture-type.ts'
import { toBase64 } from '../../core/support/base64.ts'

// What a mail program shows without running it.
const quiet = ['text/plain', 'application/pdf']

/** Files as nodemailer takes them: by what they are, not by what they were called; a page or a program is only something to save. */
export const mailFiles = (files: readonly Attachment[]): object[] =>
  files.map(({ name, type, bytes }) => ({
    filename: name.replace(/[\p{Cc}\p{Cf}\\/"]+/gu, '_').slice(0, 200) || 'file',
    content: toBase64(new Uint8Array(bytes)),
    encoding: 'base64',
    contentType: pictureType(new Uint8Array(bytes)) ?? (quiet.includes(type) ? type : 'application/octet-stream'),
    contentDisposition: 'attachment',
  }))
