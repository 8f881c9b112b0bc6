import { register } from '../roster.ts'
import { EarshotRating } from './rating.ts'

register('earshot-rating', EarshotRating)

export { EarshotRating }
