import { stemmer } from '@orama/stemmers/norwegian'

export const stem: (word: string) => string = stemmer

export const stop = new Set(('og i jeg det at en et den til er som pa de med han av for ikke der var meg seg men har om vi min hva hvordan hvor hvorfor nar kan skal vil du din mitt').split(' '))
