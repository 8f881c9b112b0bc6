import { extensionOf, extensionsOf } from './file-type.ts'

/** The longest name of a file, in UTF-16 code units. */
const longest = 120

/** A name that leads nowhere and hides nothing: no path, no control or direction characters, an extension that fits the type. */
export function cleanName(name: string, type: string): string {
  const bare = (name.normalize().split(/[\\/]/).pop() ?? '').replace(/[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu, '')
  const given = extensionOf(bare)
  const fitting = extensionsOf(type)
  const extension = fitting.length && !fitting.includes(given) ? fitting[0]! : given
  const stem = (given ? bare.slice(0, -given.length - 1) : bare).replace(/^[\s.]+|[\s.]+$/g, '')
  const ending = extension && `.${extension}`
  // Never half of a character that takes two.
  const short = stem.slice(0, longest - ending.length).replace(/[\ud800-\udbff]$/, '')
  return (short || 'file') + ending
}
