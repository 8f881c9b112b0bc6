import { stemmer } from '@orama/stemmers/german'

export const stem: (word: string) => string = stemmer

export const stop = new Set((
  'aber als also am an auch auf aus bei bin bis bitte da dann das dass dem den der des die doch du durch ein eine einem einen einer eines er '
  + 'es euch euer fur hab habe haben hat hatte hier ich ihr im in ins ist ja kann kannst kein keine konnen machen man mein meine meinem meinen '
  + 'meiner mich mir mit mochte muss mussen nach nicht noch nun nur ob oder sein seine sich sie sind so soll sollte uber um und uns unser vom '
  + 'von vor war warum was weil welche welcher welches wenn wer werden wie wieso will wir wird wo wurde zu zum zur'
).split(' '))
