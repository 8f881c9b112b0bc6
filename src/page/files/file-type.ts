import { pictureType, startsWith } from '../../core/support/picture-type.ts'

// The first is the usual one.
const extensions: Readonly<Record<string, readonly string[]>> = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'image/avif': ['avif'],
  'image/heic': ['heic', 'heif'],
  'image/svg+xml': ['svg'],
  'application/pdf': ['pdf'],
  'text/plain': ['txt', 'text', 'log', 'md'],
  'text/csv': ['csv'],
  'text/html': ['html', 'htm'],
  'application/json': ['json', 'har'],
  'application/zip': ['zip'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'video/mp4': ['mp4', 'm4v'],
  'video/quicktime': ['mov'],
  'video/webm': ['webm'],
}

const known = new Set(Object.values(extensions).flat())

/** How much of a file is looked at, in bytes. */
export const headLength = 65_536

/** What nobody knows. */
export const unknownType = 'application/octet-stream'

export const extensionOf = (name: string): string => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]!.toLowerCase() ?? ''
export const extensionsOf = (type: string): readonly string[] => extensions[type] ?? []

// The bytes cannot tell a table from a letter, or one zip archive from another: among those, and only those, the name may choose.
const named = (name: string, family: RegExp) => {
  const extension = extensionOf(name)
  return Object.keys(extensions).find(type => family.test(type) && extensions[type]!.includes(extension))
}

/** What a file is, by its first bytes. */
export function typeOf(bytes: Uint8Array, name: string): string {
  const picture = pictureType(bytes)
  if (picture) return picture
  if (startsWith(bytes, '%PDF-')) return 'application/pdf'
  if (startsWith(bytes, 'ftypqt', 4)) return 'video/quicktime'
  if (startsWith(bytes, 'ftyp', 4)) return 'video/mp4'
  if (startsWith(bytes, '\x1aE\xdf\xa3')) return 'video/webm'
  if (startsWith(bytes, 'PK\x03\x04')) return named(name, /zip|officedocument|opendocument/) ?? 'application/zip'
  const text = textIn(bytes)
  if (text === undefined) return unknownType
  if (/^\s*<(!doctype\s+)?html\b/i.test(text)) return 'text/html'
  if (/^\s*</.test(text) && /<(\w+:)?svg\b/i.test(text)) return 'image/svg+xml'
  return named(name, /^text\/(plain|csv)$|json$/) ?? 'text/plain'
}

/** The beginning of a text in any encoding that keeps ASCII where it is, or in UTF-16 that says so; undefined where it is none. */
function textIn(bytes: Uint8Array): string | undefined {
  const wide = startsWith(bytes, '\xff\xfe') ? 'utf-16le' : startsWith(bytes, '\xfe\xff') ? 'utf-16be' : undefined
  const text = new TextDecoder(wide ?? 'utf-8').decode(bytes)
  // Of the control characters a text has only tab, line ends, form feed and, in logs, escape.
  return /[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text) ? undefined : text
}

/** Whether the owner's list, as in the `accept` attribute, has room for it. Pictures that can hold scripts are never among them. */
export function isAccepted(types: readonly string[], type: string, name: string): boolean {
  // A file of no known kind counts by its ending, unless that promises a known one.
  const own = type === unknownType ? [extensionOf(name)].filter(ending => !known.has(ending)) : extensionsOf(type)
  return type !== 'image/svg+xml' && types.some(token => {
    const wanted = token.trim().toLowerCase()
    if (wanted.startsWith('.')) return own.includes(wanted.slice(1))
    return wanted === type || wanted === '*/*' || (wanted.endsWith('/*') && type.startsWith(wanted.slice(0, -1)))
  })
}
