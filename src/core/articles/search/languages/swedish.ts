import { stemmer } from '@orama/stemmers/swedish'

export const stem: (word: string) => string = stemmer

export const stop = new Set(('och det att i en jag hon som han pa den med var sig for sa till ar men ett om hade de av icke mig du min hur vad nar varfor kan ska vill har inte mitt din').split(' '))
