import type { EarshotError } from '../../../core/support/errors.ts'
import type { FileSettings } from '../../../desk/config.ts'
import type { MessageKey } from '../../../locale/en.ts'
import { fileSize } from '../file-size.ts'
import type { Say } from '../say.ts'

const families: Readonly<Record<string, MessageKey>> = {
  'image/*': 'files.pictures', 'video/*': 'files.videos', 'text/*': 'files.text', 'text/plain': 'files.text', '.txt': 'files.text',
}

/** What may be added, before anybody chose: kinds, number and size. */
export function limitsIn({ types, maxBytes, most }: Required<FileSettings>, locale: string, say: Say): string {
  const named = types.map(type => type.trim().toLowerCase()).map(type => (families[type] ? say(families[type]) : type.replace(/^.*[./]/, '').toUpperCase()))
  // Long names of types, and "everything", say nothing to anybody.
  const kinds = [...new Set(named)].filter(kind => kind !== '*' && kind.length < 16)
  const limits = say('files.limits', { count: most, size: fileSize(maxBytes, locale) })
  return kinds.length ? `${limits} ${new Intl.ListFormat(locale, { type: 'conjunction' }).format(kinds)}` : limits
}

const reasons: Readonly<Record<string, MessageKey>> = {
  'files/wrong-type': 'files.wrongType', 'files/too-large': 'files.tooLarge', 'files/too-many': 'files.tooMany', 'files/empty': 'files.empty',
}

/** Why a file was not taken. */
export function refusalOf(error: unknown, name: string, locale: string, say: Say): string {
  const { code = '', details } = error as Partial<EarshotError>
  // How to read files could not be fetched: that says nothing about this one.
  if (!code.startsWith('files/')) return `${name}: ${say('part.failed')}`
  const limit = Number(details?.['limit'])
  return say(reasons[code] ?? 'files.unreadable', { name: String(details?.['name'] ?? name), count: limit, size: Number.isFinite(limit) ? fileSize(limit, locale) : '' })
}
