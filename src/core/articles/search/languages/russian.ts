import { stemmer } from '@orama/stemmers/russian'

export const stem: (word: string) => string = stemmer

export const stop = new Set(('и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по ее мне было вот от меня о из ему где когда почему кто какои мои моя это можно мне ли').split(' '))
