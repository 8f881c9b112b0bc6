import { register } from '../roster.ts'
import { EarshotAnnotate } from './annotate.ts'

register('earshot-annotate', EarshotAnnotate)

export { EarshotAnnotate }
