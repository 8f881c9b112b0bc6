import { register } from '../roster.ts'
import { EarshotPeople } from './people.ts'

register('earshot-people', EarshotPeople)

export { EarshotPeople }
