// Every view behind the panel's home brings the rest of the English words with it.
import { en } from '../../locale/en.ts'
import { provideWords } from './words.ts'

provideWords('en', en)
