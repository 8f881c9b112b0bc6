import { stemmer } from '@orama/stemmers/danish'

export const stem: (word: string) => string = stemmer

export const stop = new Set(('og i jeg det at en den til er som pa de med han af for ikke der var mig sig men et har om vi min hvad hvordan hvor hvorfor hvornar kan skal vil du din mit').split(' '))
