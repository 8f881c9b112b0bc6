/** Whether one word begins with all of the other: a guess at two forms of one word in any language. */
export const beginsAlike = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one)

/** Whether two words are the same one; an ending more or less counts for nothing, but in words of two letters. */
export const isSameWord = (one: string, other: string): boolean =>
  one === other || (Math.min(one.length, other.length) > 2 && beginsAlike(one, other))
