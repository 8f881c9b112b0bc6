import { stemmer } from '@orama/stemmers/spanish'

export const stem: (word: string) => string = stemmer

export const stop = new Set(('de la que el en y a los del se las por un para con no una su al lo como mas o mi sus le ya me si porque esta cuando donde quien que tengo puedo hay es son mis cual').split(' '))
