import { register } from '../roster.ts'
import { EarshotWidget } from './widget.ts'

register('earshot-widget', EarshotWidget)

export { EarshotWidget }
