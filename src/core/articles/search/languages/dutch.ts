import { stemmer } from '@orama/stemmers/dutch'

export const stem: (word: string) => string = stemmer

export const stop = new Set(('de het een en van ik te dat die in is je niet zijn op aan met als voor er maar om dan zou of wat mijn hoe waar wanneer waarom kan moet wil u uw heb heeft door over ze zich bij').split(' '))
