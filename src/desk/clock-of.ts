import { systemClock, type Clock } from '../core/support/clock.ts'
import type { Context } from './context.ts'

/** The clock the desk goes by. Asked for in the rooms: the desk itself needs none. */
export const clockOf = ({ seams }: Context): Clock => seams.clock ?? systemClock
