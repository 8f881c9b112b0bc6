import type { Attachment } from '../../core/issue/issue.ts'
import { EarshotError, messageOf } from '../../core/support/errors.ts'
import { createId } from '../../core/support/ids.ts'
import type { FileSettings } from '../../desk/config.ts'
import { checksum } from './checksum.ts'
import { cleanName } from './clean-name.ts'
import { fileRules } from './file-rules.ts'
import { headLength, isAccepted, typeOf } from './file-type.ts'
import { redraw } from './redraw.ts'

// No camera's picture is larger; a browser that has to hold one that is may fall over.
const largestPicture = 100_000_000

export interface PrepareOptions {
  /** The name of the form's field it was given to. Default `files`. */
  field?: string
  /** How many the issue has already. */
  present?: number
  redraw?: typeof redraw
}

/**
 * Makes an attachment of a file: what it is told by its bytes, its name cleaned, a picture drawn anew so that nothing but the
 * picture is left of it, and summed. Other files go as they are, with all they say of themselves.
 * @throws {EarshotError} `files/too-many`, `files/empty`, `files/too-large`, `files/unreadable`, `files/wrong-type`, each with
 * `details.name`; the first and the third with `details.limit`.
 */
export async function prepareFile(file: File, settings?: FileSettings, options: PrepareOptions = {}): Promise<Attachment> {
  const { types, maxBytes, most } = fileRules(settings)
  const { field = 'files', present = 0 } = options
  const { size } = file
  const refuse = (code: string, message: string, details = {}) => new EarshotError(`files/${code}`, message, { name: cleanName(file.name, ''), size, ...details })
  if (present >= most) throw refuse('too-many', `Expected at most ${most} files, got one more`, { limit: most })
  const tooLarge = (limit: number) => refuse('too-large', `Expected at most ${limit} bytes, got ${size}`, { limit })
  const read = (part: Blob) => part.arrayBuffer().catch((error: unknown) => {
    throw refuse('unreadable', `The file could not be read: ${messageOf(error)}`)
  })
  const head = new Uint8Array(await read(file.slice(0, headLength)))
  if (!head.length) throw refuse('empty', 'The file is empty')
  const type = typeOf(head, file.name)
  if (!isAccepted(types, type, file.name)) throw refuse('wrong-type', `Expected one of ${types.join(', ')}, got ${type}`, { type })
  const isPicture = type.startsWith('image/')
  if (size > (isPicture ? Math.max(largestPicture, maxBytes) : maxBytes)) throw tooLarge(maxBytes)
  const bytes = await read(file)
  const made = { bytes, type }
  if (isPicture) {
    const drawn = await (options.redraw ?? redraw)(new Blob([bytes], { type }), maxBytes).catch((error: unknown) => {
      throw refuse('unreadable', `The picture could not be drawn anew: ${messageOf(error)}`)
    })
    if (!drawn) throw tooLarge(maxBytes)
    Object.assign(made, { bytes: drawn.bytes, type: drawn.type })
  }
  return { id: createId(), name: cleanName(file.name, made.type), ...made, size: made.bytes.byteLength, sha256: await checksum(made.bytes), field }
}
