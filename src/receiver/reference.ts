import type { Random } from '../core/support/ids.ts'

// No 0 O 1 I L U: nobody mishears one for the other, and no word comes of it.
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** So many letters by chance, each as frequent as the next. */
export function letters(random: Random, length: number): string {
  let text = ''
  while (text.length < length) {
    for (const byte of random(new Uint8Array(8))) {
      // 240 is eight alphabets: what is above would make some letters more frequent than others.
      if (byte < 240 && text.length < length) text += alphabet[byte % 30]
    }
  }
  return text
}

/** What a person can read out on the telephone: `E-7KQ4-2M`. One of 729 million; the database keeps them apart. */
export function createReference(random: Random): string {
  const text = letters(random, 6)
  return `E-${text.slice(0, 4)}-${text.slice(4)}`
}
