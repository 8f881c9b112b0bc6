import { stemmer } from '@orama/stemmers/italian'

export const stem: (word: string) => string = stemmer

export const stop = new Set(('di e il la che a in un per i non sono le una si con da del della mio mia come dove quando perche cosa posso devo ho lo gli al alla dei delle nel mi quale').split(' '))
