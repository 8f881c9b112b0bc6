import { register } from '../roster.ts'
import { EarshotRequests } from './requests.ts'

register('earshot-requests', EarshotRequests)

export { EarshotRequests }
