import { register } from '../roster.ts'
import { EarshotReceipt } from './receipt.ts'

register('earshot-receipt', EarshotReceipt)

export { EarshotReceipt }
