import { stemmer } from '@orama/stemmers/portuguese'

export const stem: (word: string) => string = stemmer

export const stop = new Set(('de a o que e do da em um para com nao uma os no se na por mais as dos como mas ao das meu minha eu me onde quando porque quem qual posso tenho ha sao esta').split(' '))
