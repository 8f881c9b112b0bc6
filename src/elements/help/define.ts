import { register } from '../roster.ts'
import { EarshotHelp } from './help.ts'

register('earshot-help', EarshotHelp)

export { EarshotHelp }
