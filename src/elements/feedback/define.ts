import { register } from '../roster.ts'
import { EarshotFeedback } from './feedback.ts'

register('earshot-feedback', EarshotFeedback)

export { EarshotFeedback }
