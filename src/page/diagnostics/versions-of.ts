import { version } from '../../core/support/version.ts'
import { shorten } from '../../core/support/whole-at.ts'

const longest = 300

/** Earshot's own version, and what the page says of itself: `<meta name="version">` or `<html data-version>`, `<meta name="generator">`. */
export function versionsOf(document: Document): Record<string, string> {
  const meta = (name: string) => document.querySelector<HTMLMetaElement>(`meta[name="${name}" i]`)?.content.trim()
  const page = meta('version') || document.documentElement.dataset['version']?.trim()
  const generator = meta('generator')
  return {
    earshot: version,
    ...(page && { page: shorten(page, longest) }),
    ...(generator && { generator: shorten(generator, longest) }),
  }
}
