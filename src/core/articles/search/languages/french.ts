import { stemmer } from '@orama/stemmers/french'

export const stem: (word: string) => string = stemmer

export const stop = new Set(('de la le les et des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont ou avec l d j je me mon ma mes n s c qu y comment quand quoi pourquoi puis faire dois ai vous votre nous notre').split(' '))
