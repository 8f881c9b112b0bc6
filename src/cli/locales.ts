/** `root` is the folder of its language (`en/`), or nothing. */
export interface LocalePath { locale: string; path: string; root: string }

const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })

/** Whether a folder's name is a language (`en`, `pt-BR`, `zh-Hant`) that this platform knows by name. */
export function isLocale(name: string): boolean {
  if (!/^[a-z]{2,3}(?:[-_][a-z]{4})?(?:[-_](?:[a-z]{2}|\d{3}))?$/i.test(name)) return false
  return names.of(name.replace(/_/g, '-').split('-')[0] ?? '') !== undefined
}

/**
 * Says which language a file is in and what its path is inside that language. Folders at the top are languages only when all
 * that hold articles are, so that a folder `os` beside `guides` is not taken for Ossetian.
 */
export function localeOf(articles: readonly string[], otherwise: string): (file: string) => LocalePath {
  const folders = new Set(articles.filter(file => file.includes('/')).map(file => file.slice(0, file.indexOf('/'))))
  const byFolder = folders.size > 0 && [...folders].every(isLocale)
  return file => {
    const at = file.indexOf('/')
    if (!byFolder || at < 0) return { locale: otherwise, path: file, root: '' }
    const locale = Intl.getCanonicalLocales(file.slice(0, at).replace(/_/g, '-'))[0] ?? otherwise
    return { locale, path: file.slice(at + 1), root: file.slice(0, at + 1) }
  }
}

/** Whether one is the other said more exactly: `en` and `en-US`, but not `pt-BR` and `pt-PT`. */
export function sameLanguage(one: string, other: string): boolean {
  const [short = '', long = ''] = [one, other].map(tag => tag.replace(/_/g, '-').toLowerCase()).sort((a, b) => a.length - b.length)
  return long === short || long.startsWith(`${short}-`)
}
