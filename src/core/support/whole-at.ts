/** The place itself, or the one before when it is in the middle of a letter of two code units. */
export const wholeAt = (text: string, at: number): number => (/[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at)

/** At most `length` UTF-16 code units, the last an ellipsis where something was cut; never half a letter. */
export const shorten = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, wholeAt(text, length - 1))}…` : text
