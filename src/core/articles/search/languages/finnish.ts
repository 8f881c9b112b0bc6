import { stemmer } from '@orama/stemmers/finnish'

export const stem: (word: string) => string = stemmer

export const stop = new Set(('ja on ei se etta han oli mina sina mika miten missa milloin miksi voin voiko kuin jos tai mutta ole olen minun').split(' '))
