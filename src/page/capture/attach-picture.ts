import type { Attachment } from '../../core/issue/issue.ts'
import { createId } from '../../core/support/ids.ts'
import { checksum } from '../files/checksum.ts'

/** An encoded picture as an attachment of an issue, under a name that says nothing of the device. */
export async function attachPicture(picture: Blob, field: string): Promise<Attachment> {
  const bytes = await picture.arrayBuffer()
  return {
    id: createId(),
    name: `page.${picture.type.replace(/^image\//, '').replace('jpeg', 'jpg')}`,
    type: picture.type,
    size: bytes.byteLength,
    bytes,
    sha256: await checksum(bytes),
    field,
  }
}
