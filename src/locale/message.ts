/** A whole sentence with named blanks (`{count}`), or one sentence per plural category of `count`. */
export type Message = string | ({ other: string } & { [category in Exclude<Intl.LDMLPluralRule, 'other'>]?: string })

/** For a language or a whole tag. */
export const rightToLeft = /^(ar|dv|fa|he|ks|ps|sd|ug|ur|yi)\b/i

/**
 * Fills the blanks. A plural is chosen by `values.count` in the language's own rules.
 * A blank nobody fills stays as it is, so that a mistake can be seen.
 */
export function phrase(message: Message, values: Readonly<Record<string, string | number>> = {}, locale = 'en'): string {
  const sentence =
    typeof message === 'string' ? message : (message[new Intl.PluralRules(locale).select(Number(values.count))] ?? message.other)
  return sentence.replace(/\{(\w+)\}/g, (blank, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name]! : blank
    if (typeof value === 'number') return new Intl.NumberFormat(locale).format(value)
    // Isolated, so that a name in another script does not turn the sentence around it.
    return rightToLeft.test(locale) ? `\u2068${value}\u2069` : value
  })
}
