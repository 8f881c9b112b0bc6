import { fold } from '../../terms.ts'

const ending = /(?<=..)(?:ها|ان|ات|ون|ين|يه|ه|ي)$/

/** Endings only, as long as a word is left ("light10" of Larkey, Ballesteros and Connell); the article is gone by folding. Roots confuse words that customers tell apart. */
export function stem(word: string): string {
  let left = word
  for (let before = ''; before !== left;) [before, left] = [left, left.replace(ending, '')]
  return left
}

export const stop = new Set((
  'في من على الى إلى عن مع هذا هذه ذلك التي الذي ما كيف متى أين لماذا هل أنا هو هي لا أن إن أو ثم قد كان'
).split(' ').map(fold))
