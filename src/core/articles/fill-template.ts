/**
 * An address with its blanks filled (`{query}`, `{limit}`): encoded, so that a value stays one value. A blank without a value becomes
 * empty. Undefined when a value would walk up the path instead: `.` and `..` cannot be encoded.
 */
export function fillAddress(template: string, values: Readonly<Record<string, string | number>>): string | undefined {
  let walks = false
  const filled = fillText(template, values, value => {
    walks ||= /^\.{1,2}$/.test(value)
    return encodeURIComponent(value)
  })
  return walks ? undefined : filled
}

/** A text with its blanks filled, as they are or as `encode` makes them. Unknown names stay. */
export const fillText = (
  template: string, values: Readonly<Record<string, string | number>>, encode: (value: string) => string = value => value,
): string => template.replace(/\{([a-z]{1,20})\}/gi, (blank, name: string) => (Object.hasOwn(values, name) ? encode(String(values[name])) : blank))

/** What a customer's language may be called in a request: `{locale}` is `pt-BR`, `{language}` is `pt`. Nothing but letters, digits and hyphens. */
export function localeBlanks(locale: string): { locale: string; language: string } {
  const safe = locale.replace(/_/g, '-').replace(/[^a-z\d-]/gi, '').slice(0, 35)
  return { locale: safe, language: safe.split('-')[0]?.toLowerCase() ?? '' }
}
