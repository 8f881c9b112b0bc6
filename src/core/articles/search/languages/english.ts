import { stemmer } from '@orama/stemmers/english'

export const stem: (word: string) => string = stemmer

export const stop = new Set((
  'a about am an and any are as at be because been before being but by can cant could did didnt do does doesnt doing dont for from get gets '
  + 'getting got had has have having he help her here hi his how i if im in into is isnt it its ive just let like make me my myself need '
  + 'not of on or our please she should so some than thank thanks that thats the their them then there these they this those to too try trying us use '
  + 'using want wants was way we were what whats when where which while who whom whose why will with wont would you your'
).split(' '))
