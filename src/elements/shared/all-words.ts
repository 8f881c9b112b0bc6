import { en } from '../../locale/en.ts'
import { provideWords } from './words.ts'

/**
 * Every view behind the panel's home brings the rest of the English words with it. A call, not an import for its effect:
 * bundlers drop those from packages that promise to have none.
 */
export const provideAllWords = () => provideWords('en', en)
