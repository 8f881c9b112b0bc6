import { stemmer } from '@orama/stemmers/arabic'

export const stem: (word: string) => string = stemmer

export const stop = new Set(('في من على الى عن مع هذا هذه ذلك التي الذي ما كيف متي اين لماذا هل انا هو هي لا ان او ثم قد كان').split(' '))
